/** The address of a page, written plainly: ?topics=asthma&topics=copd, as a form without scripts would send it too. */
export const writeAddress = (search: Record<string, unknown>): string => {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    if (Array.isArray(value)) for (const item of value) words.append(name, String(item));
    else words.append(name, value === true ? 'yes' : String(value));
  }
  const written = words.toString();
  return written ? `?${written}` : '';
};

export const readAddress = (text: string): Record<string, string | string[]> => {
  const words = new URLSearchParams(text);
  const search: Record<string, string | string[]> = {};
  for (const name of new Set(words.keys())) {
    const [first = '', ...others] = words.getAll(name);
    search[name] = others.length > 0 ? [first, ...others] : first;
  }
  return search;
};

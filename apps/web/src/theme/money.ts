const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** "£1,250.00", from pence. */
export const pounds = (pence: number): string => money.format(pence / 100);

/** Pence, from "1,250.00" with or without the sign; undefined for what is no sum of money, or more than `most`. */
export const penceFrom = (typed: string, most = 2_000_000_000): number | undefined => {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match) return undefined;
  const pence = Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0);
  return pence <= most ? pence : undefined;
};

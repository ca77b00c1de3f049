const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);

/** Text from the search engine: escaped, with <mark> around the words that were found. No HTML of it is ever inserted. */
export const HighlightedText = ({ html }: { html: string }) => (
  <>
    {html.split(/(<mark>.*?<\/mark>)/s).map((piece, index) => {
      const marked = /^<mark>(.*)<\/mark>$/s.exec(piece);
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      return marked ? <mark key={index}>{plain(marked[1] ?? '')}</mark> : plain(piece);
    })}
  </>
);

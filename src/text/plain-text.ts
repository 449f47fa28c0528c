/** The characters that HTML has to write as entities, and those that editors do. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const tag = /<\/?[a-z][^<>]{0,1000}>/i;
/** Tags that separate words. */
const blocks = /<\/?(?:p|br|div|li|ul|ol|h[1-6])\b[^<>]{0,1000}>/gi;

/** Whether a text has an HTML tag in it. */
export function hasMarkup(text: string): boolean {
  return tag.test(text);
}

/** A text without tags, entities and extra white space: equal for a plain text and for the HTML that an LMS makes of it. */
export function plainText(text: string): string {
  return text
    .replace(blocks, ' ')
    .replace(new RegExp(tag, 'gi'), '')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

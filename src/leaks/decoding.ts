/** Maximum number of nested escape layers that are decoded. */
const deepest = 8;

/**
 * The text, then the text with one more layer of escapes removed each time: percent-encoding, JSON and JavaScript
 * escapes, HTML and XML references; at most eight layers. If only quotation marks were escaped, which folds alike, the
 * unescaped text replaces the escaped one.
 */
export function unwrap(text: string): readonly [string, ...string[]] {
  const views: [string, ...string[]] = [text];
  let last = text;
  for (let layer = 0; layer < deepest; layer++) {
    const unquoted = last.includes('\\"') ? last.replaceAll('\\"', '"') : last;
    const next = decodeOnce(unquoted);
    if (next === last) break;
    if (next === unquoted) views[views.length - 1] = next;
    else views.push(next);
    last = next;
  }
  return views;
}

/** The fully decoded text. */
export function decodeAll(text: string): string {
  return unwrap(text).at(-1) ?? text;
}

function decodeOnce(text: string): string {
  let result = text;
  if (result.includes('\\')) result = decodeBackslashes(result);
  if (result.includes('%')) result = decodePercent(result);
  if (result.includes('&')) result = decodeReferences(result);
  return result;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

function decodeBackslashes(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([nrtbfv\\/'"`]))/g,
    (whole, unit?: string, point?: string, byte?: string, char = '') => {
      const hex = unit ?? byte;
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (point !== undefined) return pointOf(Number.parseInt(point, 16), whole);
      return controls[char] ?? char;
    },
  );
}

function decodePercent(text: string): string {
  return text
    .replace(/%u([0-9a-fA-F]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
      const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
      const decoded = bytes.toString('utf8');
      return decoded.includes('\ufffd') ? bytes.toString('latin1') : decoded;
    });
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', AMP: '&', QUOT: '"' },
  ...{ szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', eth: 'ð', thorn: 'þ', lstrok: 'ł' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', oelig: 'œ', middot: '·' },
};
/** `&eacute;` decodes to `e`, because folding drops accents anyway. */
const accented = /^([A-Za-z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron|breve|macr|ogon|slash)$/;

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]{2,8}));/g,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex !== undefined) return pointOf(Number.parseInt(hex, 16), whole);
      if (decimal !== undefined) return pointOf(Number(decimal), whole);
      return named[name] ?? accented.exec(name)?.[1] ?? whole;
    },
  );
}

function pointOf(point: number, otherwise: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : otherwise;
}

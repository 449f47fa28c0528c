/** Finds bearer tokens in any encoding, and numbers them. */
export interface Tokens {
  /** `«token:1»` for a known token, `«token:unknown»` for any other. */
  name(token: string): string;
  /** The names of all tokens in a text, plain or encoded, joined with spaces, or `''`. */
  foundIn(text: string): string;
}

/** Minimum length for searching within text; shorter tokens and plain words would match by coincidence. */
const minLength = 6;

/** Numbers tokens by their order. `strangers` are other tokens that were sent. */
export function createTokens(known: readonly string[], strangers: readonly string[]): Tokens {
  const names = new Map<string, string>();
  for (const token of known)
    if (token !== '' && !names.has(token)) names.set(token, `«token:${names.size + 1}»`);
  const hunted = [...names.keys(), ...strangers.filter((token) => !names.has(token))]
    .filter((token) => token.length >= minLength && !/^[a-z]+$/i.test(token))
    .map((token) => ({ name: names.get(token) ?? '«token:unknown»', forms: formsOf(token) }));

  return {
    name: (token) => names.get(token) ?? '«token:unknown»',
    foundIn: (text) => {
      if (text.length < minLength) return '';
      const found = hunted.filter(({ forms }) => forms.some((form) => text.includes(form)));
      return [...new Set(found.map(({ name }) => name))].join(' ');
    },
  };
}

/** Plain, percent-encoded, JSON-escaped, hex, and base64 in its three alignments (of both alphabets). */
function formsOf(token: string): readonly string[] {
  const forms = new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)]);
  forms.add(Buffer.from(token).toString('hex'));
  for (const offset of [0, 1, 2]) {
    const text = Buffer.from('\0'.repeat(offset) + token).toString('base64url');
    // Characters at both ends contain bits of adjacent bytes.
    const inner = text.slice(offset === 0 ? 0 : offset + 1, -1);
    if (inner.length < 8) continue;
    forms.add(inner);
    forms.add(inner.replaceAll('-', '+').replaceAll('_', '/'));
  }
  return [...forms];
}

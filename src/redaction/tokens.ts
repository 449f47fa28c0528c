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

  const mayHaveAny = startsOf(hunted.flatMap((one) => one.forms));
  return {
    name: (token) => names.get(token) ?? '«token:unknown»',
    foundIn: (text) => {
      if (!mayHaveAny(text)) return '';
      const found = hunted.filter(({ forms }) => forms.some((form) => text.includes(form)));
      return [...new Set(found.map(({ name }) => name))].join(' ');
    },
  };
}

const places = 1 << 16;

/**
 * Whether a text may contain any of some forms, which is seldom: whether any six characters of it are hashed to a place to which the
 * start of a form is. A run has hundreds of forms, and looks for them in every text.
 */
function startsOf(forms: readonly string[]): (text: string) => boolean {
  const taken = new Uint8Array(places);
  const placeAt = (text: string, at: number) => {
    let place = 0;
    for (let next = at; next < at + minLength; next++)
      place = (Math.imul(place, 31) + text.charCodeAt(next)) | 0;
    return (place ^ (place >>> 16)) & (places - 1);
  };
  for (const form of forms) taken[placeAt(form, 0)] = 1;
  return (text) => {
    for (let at = text.length - minLength; at >= 0; at--) if (taken[placeAt(text, at)] === 1) return true;
    return false;
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

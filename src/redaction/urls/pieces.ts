/** A URL in pieces that can be reassembled byte for byte. */
export interface Pieces {
  /** Leading spaces and control characters, which URL parsers drop. */
  readonly blank: string;
  /** `https:`, with its colon; `''` for a relative reference. */
  readonly scheme: string;
  /** Two or more slashes or backslashes (ignoring tabs and line breaks) before an authority. */
  readonly slashes: string;
  readonly authority: string;
  readonly path: string;
  /** With its `?`; `''` for none. */
  readonly query: string;
  /** With its `#`; `''` for none. */
  readonly fragment: string;
}

/** Schemes whose slashes may be missing, doubled or backslashes. */
export const webScheme = /^https?:$/i;

/** Splits a reference like browsers' URL parsers, but losslessly. */
export function cut(text: string): Pieces {
  const blank = /^[\0- ]*/.exec(text)?.[0] ?? '';
  let rest = text.slice(blank.length);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(rest)?.[0] ?? '';
  rest = rest.slice(scheme.length);
  const slashes = /^[/\\\t\r\n]*/.exec(rest)?.[0] ?? '';
  const isAuthority = webScheme.test(scheme) || slashes.replace(/[\t\r\n]/g, '').length > 1;
  let authority = '';
  if (isAuthority) {
    rest = rest.slice(slashes.length);
    authority = /^[^/\\?#]*/.exec(rest)?.[0] ?? '';
    rest = rest.slice(authority.length);
  }
  const hash = rest.indexOf('#');
  const fragment = hash < 0 ? '' : rest.slice(hash);
  if (hash >= 0) rest = rest.slice(0, hash);
  const mark = rest.indexOf('?');
  return {
    blank,
    scheme,
    slashes: isAuthority ? slashes : '',
    authority,
    path: mark < 0 ? rest : rest.slice(0, mark),
    query: mark < 0 ? '' : rest.slice(mark),
    fragment,
  };
}

/** A request target is always a path, never an authority, even if it starts with several slashes. */
export function cutPath(text: string): Pieces {
  const mark = text.indexOf('?');
  return {
    blank: '',
    scheme: '',
    slashes: '',
    authority: '',
    path: mark < 0 ? text : text.slice(0, mark),
    query: mark < 0 ? '' : text.slice(mark),
    fragment: '',
  };
}

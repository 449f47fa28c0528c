/** A URL in pieces that can be put together again byte for byte. */
export interface Pieces {
  /** Leading blanks and controls, which URL parsers drop. */
  readonly blank: string;
  /** `https:`, with its colon; `''` for a relative reference. */
  readonly scheme: string;
  /** Two or more slashes or backslashes (tabs and line breaks between them count as nothing) before an authority. */
  readonly slashes: string;
  readonly authority: string;
  readonly path: string;
  /** With its `?`; `''` for none. */
  readonly query: string;
  /** With its `#`; `''` for none. */
  readonly fragment: string;
}

/** Schemes whose slashes may be missing, doubled or turned around without changing what follows. */
export const webScheme = /^https?:$/i;

/** Takes a reference apart as URL parsers of browsers do, without losing what they would drop. */
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

/** The target of a request is a path and never an authority, however many slashes it begins with. */
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

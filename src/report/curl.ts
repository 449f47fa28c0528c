import type { Exchange } from '../exchange.ts';
import { shellQuote } from '../text/shell.ts';

/** Headers that curl sets itself or that do not matter for the request. */
const omitted = new Set([
  'accept-encoding',
  'accept-language',
  'authorization',
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'sec-fetch-mode',
  'transfer-encoding',
  'user-agent',
]);

/**
 * The request as a command for a POSIX-like shell (bash, zsh, ksh), with `$CLEVER_TOKEN` for the token. Values cannot act: all
 * are quoted, curl's globs are off, dots in the path stay, and `@` in a body reads no file.
 */
export function curlOf(exchange: Exchange): string {
  const { method, origin, path, headers, body } = exchange.request;
  const parts = ['curl -sS -i --globoff --path-as-is'];
  if (method !== 'GET' || body !== undefined) parts.push(`-X ${shellQuote(method)}`);
  if (headers.authorization !== undefined) parts.push(`-H ${authorization(headers.authorization)}`);
  // Evidence has them sorted, and a report that is made from it has the same bytes.
  for (const [name, value] of Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // An invalid header name was never sent; curl would read `@name` as a file.
    if (omitted.has(name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || (name === 'accept' && value === '*/*'))
      continue;
    parts.push(`-H ${shellQuote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (body?.includes('\0')) {
    // An argument cannot contain NUL; a pipe can.
    return `printf ${shellQuote(printfFormat(body))} | ${parts.join(' ')} --data-binary @- ${shellQuote(origin + path)}`;
  }
  if (body !== undefined) parts.push(`--data-raw ${shellQuote(body)}`);
  parts.push(shellQuote(origin + path));
  return parts.join(' ');
}

/** Ids of 24 or 32 hexadecimal digits, with or without dashes, and all other pseudonyms. */
const standIn =
  /[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b(?:seg|x|cursor|text|user|not-a-date)-\w{6}|«/i;

/** What a reader has to know who runs the command; `undefined` if it contains no pseudonym. */
export function standInNote({ request }: Exchange): string | undefined {
  const hasOne = standIn.test(request.path) || standIn.test(request.body ?? '');
  return hasOne
    ? 'ids and texts in this command are stand-ins: replace them by those of the server'
    : undefined;
}

/** The header with a variable for the redacted token: `«token:1»` is `$CLEVER_TOKEN`, others get a number, an unknown token a fixed text. */
function authorization(value: string): string {
  const scheme = /^[A-Za-z]+(?= )/.exec(value)?.[0];
  if (scheme === undefined) return shellQuote(`authorization: ${value}`);
  if (value.includes('«token:unknown»')) return `'authorization: ${scheme} not-a-known-token'`;
  const number = Number(/«token:(\d+)»/.exec(value)?.[1] ?? 1);
  return `"authorization: ${scheme} $CLEVER_TOKEN${number > 1 ? `_${number}` : ''}"`;
}

function printfFormat(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll('\0', '\\000');
}

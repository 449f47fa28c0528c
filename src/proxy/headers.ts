import type { HeaderMap } from '../exchange.ts';

/** A list of names and values in turn, spelled as they crossed the wire. */
export type RawHeaders = readonly string[];

/** Headers of one connection only (RFC 9110 section 7.6.1), besides those that Connection names. */
const ofOneConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

const ofTheBody: ReadonlySet<string> = new Set(['content-encoding', 'content-length', 'trailer']);

/** What goes on to the other side: everything but the headers of this connection, and those in `without`. */
export function endToEnd(raw: RawHeaders, without: readonly string[] = []): string[] {
  const named = new Set(without);
  for (let at = 0; at + 1 < raw.length; at += 2)
    if (raw[at]?.toLowerCase() === 'connection')
      for (const name of (raw[at + 1] ?? '').split(',')) named.add(name.trim().toLowerCase());
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    if (!ofOneConnection.has(name) && !named.has(name)) kept.push(raw[at] ?? '', raw[at + 1] ?? '');
  }
  return kept;
}

/** Without what frames and encodes a body on the wire: it is decoded, and sent anew. */
export function unframed(headers: HeaderMap): HeaderMap {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofOneConnection.has(name) && !ofTheBody.has(name)),
  );
}

/** Trailers as Node takes them. */
export function pairsOf(raw: RawHeaders): [name: string, value: string][] {
  return Array.from({ length: raw.length >> 1 }, (_, at) => [raw[2 * at] ?? '', raw[2 * at + 1] ?? '']);
}

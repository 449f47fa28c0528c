import { decodeGoUtf8 } from '../go-json/utf8.ts';

/** The parts of a request URL, undecoded. */
export interface UrlParts {
  readonly origin: string;
  readonly path: string;
  /** Without the question mark; '' when there is none. */
  readonly search: string;
}

/** Splits a URL without decoding, because links repeat path and query verbatim. */
export function splitUrl(url: string): UrlParts {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2);
  const hashAt = url.indexOf('#', pathAt);
  const end = hashAt < 0 ? url.length : hashAt;
  const queryAt = url.indexOf('?', pathAt);
  const hasQuery = queryAt >= 0 && queryAt < end;
  return {
    origin: url.slice(0, pathAt),
    path: url.slice(pathAt, hasQuery ? queryAt : end),
    search: hasQuery ? url.slice(queryAt + 1, end) : '',
  };
}

/** More than any assignment or script needs; bounds memory per request. */
export const maxBodyBytes = 4 * 1024 * 1024;

/** The body decoded with `decodeGoUtf8`, which keeps invalid bytes; undefined when it is larger than `maxBodyBytes`. */
export async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return undefined;
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return decodeGoUtf8(Buffer.concat(chunks));
}

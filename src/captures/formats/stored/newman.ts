import { isObject, type Members } from '../../../text/json.ts';
import { type StoredExchange, type StoredText, storedOf } from './stored-entry.ts';

/** What Newman's JSON reporter wrote; `undefined` if it is something else. */
export function readNewman(value: unknown): readonly StoredExchange[] | undefined {
  const run = isObject(value) && isObject(value.run) ? value.run : undefined;
  if (!Array.isArray(run?.executions)) return undefined;
  return run.executions.filter(isObject).flatMap(({ request, response }) => {
    const url = isObject(request) ? urlOf(request.url) : undefined;
    if (!isObject(request) || url === undefined) return [];
    const got = isObject(response) ? response : {};
    return [
      {
        method: request.method ?? 'GET',
        url,
        headers: request.header,
        body: sentOf(request.body),
        status: got.code ?? 0,
        responseHeaders: got.header ?? got.headers,
        responseBody: receivedOf(got),
      },
    ];
  });
}

/** A text, or the parts of it. */
function urlOf(url: unknown): string | undefined {
  if (typeof url === 'string') return url;
  if (!isObject(url)) return undefined;
  const { protocol = 'https', host, port, path, query } = url;
  const name = Array.isArray(host) ? host.join('.') : host;
  if (typeof name !== 'string' || name === '') return undefined;
  const segments = Array.isArray(path) ? path.join('/') : typeof path === 'string' ? path : '';
  const pairs = (Array.isArray(query) ? query : [])
    .filter(isObject)
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => `${key ?? ''}=${value ?? ''}`);
  const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return `${protocol}://${name}${port === undefined ? '' : `:${port}`}/${segments.replace(/^\//, '')}${search}`;
}

function sentOf(body: unknown): StoredText | undefined {
  return isObject(body) && typeof body.raw === 'string' && body.raw !== '' ? { text: body.raw } : undefined;
}

/** The bytes are a serialized Buffer: `{type: "Buffer", data: [123, …]}`. */
function receivedOf({ stream, body }: Members): StoredText | undefined {
  const bytes = isObject(stream) && Array.isArray(stream.data) ? stream.data : undefined;
  return bytes ? storedOf(Uint8Array.from(bytes as number[])) : storedOf(body);
}

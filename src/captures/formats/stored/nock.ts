import { isObject } from '../../../text/json.ts';
import { type StoredExchange, type StoredText, storedOf } from './stored-entry.ts';

/** What nock's own recorder wrote (`output_objects: true`, or nock.back); `undefined` if it is something else. */
export function readNock(value: unknown): readonly StoredExchange[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const found = value.map(exchangeOf);
  return found.every((one) => one !== undefined) ? found : undefined;
}

function exchangeOf(value: unknown): StoredExchange | undefined {
  if (!isObject(value) || typeof value.scope !== 'string' || typeof value.path !== 'string') return undefined;
  const { scope, path, method = 'GET', body, status = 200, rawHeaders, headers, reqheaders } = value;
  const url = URL.canParse(path, scope) ? new URL(path, scope).href : '';
  return {
    method,
    url,
    headers: reqheaders,
    body: body === '' ? undefined : storedOf(body),
    status,
    responseHeaders: rawHeaders ?? headers,
    responseBody: responseOf(value),
  };
}

/** Compressed bodies are lists of hexadecimal pieces, other binary ones one hexadecimal text. */
function responseOf({ response, responseIsBinary }: Record<string, unknown>): StoredText | undefined {
  const pieces = Array.isArray(response) ? response : [response];
  const isHex = pieces.every((one) => typeof one === 'string' && /^(?:[0-9a-f]{2})+$/i.test(one));
  if (isHex && (Array.isArray(response) || responseIsBinary === true))
    return storedOf(Buffer.from(pieces.join(''), 'hex'));
  return storedOf(response ?? '');
}

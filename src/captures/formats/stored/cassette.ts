import { isObject, type Members } from '../../../text/json.ts';
import { type StoredExchange, type StoredText, storedOf } from './stored-entry.ts';

/** A cassette of VCR (Ruby), vcrpy, Betamax, go-vcr or PHP-VCR, parsed; `undefined` if it is something else. */
export function readCassette(value: unknown): readonly StoredExchange[] | undefined {
  const list = isObject(value) ? (value.http_interactions ?? value.interactions) : value;
  if (!Array.isArray(list)) return undefined;
  const found = list.map(exchangeOf);
  return found.every((one) => one !== undefined) ? found : undefined;
}

function exchangeOf(value: unknown): StoredExchange | undefined {
  if (!isObject(value) || !isObject(value.request)) return undefined;
  const { request, recorded_at: recordedAt } = value;
  const response = isObject(value.response) ? value.response : {};
  const url = request.uri ?? request.url;
  if (typeof url !== 'string') return undefined;
  return {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body: sentOf(request.body),
    status: statusOf(response),
    responseHeaders: response.headers,
    responseBody: bodyOf(response.body) ?? { text: '' },
    recordedAt,
  };
}

/** A number, `{code: 200}`, `200 OK`, or under `code`. */
function statusOf({ status, code, status_code: python }: Members): number {
  const value = isObject(status) ? status.code : (code ?? python ?? status);
  return Number.parseInt(String(value ?? 0), 10);
}

function sentOf(body: unknown): StoredText | undefined {
  const stored = bodyOf(body);
  return stored?.text === '' ? undefined : stored;
}

/** A text or bytes, or `{string}` or `{base64_string}` with the encoding of the text. */
function bodyOf(body: unknown): StoredText | undefined {
  if (!isObject(body)) return storedOf(body);
  const { string, base64_string: base64 } = body;
  if (typeof base64 === 'string') return { text: base64, encoding: 'base64' };
  return 'string' in body ? storedOf(string) : storedOf(body);
}

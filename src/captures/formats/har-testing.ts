import { gzipSync } from 'node:zlib';

/** A request and its response as a tool saw them on the wire; mutable, since tests change it. Only for tests. */
export interface Caught {
  method: string;
  url: string;
  headers: [string, string][];
  body?: string;
  atMs: number;
  tookMs: number;
  /** 0 if there was no response. */
  status: number;
  answerHeaders: [string, string][];
  answer: string;
}

/** How tools write the same traffic. */
export type Dialect = 'chrome' | 'firefox' | 'mitmproxy' | 'charles' | 'postman' | 'sanitised';
export const dialects: readonly Dialect[] = ['chrome', 'firefox', 'mitmproxy', 'charles', 'postman'];

const creators: Readonly<Record<Dialect, { readonly name: string; readonly version: string }>> = {
  chrome: { name: 'WebInspector', version: '537.36' },
  sanitised: { name: 'WebInspector', version: '537.36' },
  firefox: { name: 'Firefox', version: '128.0' },
  mitmproxy: { name: 'mitmproxy', version: '10.3.0' },
  charles: { name: 'Charles Proxy', version: '4.6.6' },
  postman: { name: 'Insomnia REST Client', version: 'insomnia.desktop.app:v9.3.2' },
};

/** The text of a HAR file as a tool would write it. */
export function harOf(caught: readonly Caught[], dialect: Dialect = 'firefox'): string {
  const text = JSON.stringify({
    log: {
      version: '1.2',
      creator: creators[dialect],
      ...(dialect === 'firefox' ? { browser: creators.firefox, pages: [] } : {}),
      entries: caught.map((one) => entryOf(one, dialect)),
    },
  });
  return dialect === 'charles' ? `\ufeff${text}` : text;
}

/** One entry of it. */
export function entryOf(one: Caught, dialect: Dialect = 'firefox'): Record<string, unknown> {
  const named = (headers: readonly [string, string][]) =>
    headers.map(([name, value]) => ({ name: spelled(name, dialect), value }));
  const hidden = /^(?:authorization|cookie|set-cookie)$/i;
  const isHttp2 = dialect === 'chrome' || dialect === 'sanitised';
  const { pathname, search, host } = new URL(one.url);
  const sent = one.headers.filter(([name]) => dialect !== 'sanitised' || !hidden.test(name));
  return {
    startedDateTime: startedOf(one.atMs, dialect),
    time: one.tookMs,
    request: {
      method: one.method,
      url: one.url,
      httpVersion: isHttp2 ? 'http/2.0' : 'HTTP/1.1',
      cookies: [],
      headers: [
        ...(isHttp2
          ? [
              { name: ':authority', value: host },
              { name: ':path', value: pathname + search },
            ]
          : []),
        ...named(sent),
      ],
      queryString: [...new URL(one.url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: one.body?.length ?? 0,
      ...(one.body === undefined ? {} : { postData: { mimeType: 'application/json', text: one.body } }),
    },
    response: {
      status: one.status,
      statusText: '',
      httpVersion: isHttp2 ? 'http/2.0' : 'HTTP/1.1',
      cookies: [],
      headers: named(one.answerHeaders),
      content: contentOf(one, dialect),
      redirectURL: '',
      headersSize: -1,
      bodySize: dialect === 'chrome' ? -1 : Buffer.byteLength(one.answer),
      ...(isHttp2 ? { _transferSize: 0, _error: one.status === 0 ? 'net::ERR_CONNECTION_RESET' : null } : {}),
    },
    cache: {},
    timings: {
      send: 0,
      wait: one.tookMs,
      receive: 0,
      ...(isHttp2 ? { blocked: -1, _blocked_queueing: 0.4 } : {}),
    },
    ...(isHttp2 ? { _initiator: { type: 'script' }, _priority: 'High', _resourceType: 'fetch' } : {}),
    ...(dialect === 'firefox' ? { pageref: 'page_1', serverIPAddress: '127.0.0.1', connection: '443' } : {}),
  };
}

/** Each of HTTP/1.1's spellings of the same name. */
function spelled(name: string, dialect: Dialect): string {
  if (dialect === 'chrome' || dialect === 'sanitised') return name;
  return dialect === 'charles'
    ? name.toUpperCase()
    : name.replace(/(^|-)([a-z])/g, (_, dash: string, first: string) => dash + first.toUpperCase());
}

function startedOf(atMs: number, dialect: Dialect): string {
  const iso = new Date(atMs).toISOString();
  if (dialect === 'mitmproxy') return iso.replace('Z', '123+00:00');
  // Firefox writes local time.
  return dialect === 'firefox' ? new Date(atMs + 7_200_000).toISOString().replace('Z', '+02:00') : iso;
}

function contentOf(one: Caught, dialect: Dialect) {
  const mimeType = one.answerHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const size = Buffer.byteLength(one.answer);
  const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
  switch (dialect) {
    case 'mitmproxy':
      return { size, mimeType, text: base64(one.answer), encoding: 'base64' };
    case 'charles':
      // Stored compressed, as on the wire.
      return { size, mimeType, text: size === 0 ? '' : base64(gzipSync(one.answer)), encoding: 'base64' };
    case 'postman':
      return size === 0 ? { size, mimeType } : { size, mimeType, text: one.answer };
    default:
      return { size, mimeType, ...(size === 0 ? {} : { text: one.answer }) };
  }
}

import type { TransportFailure } from '../exchange.ts';

/** Thrown inside the recorder to abort a transfer; never leaves it. */
export class TransferStop extends Error {
  readonly failure: TransportFailure;

  constructor(kind: TransportFailure['kind'], message: string) {
    super(message);
    this.name = 'TransferStop';
    this.failure = { kind, message };
  }
}

type Kind = TransportFailure['kind'];

/** Error codes of Node's net, dns, tls and zlib, of undici, and of its HTTP parser, by kind of failure. */
const kinds: readonly (readonly [RegExp, Kind, string])[] = [
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN|ENETDOWN)$/, 'connect', 'no connection'],
  [/^(ENOTFOUND|EAI_[A-Z]+)$/, 'connect', 'the host name was not found'],
  [
    /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT)$/,
    'connect',
    'the connection timed out',
  ],
  [
    /^(EPROTO|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|.*_CERT(_.*)?|UNABLE_TO_.*|.*_SIGNATURE)$/,
    'connect',
    'no secure connection',
  ],
  [/^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'timeout', 'the response took too long'],
  [/^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, 'malformed', 'the header section is too large'],
  [/^(HPE_INVALID_EOF_STATE)$/, 'closed', 'the connection ended before the response was complete'],
  [/^(HPE_.*|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'malformed', 'the response is not valid HTTP'],
  [
    /^(Z_.*|ERR_(_ERROR_|BROTLI|ZSTD|BUFFER_TOO_LARGE).*|ZSTD_.*)$/,
    'malformed',
    'the content coding is invalid',
  ],
  [/^(UND_ERR_RES_EXCEEDED_MAX_SIZE)$/, 'too-large', 'the response is too large'],
  [/^(ERR_NOCK.*|UND_MOCK_.*)$/, 'refused', 'no recorded response matches this request'],
  [
    /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|ERR_STREAM_PREMATURE_CLOSE)$/,
    'closed',
    'the connection ended before the response was complete',
  ],
];

/**
 * Classifies a rejected `fetch` or a failed body. The message contains the suite's words and the error code, never the
 * peer's text.
 */
export function failureOf(error: unknown): TransportFailure {
  const chain = causesOf(error);
  for (const one of chain) if (one instanceof TransferStop) return one.failure;
  for (const [pattern, kind, words] of kinds) {
    const code = chain.map(codeOf).find((each) => pattern.test(each));
    if (code !== undefined) return { kind, message: `${words} (${code})` };
  }
  // undici's parser errors do not always have a code.
  const unparsable = chain.find((one) => one instanceof Error && one.name === 'HTTPParserError');
  if (unparsable instanceof Error)
    return /EOF/.test(unparsable.message)
      ? { kind: 'closed', message: 'the connection ended before the response was complete' }
      : { kind: 'malformed', message: 'the response is not valid HTTP' };
  const messages = chain.map((one) => (one instanceof Error ? one.message : '')).join('\n');
  if (/invalid header (value|name)|invalid header/i.test(messages))
    return { kind: 'malformed', message: 'a response header is malformed' };
  if (/content-encoding|content coding/i.test(messages))
    return { kind: 'malformed', message: 'too many content codings' };
  if (/bad port/.test(messages)) return { kind: 'refused', message: 'fetch does not connect to this port' };
  if (/terminated|other side closed|socket/i.test(messages))
    return { kind: 'closed', message: 'the connection ended before the response was complete' };
  if (chain.some((one) => one instanceof Error && one.name === 'TimeoutError'))
    return { kind: 'timeout', message: 'the response took too long' };
  return { kind: 'closed', message: `no response (${nameOf(error)})` };
}

/** The error, its causes, and the errors of an AggregateError; at most 16. */
function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [error];
  for (let at = 0; at < chain.length && chain.length < 16; at++) {
    const one = chain[at];
    if (typeof one !== 'object' || one === null) continue;
    if ('cause' in one && one.cause !== undefined && !chain.includes(one.cause)) chain.push(one.cause);
    if ('errors' in one && Array.isArray(one.errors)) chain.push(...one.errors.slice(0, 4));
  }
  return chain;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'unknown error';
}

import type { Clock, VirtualClock } from '../clock.ts';
import { ConformanceError } from '../errors.ts';
import type {
  Exchange,
  HeaderMap,
  RecordedRequest,
  RecordedResponse,
  Step,
  TransportFailure,
} from '../exchange.ts';
import type { Target } from '../targets/target.ts';
import { responseWith } from '../text/packed-text.ts';
import { createBodyReader, type Intake } from './body.ts';
import { allowedBy } from './excess.ts';
import { failureOf, TransferStop } from './transport-failure.ts';

/** Sends each request once, unchanged, and records what crossed the wire. */
export interface Recorder {
  /** Resolves with the exchange even if it failed; rejects only with a `ConformanceError`. */
  send(request: OutgoingRequest): Promise<Exchange>;
  /** Completed exchanges, by start of request. */
  readonly exchanges: readonly Exchange[];
  /** Total received, including incomplete responses. */
  readonly intake: Readonly<Intake>;
}

export interface OutgoingRequest {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly step?: Step;
}

/** Limits on response size and time. Real time: in-process targets need no time limits. */
export interface Caps {
  /** Bytes of the body, after its content coding. @default 32 MiB */
  readonly maxBytes?: number;
  /** Values of a JSON body: its commas and opening brackets. @default 2 million, twice the largest documented page */
  readonly maxValues?: number;
  /** From the request to the end of the body. @default no limit */
  readonly totalMs?: number;
  /** Idle time between two chunks of the body. @default no limit */
  readonly idleMs?: number;
}

export interface RecorderOptions {
  readonly fetch: Target['fetch'];
  readonly clock: Clock;
  readonly origin: string;
  readonly caps?: Caps;
}

const defaultMaxBytes = 32 * 1024 * 1024;
const defaultMaxValues = 2_000_000;

/** A recorder for one run against one origin. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { clock } = options;
  const origin = new URL(options.origin).origin;
  const { totalMs, idleMs, maxBytes = defaultMaxBytes, maxValues = defaultMaxValues } = options.caps ?? {};
  const isTimed = totalMs !== undefined || idleMs !== undefined;
  const exchanges: Exchange[] = [];
  const intake: Intake = { bytes: 0, values: 0, newBytes: 0 };
  const bodies = createBodyReader({ maxBytes, maxValues, idleMs }, intake);
  let started = 0;

  const transfer = async (request: Request, controller: AbortController | undefined) => {
    const response = await options.fetch(request);
    const { text: body, isUtf8 } = await bodies.read(response, controller, allowedBy(request.url));
    const parts = {
      status: response.status,
      headers: headersOf(response.headers),
      ...(isUtf8 ? {} : { isNotUtf8: true as const }),
      receivedAtMs: clock.now(),
    };
    return responseWith(parts, body);
  };

  return {
    exchanges,
    intake,
    send: async (outgoing) => {
      const seq = started++;
      const sentAtMs = clock.now();
      const controller = isTimed ? new AbortController() : undefined;
      let recorded: RecordedRequest = { ...outgoingOf(outgoing), origin, sentAtMs };
      let timer: NodeJS.Timeout | undefined;
      let outcome: { response: RecordedResponse } | { failure: TransportFailure };
      try {
        const request = requestOf(outgoing, origin, controller?.signal);
        recorded = { ...recorded, path: pathOf(request.url, origin), headers: headersOf(request.headers) };
        if (controller && totalMs !== undefined)
          timer = setTimeout(
            () => controller.abort(new TransferStop('timeout', `no whole answer within ${totalMs} ms`)),
            totalMs,
          );
        const work = orAborted(transfer(request, controller), controller?.signal);
        outcome = { response: await (isVirtual(clock) ? clock.hold(work) : work) };
      } catch (error) {
        if (error instanceof ConformanceError) throw error;
        outcome = { failure: failureOf(error) };
      } finally {
        clearTimeout(timer);
      }
      const exchange: Exchange = {
        seq,
        ...(outgoing.step ? { step: outgoing.step } : {}),
        request: recorded,
        ...outcome,
      };
      insert(exchanges, exchange);
      return exchange;
    },
  };
}

/** Applies the timeout also to in-process targets, which may ignore the signal. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Requests may overtake each other; the list is ordered by start. */
function insert(exchanges: Exchange[], exchange: Exchange): void {
  let at = exchanges.length;
  while (at > 0 && exchanges[at - 1]!.seq > exchange.seq) at--;
  if (at === exchanges.length) exchanges.push(exchange);
  else exchanges.splice(at, 0, exchange);
}

/** Virtual time does not advance while a response, including its body, is in flight. */
function isVirtual(clock: Clock): clock is VirtualClock {
  return 'hold' in clock;
}

/** `.` or `..` between slashes or backslashes, also percent-encoded. */
const dotSegment = /[/\\](?:\.|%2e){1,2}(?=[/\\]|$)/i;

function requestOf(outgoing: OutgoingRequest, origin: string, signal: AbortSignal | undefined): Request {
  const { method, path, headers, body } = outgoing;
  if (!path.startsWith('/')) throw new TransferStop('refused', 'the path does not start with /');
  // A hostile server's id may contain `../..`, which the URL parser would resolve to another resource.
  if (dotSegment.test(path.split(/[?#]/, 1)[0] ?? ''))
    throw new TransferStop('refused', 'the path contains a `.` or `..` segment');
  try {
    return new Request(origin + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    // Only for requests that fetch forbids: TRACE and CONNECT, a body on GET, a line break in a header.
    throw new TransferStop('refused', 'fetch does not allow this request');
  }
}

function outgoingOf({ method, path, headers, body }: OutgoingRequest) {
  return {
    method,
    path,
    headers: headersOf(Object.entries(headers)),
    ...(body === undefined ? {} : { body }),
  };
}

/** As sent: normalised by the URL parser, without a fragment. */
function pathOf(url: string, origin: string): string {
  const path = url.slice(origin.length);
  const fragment = path.indexOf('#');
  return fragment < 0 ? path : path.slice(0, fragment);
}

/** Lower-case names; repeated headers are joined, including `set-cookie`. */
function headersOf(headers: Iterable<[string, string]>): HeaderMap {
  const map: Record<string, string> = {};
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    const known = Object.hasOwn(map, name) ? map[name] : undefined;
    map[name] = known === undefined ? value : `${known}, ${value}`;
  }
  return map;
}

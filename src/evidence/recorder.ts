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
import { type Intake, readBody } from './body.ts';
import { failureOf, TransferStop } from './transport-failure.ts';

/** Observes and nothing else: sends what it is given, once, and keeps what crossed the wire. */
export interface Recorder {
  /** Resolves with the exchange whatever happened to it; only our own faults (`ConformanceError`) are thrown. */
  send(request: OutgoingRequest): Promise<Exchange>;
  /** Complete exchanges, by the start of their request. */
  readonly exchanges: readonly Exchange[];
  /** What all answers together have brought, those included that were cut off. */
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

/** How much of a server's answer is taken, and for how long. Real time: an in-process target needs no time caps. */
export interface Caps {
  /** Bytes of the body, after its content coding. @default 32 MiB */
  readonly maxBytes?: number;
  /** Values of a JSON body: its commas and opening brackets. @default 2 million, twice the largest page that is documented */
  readonly maxValues?: number;
  /** From the request to the end of the body. @default no limit */
  readonly totalMs?: number;
  /** Silence between two pieces of the body. @default no limit */
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
  const limits = { maxBytes, maxValues, idleMs };
  const isTimed = totalMs !== undefined || idleMs !== undefined;
  const exchanges: Exchange[] = [];
  const intake: Intake = { bytes: 0, values: 0 };
  let started = 0;

  const transfer = async (request: Request, controller: AbortController | undefined) => {
    const response = await options.fetch(request);
    const body = await readBody(response, limits, controller, intake);
    return {
      status: response.status,
      headers: headersOf(response.headers),
      body,
      receivedAtMs: clock.now(),
    } satisfies RecordedResponse;
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

/** A target in process may not know of the signal; nobody waits for it longer than for one on the network. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Requests may overtake each other; the list stays in the order of their start. */
function insert(exchanges: Exchange[], exchange: Exchange): void {
  let at = exchanges.length;
  while (at > 0 && exchanges[at - 1]!.seq > exchange.seq) at--;
  if (at === exchanges.length) exchanges.push(exchange);
  else exchanges.splice(at, 0, exchange);
}

/** Virtual time stands still while an answer is under way, its body included. */
function isVirtual(clock: Clock): clock is VirtualClock {
  return 'hold' in clock;
}

/** `.` or `..` between slashes or backslashes, percent-encoded or not. */
const dotSegment = /[/\\](?:\.|%2e){1,2}(?=[/\\]|$)/i;

function requestOf(outgoing: OutgoingRequest, origin: string, signal: AbortSignal | undefined): Request {
  const { method, path, headers, body } = outgoing;
  if (!path.startsWith('/')) throw new TransferStop('refused', 'the path does not begin with /');
  // An id that a server made up may hold `../..`: the URL parser would turn that into another resource.
  if (dotSegment.test(path.split(/[?#]/, 1)[0] ?? ''))
    throw new TransferStop('refused', 'the path leads out of its own folder');
  try {
    return new Request(origin + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    // Only for what fetch itself forbids: TRACE and CONNECT, a body on GET, a line break in a header.
    throw new TransferStop('refused', 'fetch does not send such a request');
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

/** As it goes over the wire: normalised by the URL parser, without a fragment. */
function pathOf(url: string, origin: string): string {
  const path = url.slice(origin.length);
  const fragment = path.indexOf('#');
  return fragment < 0 ? path : path.slice(0, fragment);
}

/** Lower-case names; a header that came more than once is joined, `set-cookie` too. */
function headersOf(headers: Iterable<[string, string]>): HeaderMap {
  const map: Record<string, string> = {};
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    const known = Object.hasOwn(map, name) ? map[name] : undefined;
    map[name] = known === undefined ? value : `${known}, ${value}`;
  }
  return map;
}

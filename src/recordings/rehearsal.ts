import type { StateParams } from '../../contracts/states.ts';
import { SuiteFault } from '../errors.ts';
import type { Exchange, RecordedRequest, RecordedResponse } from '../exchange.ts';
import { TransferStop } from '../recorder/transport-failure.ts';
import type { RedactedRequest } from '../recording.ts';
import { refusedState } from '../targets/replay.ts';
import type { Target } from '../targets/target.ts';
import { createTimeline } from '../targets/timeline.ts';
import { clockMoves, type Transcript, type TranscriptPart } from './transcript.ts';

/** A request as a replay sends it, derived from redacted responses only. */
export interface RehearsedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** `''` for none. */
  readonly body: string;
}

/** The requests of one probe, in the order of its transcript. */
export interface RehearsedPart {
  readonly requests: readonly RehearsedRequest[];
  readonly stateParams: readonly StateParams[];
}

/** A target that plays a transcript and records the requests. */
export interface Rehearsal {
  readonly target: Target;
  partOf(probe: string): RehearsedPart;
}

/**
 * Plays the redacted responses in recorded order. Probes derive requests from responses, so the recorded requests are
 * exactly those a replay sends. Throws `SuiteFault` if a request differs from the recorded one.
 */
export function rehearse(transcript: Transcript, recorded: Target): Rehearsal {
  const notes = new Map<string, { requests: RehearsedRequest[]; stateParams: StateParams[] }>();
  let part: TranscriptPart | undefined;
  let note: { requests: RehearsedRequest[]; stateParams: StateParams[] } = { requests: [], stateParams: [] };
  const first = transcript.parts[0]?.exchanges[0]?.request.sentAtMs ?? 0;
  const played: Exchange[] = [];
  const clock = createTimeline(first, () => part?.exchanges[note.requests.length]?.request.sentAtMs);
  return {
    target: {
      kind: 'replay',
      name: 'a rehearsal',
      origin: transcript.origin,
      fetch: async (request) => {
        const exchange = part?.exchanges[note.requests.length];
        const path = request.url.slice(transcript.origin.length);
        note.requests.push({
          method: request.method,
          path,
          authorization: request.headers.get('authorization') ?? undefined,
          body: '',
        });
        const at = note.requests.length - 1;
        if (!exchange || !isAlike(request.method, path, exchange))
          throw mismatchFault(part?.probe ?? '', `${request.method} ${path}`, exchange);
        played.push(exchange);
        clock.sent(exchange.request.sentAtMs);
        const body = await request.text();
        note.requests[at] = { ...note.requests[at]!, body };
        return answer(exchange, clock);
      },
      clock,
      token: transcript.tokens.own,
      ...(transcript.tokens.second === undefined ? {} : { secondToken: transcript.tokens.second }),
      ...(transcript.tokens.user === undefined ? {} : { userToken: transcript.tokens.user }),
      ...(recorded.setState
        ? {
            setState: async (name, params = {}) => {
              if (name === clockMoves) return {};
              while (part?.states[note.stateParams.length]?.name === clockMoves)
                note.stateParams.push(part.states[note.stateParams.length]?.params ?? {});
              const state = part?.states[note.stateParams.length];
              if (state?.name !== name)
                throw mismatchFault(part?.probe ?? '', `the state "${name}"`, undefined, state?.name);
              note.stateParams.push(params);
              if (state.refused) throw refusedState(name);
              return state.values;
            },
          }
        : {}),
      hasOwnClock: hasOwnClock(recorded),
      recordedFrom: recorded.kind === 'live' ? 'live' : 'sandbox',
      allows: recorded.allows,
      startProbe: (name) => {
        part = transcript.parts.find((one) => one.probe === name);
        note = { requests: [], stateParams: [] };
        notes.set(name, note);
      },
      recorded: () => played.map(({ request }) => redactedRequestOf(request)),
      close: async () => {},
    },
    partOf: (probe) => notes.get(probe) ?? { requests: [], stateParams: [] },
  };
}

/** Path and body of a redacted request. */
export function redactedRequestOf({ path, body }: RecordedRequest): RedactedRequest {
  return { path, ...(body === undefined ? {} : { body }) };
}

/** Whether a state, not waiting, advances the target's time. */
export function hasOwnClock(target: Pick<Target, 'kind' | 'setState' | 'hasOwnClock'>): boolean {
  return target.setState !== undefined && (target.hasOwnClock ?? target.kind === 'live');
}

function answer({ response, failure }: Exchange, clock: ReturnType<typeof createTimeline>): Response {
  if (!response) {
    clock.lost();
    throw new TransferStop(failure?.kind ?? 'closed', failure?.message ?? 'no response');
  }
  clock.received(response.receivedAtMs);
  return responseOf(response);
}

/** Statuses without a body in fetch. */
const bodiless: ReadonlySet<number> = new Set([101, 204, 205, 304]);

function responseOf({ status, headers, body }: RecordedResponse): Response {
  const isUsual = status >= 200 && status <= 599;
  const made = new Response(bodiless.has(status) || body === '' ? null : body, {
    status: isUsual ? status : 200,
    headers,
  });
  // Response rejects such a status, though a server may send it.
  if (!isUsual) Object.defineProperty(made, 'status', { value: status });
  return made;
}

/** Same method and path pattern: ids of the second run may be pseudonyms of pseudonyms. */
function isAlike(method: string, path: string, { request }: Exchange): boolean {
  const formOf = (text: string) => {
    const [pathname = '', query] = text.split('?', 2);
    const names = [...new URLSearchParams(query ?? '').keys()];
    return `${pathname.split('/').length} ${pathname.split('/').slice(0, 3).join('/')} ${names.join('&')}`;
  };
  return method === request.method && formOf(path) === formOf(request.path);
}

function mismatchFault(
  probe: string,
  asked: string,
  exchange: Exchange | undefined,
  state?: string,
): SuiteFault {
  const was = exchange ? `${exchange.request.method} ${exchange.request.path}` : (state ?? 'no request');
  return new SuiteFault(
    `The recording would not replay: ${probe} requested ${asked} instead of ${was}.`,
    'Nothing was written. This is a bug in the suite; please report it.',
  );
}

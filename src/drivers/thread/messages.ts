import type { MessagePort } from 'node:worker_threads';
import type { ClientClaim } from '../../observation.ts';
import { isObject } from '../../text/json.ts';
import type { Assignment } from '../driver.ts';
import type { Arrival, Served } from '../served.ts';

/** What a thread gets when it starts. */
export interface ThreadOrder {
  /** Path of the module. */
  readonly file: string;
  readonly port: MessagePort;
  /** Written by the thread, also while it does not read messages. */
  readonly pulse: Pulse;
  readonly limits: Pick<ThreadLimits, 'virtualMs' | 'outputBytes'>;
}

/** Limits of one start of a module. */
export interface ThreadLimits {
  /** Real time, in milliseconds. */
  readonly realMs: number;
  readonly virtualMs: number;
  /** Real time without a request, a wait or output, in milliseconds. */
  readonly silenceMs: number;
  /** Real time for loading the module, in milliseconds. */
  readonly loadMs: number;
  /** Bytes on both streams together. */
  readonly outputBytes: number;
  /** Heap and buffers of the thread. */
  readonly memoryMib: number;
}

/** At 0 the time of the thread's clock in epoch milliseconds, at 1 a count of its requests, waits and outputs. */
export type Pulse = Float64Array<SharedArrayBuffer>;

/** An assignment without what cannot be sent to a thread. */
export type SentAssignment = Omit<Assignment, 'fetch' | 'clock' | 'virtual'>;

/** To the thread. `served` and `refused` belong to the request with the same number. */
export type ToThread =
  | { readonly kind: 'start'; readonly startMs: number; readonly assignment: SentAssignment }
  | { readonly kind: 'served'; readonly request: number; readonly served: Served | undefined }
  | { readonly kind: 'refused'; readonly request: number; readonly message: string };

/** From the thread. `nowMs` is the time by its clock. */
export type FromThread =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'not-loaded'; readonly message: string }
  | { readonly kind: 'no-run' }
  | {
      readonly kind: 'request';
      readonly request: number;
      readonly nowMs: number;
      readonly arrival: Omit<Arrival, 'body'>;
      readonly hasBody: boolean;
    }
  /** Follows a request with a body; `null` if it could not be read. */
  | { readonly kind: 'body'; readonly request: number; readonly body: string | undefined | null }
  /** Only for what is not sent at once. */
  | { readonly kind: 'sent'; readonly request: number; readonly nowMs: number }
  | { readonly kind: 'failed'; readonly request: number; readonly nowMs: number; readonly message: string }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'flooded' }
  /** `isIdle`: nothing of this start goes on, so the thread can be used again. */
  | { readonly kind: 'result'; readonly claim: ClientClaim; readonly isIdle: boolean };

/** Whether a message has the form of one from the thread. */
export function isFromThread(message: unknown): message is FromThread {
  if (!isObject(message)) return false;
  const { kind, request, nowMs, arrival, body, message: why, text, claim } = message;
  const isOfRequest = typeof request === 'number';
  switch (kind) {
    case 'loaded':
    case 'no-run':
    case 'flooded':
      return true;
    case 'not-loaded':
      return typeof why === 'string';
    case 'printed':
      return typeof text === 'string';
    case 'request':
      return isOfRequest && typeof nowMs === 'number' && isArrival(arrival);
    case 'body':
      return isOfRequest && (body === undefined || body === null || typeof body === 'string');
    case 'sent':
      return isOfRequest && typeof nowMs === 'number';
    case 'failed':
      return isOfRequest && typeof nowMs === 'number' && typeof why === 'string';
    case 'result':
      return isClaim(claim);
    default:
      return false;
  }
}

function isArrival(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.headers)) return false;
  const { method, origin, path, headers } = value;
  return [method, origin, path, ...Object.values(headers)].every((one) => typeof one === 'string');
}

function isClaim(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value.ids)) return false;
  const { says, ids, said, endedBy } = value;
  return [says, said, endedBy, ...ids].every((one) => typeof one === 'string');
}

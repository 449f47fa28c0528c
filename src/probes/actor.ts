import type { Profile } from '../../contracts/profiles.ts';
import type { StateName } from '../../contracts/states.ts';
import { collections } from '../collections.ts';
import { InconclusiveError, InterruptedError, SafetyStop, SuiteFault } from '../errors.ts';
import type { Exchange, Members } from '../exchange.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { Target } from '../targets/target.ts';
import { indexOperations } from '../traffic/operations.ts';
import { type ReadExchange, readExchange } from '../traffic/read-exchange.ts';
import type { Pacer } from './pacer.ts';
import type { Actor, ActorRequest } from './probe.ts';
import { linkedPath, recordsIn } from './responses.ts';
import type { WriteGuard } from './write-guard.ts';

/** First pages of collections, kept while they hold true. */
export interface Samples {
  readonly byPath: Map<string, readonly Members[]>;
  /** Whether a state has changed the records since the last reset. */
  changed: boolean;
}

/** What all probes of a run share. */
export interface Stage {
  readonly target: Target;
  readonly recorder: Recorder;
  readonly pacer: Pacer;
  readonly writes: WriteGuard;
  readonly samples: Samples;
  readonly signal: AbortSignal;
}

/** Pages that one walk follows at the most, whatever the links say. */
const walkCap = 500;
/** So many transport failures in a row, and the target is taken to be gone. A closed connection counts twice: it is tried again. */
const lostAfter = 6;
/** The same for answers that did not come in time. */
const hungAfter = 3;
/** So many requests without an answer in time, in a row or not: each has cost the whole time that one may take. */
const mostTimeouts = 10;
/** What all answers of a run together may bring, so that its memory is bounded. A large district stays far below. */
const mostBytes = 128 * 1024 * 1024;
const mostValues = 8_000_000;
/** So long the answer to a write is waited for after Ctrl-C: it may tell what has to be removed again. */
const graceMs = 5_000;

/** States after which a collection holds other records, until a reset. */
const changesRecords: ReadonlySet<StateName> = new Set<StateName>([
  'a district with {students} students',
  'the record {id} is deleted',
  'the record {id} is unshared',
  'a record is created in {collection}',
]);

/** One scope per collection of the Data API: `read:students`, … */
const everyScope = collections.map(({ name }) => `read:${name}`);

/** Our hands on a target, for the probes of one API. */
export function createActor(stage: Stage, profile: Profile): Actor {
  const { target } = stage;
  const operations = indexOperations([profile]);

  const sendOnce = async (request: ActorRequest): Promise<Exchange> => {
    if (stage.signal.aborted) throw interrupted();
    const method = request.method ?? 'GET';
    const path = request.path.startsWith('/v') ? request.path : profile.prefix + request.path;
    if (!request.unpaced) await stage.pacer.admit();
    const written = await stage.writes.before(method, path);
    const sent = stage.recorder
      .send({
        method,
        path,
        headers: headersOf(request, target.token),
        ...bodyOf(request),
        ...(request.step ? { step: request.step } : {}),
      })
      .then(async (answered) => {
        await written.after(answered);
        return answered;
      });
    const exchange = await orInterrupted(sent, stage.signal, method === 'GET' ? 0 : graceMs);
    stage.pacer.count(exchange, !request.unpaced);
    if (exchange.response?.status === 429 && !request.unpaced && target.kind === 'live')
      throw new SafetyStop(
        `${target.origin} answered 429 to a request within the budget (${method} ${withoutIds(path)}).`,
        'Wait a minute, make sure that nobody else uses this token, or lower --budget.',
      );
    const stop = whyStop(stage);
    if (stop) throw stop;
    return exchange;
  };

  /** A read whose connection was closed is sent once more: servers close idle connections just as they are used again. */
  const send = async (request: ActorRequest): Promise<ReadExchange> => {
    const exchange = await sendOnce(request);
    const isRead = (request.method ?? 'GET') === 'GET';
    const last = isRead && exchange.failure?.kind === 'closed' ? await sendOnce(request) : exchange;
    return readExchange(last, operations);
  };

  return {
    profile,
    clock: target.clock,
    token: target.token,
    otherToken: async () => {
      if (target.secondToken !== undefined) return target.secondToken;
      const { token } = await setState(stage, 'a token with {scopes}', {
        scopes: everyScope,
        agreement: true,
      });
      if (typeof token === 'string') return token;
      throw new SuiteFault(
        'The state endpoint gave no token for "a token with {scopes}".',
        'It has to answer {"token": "…"}.',
      );
    },
    allows: (need) => target.allows.has(need),
    send,
    walk: async (path, options = {}) => {
      const pages: ReadExchange[] = [];
      const seen = new Set<string>();
      const collectionPath = (path.startsWith('/v') ? path : profile.prefix + path).split('?', 1)[0] ?? '';
      const cap = Math.min(options.maxPages ?? walkCap, walkCap);
      for (let next: string | undefined = path; next !== undefined && pages.length < cap; ) {
        const page: ReadExchange = await send({
          path: next,
          ...(options.token === undefined ? {} : { token: options.token }),
          ...(options.step ? { step: options.step } : {}),
        });
        pages.push(page);
        seen.add(page.request.path);
        next = linkedPath(page, options.rel ?? 'next', { origin: target.origin, collectionPath });
        if (next !== undefined && seen.has(next)) next = undefined;
      }
      return pages;
    },
    sample: async (collection) => {
      const path = `${profile.prefix}/${collection}`;
      const known = stage.samples.byPath.get(path);
      if (known) return known;
      const records = recordsIn(await send({ path }));
      stage.samples.byPath.set(path, records);
      return records;
    },
    state: (name, params) => setState(stage, name, params),
    passTime: (seconds) => passTime(stage, seconds),
  };
}

/** Lets time pass at the target: virtual, moved by a state, or waited for. */
export async function passTime(stage: Pick<Stage, 'target' | 'signal'>, seconds: number): Promise<void> {
  const { target } = stage;
  if ((target.hasOwnClock ?? target.kind === 'live') && target.setState)
    await target.setState('the clock moves {seconds}', { seconds });
  else await target.clock.sleep(seconds * 1000, stage.signal);
}

async function setState(stage: Stage, ...[name, params]: Parameters<Actor['state']>) {
  if (!stage.target.setState)
    throw new SuiteFault(
      `The state "${name}" was asked of a target that has none.`,
      'The probe has to declare that it needs states; please report it.',
    );
  const { samples } = stage;
  const isReset = name === 'everything is as seeded';
  if (changesRecords.has(name) || (isReset && samples.changed)) samples.byPath.clear();
  samples.changed = changesRecords.has(name) || (samples.changed && !isReset);
  return await orInterrupted(stage.target.setState(name, params), stage.signal, 0);
}

/** Nobody who pressed Ctrl-C waits for a server that hangs, or not for longer than `patienceMs` of real time. */
async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal, patienceMs: number): Promise<T> {
  let onAbort = () => {};
  let timer: NodeJS.Timeout | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      if (patienceMs === 0) reject(interrupted());
      else timer = setTimeout(() => reject(interrupted()), patienceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** The run ends here because somebody asked for it. */
export function interrupted(): InterruptedError {
  return new InterruptedError('The run was interrupted.', 'What it had created is removed; run it again.');
}

function headersOf(request: ActorRequest, ownToken: string): Record<string, string> {
  const token = request.token === undefined ? ownToken : request.token;
  return {
    accept: 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

function bodyOf(request: ActorRequest): { body?: string } {
  if (request.body === undefined) return {};
  return { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) };
}

/** Why the run must not go on: the target is gone, or it costs more than any run may. */
function whyStop({ recorder, target }: Stage): InconclusiveError | SafetyStop | undefined {
  const { exchanges, intake } = recorder;
  const last = exchanges.slice(-lostAfter);
  const isGone = last.length === lostAfter && last.every(isLost);
  const isHung = last.length >= hungAfter && last.slice(-hungAfter).every(isTimeout);
  if (isGone || isHung)
    return new InconclusiveError(
      `${target.origin} stopped answering: ${last.at(-1)?.failure?.message ?? 'no answer'}.`,
      'Check that the target is up, and run again.',
    );
  // Counted only when there is one more: a run has thousands of requests.
  const timeouts = last.slice(-1).some(isTimeout) ? exchanges.filter(isTimeout).length : 0;
  if (timeouts >= mostTimeouts)
    return new InconclusiveError(
      `${target.origin} left ${timeouts} of ${exchanges.length} requests without an answer in time.`,
      'Check that the target is well, or give it longer with --timeout.',
    );
  if (intake.bytes > mostBytes || intake.values > mostValues)
    return new SafetyStop(
      `The answers of ${target.origin} add up to more than a run takes (${mostBytes} bytes or ${mostValues} JSON values).`,
      'Judge a smaller district, or less at once with --requirement or --grep.',
    );
  return undefined;
}

function isTimeout({ failure }: Exchange): boolean {
  return failure?.kind === 'timeout';
}

/** An answer that was too large is one, and what we did not send says nothing of the target. */
function isLost({ failure }: Exchange): boolean {
  return failure !== undefined && failure.kind !== 'too-large' && failure.kind !== 'refused';
}

/** For messages: collections and ids take turns in a path, and neither ids nor a query are for the eyes of others. */
function withoutIds(path: string): string {
  const segments = (path.split('?', 1)[0] ?? '').split('/');
  return segments.map((segment, at) => (at > 2 && at % 2 === 1 ? '{id}' : segment)).join('/');
}

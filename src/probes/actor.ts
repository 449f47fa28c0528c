import type { Profile } from '../../contracts/profiles.ts';
import { findLink, resolveLink } from '../client/links.ts';
import { InconclusiveError, InterruptedError, SafetyStop, SuiteFault } from '../errors.ts';
import type { Recorder } from '../evidence/recorder.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import type { Target } from '../targets/target.ts';
import type { Pacer } from './pacer.ts';
import type { Actor, ActorRequest } from './probe.ts';
import type { WriteGuard } from './write-guard.ts';

/** What all probes of a run share. */
export interface Stage {
  readonly target: Target;
  readonly recorder: Recorder;
  readonly pacer: Pacer;
  readonly writes: WriteGuard;
  /** Samples by path; emptied when a state changes the data. */
  readonly samples: Map<string, readonly Readonly<Record<string, unknown>>[]>;
  readonly signal: AbortSignal;
}

/** Pages that one walk follows at the most, whatever the links say. */
const walkCap = 500;
/** So many transport failures in a row, and the target is taken to be gone. */
const lostAfter = 3;

/** Our hands on a target, for the probes of one API. */
export function createActor(stage: Stage, profile: Profile): Actor {
  const { target } = stage;

  const send = async (request: ActorRequest): Promise<Exchange> => {
    if (stage.signal.aborted) throw interrupted();
    const method = request.method ?? 'GET';
    const path = request.path.startsWith('/v') ? request.path : profile.prefix + request.path;
    if (!request.unpaced) await stage.pacer.admit();
    const written = await stage.writes.before(method, path);
    const exchange = await orInterrupted(
      stage.recorder.send({
        method,
        path,
        headers: headersOf(request, target.token),
        ...bodyOf(request),
        ...(request.step ? { step: request.step } : {}),
      }),
      stage.signal,
    );
    await written.after(exchange);
    stage.pacer.count(exchange);
    if (exchange.response?.status === 429 && !request.unpaced && target.kind === 'live')
      throw new SafetyStop(
        `${target.origin} answered 429 to a request within the budget (${method} ${path}).`,
        'Wait a minute, make sure that nobody else uses this token, or lower --budget.',
      );
    if (isLost(stage.recorder.exchanges))
      throw new InconclusiveError(
        `${target.origin} stopped answering: ${exchange.failure?.message ?? 'no answer'}.`,
        'Check that the target is up, and run again.',
      );
    return exchange;
  };

  return {
    profile,
    clock: target.clock,
    token: target.token,
    otherToken: async () => {
      if (target.secondToken !== undefined) return target.secondToken;
      const scopes = ['read:everything'];
      const { token } = await setState(stage, 'a token with {scopes}', { scopes, agreement: true });
      if (typeof token === 'string') return token;
      throw new SuiteFault(
        'The state endpoint gave no token for "a token with {scopes}".',
        'It has to answer {"token": "…"}.',
      );
    },
    allows: (need) => target.allows.has(need),
    send,
    walk: async (path, options = {}) => {
      const pages: Exchange[] = [];
      const seen = new Set<string>();
      const collectionPath = (path.startsWith('/v') ? path : profile.prefix + path).split('?', 1)[0] ?? '';
      const cap = Math.min(options.maxPages ?? walkCap, walkCap);
      for (let next: string | undefined = path; next !== undefined && pages.length < cap; ) {
        const page: Exchange = await send({
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
      const known = stage.samples.get(path);
      if (known) return known;
      const records = recordsOf(await send({ path }));
      stage.samples.set(path, records);
      return records;
    },
    state: (name, params) => setState(stage, name, params),
    passTime: (seconds) => passTime(stage, seconds),
  };
}

/** Lets time pass at the target: virtual, moved by a state, or waited for. */
export async function passTime(stage: Pick<Stage, 'target' | 'signal'>, seconds: number): Promise<void> {
  const { target } = stage;
  if (target.kind === 'live' && target.setState)
    await target.setState('the clock moves {seconds}', { seconds });
  else await target.clock.sleep(seconds * 1000, stage.signal);
}

async function setState(stage: Stage, ...[name, params]: Parameters<Actor['state']>) {
  if (!stage.target.setState)
    throw new SuiteFault(
      `The state "${name}" was asked of a target that has none.`,
      'The probe has to declare that it needs states; please report it.',
    );
  stage.samples.clear();
  return await stage.target.setState(name, params);
}

/** Nobody who pressed Ctrl-C waits for a server that hangs. */
async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(interrupted());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
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

function isLost(exchanges: readonly Exchange[]): boolean {
  const last = exchanges.slice(-lostAfter);
  return last.length === lostAfter && last.every((one) => one.failure && one.failure.kind !== 'too-large');
}

/** Path and query that a page's link leads to; `undefined` where there is none, or none that may be followed. */
function linkedPath(
  page: Exchange,
  rel: 'next' | 'prev',
  base: { readonly origin: string; readonly collectionPath: string },
): string | undefined {
  const links = (jsonOf(page) as { links?: unknown } | null | undefined)?.links;
  const found = findLink(links, rel);
  if (!found.ok || found.uri === undefined) return undefined;
  const resolved = resolveLink(found.uri, base);
  return resolved.ok ? resolved.url.slice(new URL(resolved.url).origin.length) : undefined;
}

function recordsOf(exchange: Exchange): readonly Readonly<Record<string, unknown>>[] {
  const data = (jsonOf(exchange) as { data?: unknown } | null | undefined)?.data;
  if (exchange.response?.status !== 200 || !Array.isArray(data)) return [];
  return data.map((item) => item?.data).filter((record) => typeof record === 'object' && record !== null);
}

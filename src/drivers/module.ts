import type { Clock } from '../clock.ts';
import type { ClientClaim } from '../observation.ts';
import { createReportedIds } from './claim.ts';
import type { Assignment, ClientModule, Driver } from './driver.ts';
import { maxBodyBytes } from './served.ts';

export interface ModuleCaps {
  /** Limit of virtual time per start. @default an hour */
  readonly virtualMs: number;
  /** Real time without a request or a wait, after which a module counts as stuck. Infinity: another thread watches it. @default 10000 */
  readonly silenceMs: number;
}

/** Real time in which every module does something. */
export const defaultSilenceMs = 10_000;
const defaultCaps: ModuleCaps = { virtualMs: 3_600_000, silenceMs: defaultSilenceMs };
/** Number of ticks per idle timeout. */
const silentTicks = 20;
/** Maximum characters of other text. */
export const saidLength = 4_000;

/**
 * Runs a client of the suite itself, such as a mutant, in this thread and in virtual time. A throw reports incomplete. Users'
 * modules run in a thread of their own: see `createThreadDriver`.
 */
export function createModuleDriver(run: ClientModule, name: string, caps: Partial<ModuleCaps> = {}): Driver {
  const limits = { ...defaultCaps, ...caps };
  return {
    kind: 'module',
    name,
    timing: 'virtual',
    start: (assignment) => startModule(run, assignment, limits),
  };
}

function startModule(
  run: ClientModule,
  assignment: Assignment,
  caps: ModuleCaps,
): ReturnType<Driver['start']> {
  const { promise: ended, resolve } = Promise.withResolvers<ClientClaim>();
  const deadlineMs = assignment.clock.now() + caps.virtualMs;
  let isOver = false;
  const end = (claim: Partial<ClientClaim>) => {
    if (isOver) return;
    isOver = true;
    clearInterval(silence);
    resolve({ says: 'incomplete', ids: [], said: '', endedBy: 'itself', ...claim });
  };
  // Counted in ticks, so that a suspended process does not count as idle.
  let ticks = 0;
  const silence =
    caps.silenceMs === Number.POSITIVE_INFINITY
      ? undefined
      : setInterval(() => ++ticks >= silentTicks && end({ endedBy: 'time' }), caps.silenceMs / silentTicks);
  const listen = () => {
    ticks = 0;
  };

  /** After the end, the module's requests and waits never settle. */
  const unlessOver = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isOver) return await never();
    listen();
    try {
      return await work();
    } finally {
      if (isOver) await never();
      listen();
    }
  };
  const clock: Clock = {
    now: assignment.clock.now,
    sleep: (ms, signal) =>
      unlessOver(() => {
        if (!(assignment.clock.now() + ms > deadlineMs)) return assignment.clock.sleep(ms, signal);
        // An unused timeout may exceed the limit; only a wait that nothing else ends is stopped.
        return assignment.clock.sleep(deadlineMs - assignment.clock.now(), signal).then(() => {
          end({ endedBy: 'time' });
          return never();
        });
      }),
  };
  const { baseUrl, token, dataVersion, job, input, stateDir } = assignment;
  Promise.resolve()
    .then(() =>
      run({
        baseUrl,
        token,
        dataVersion,
        job,
        input,
        stateDir,
        clock,
        fetch: (request, init) => unlessOver(() => assignment.fetch(requestOf(request, init))),
      }),
    )
    .then(claimOf)
    .then(end, (error: unknown) => end({ said: textOf(error) }));
  return { ended, kill: () => end({ endedBy: 'kill' }) };
}

/** Without what is dropped of a large text, so that it is not encoded first. */
function requestOf(request: RequestInfo | URL, init: RequestInit | undefined): Request {
  if (typeof init?.body !== 'string' || init.body.length <= maxBodyBytes) return new Request(request, init);
  return new Request(request, { ...init, body: init.body.slice(0, maxBodyBytes) });
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function claimOf(result: Awaited<ReturnType<ClientModule>>): Partial<ClientClaim> {
  const isClaim = typeof result === 'object' && result !== null && Array.isArray(result.ids);
  if (!isClaim) return { said: 'the module gave back no {complete, ids}' };
  const ids = createReportedIds();
  for (const id of result.ids) {
    ids.add(String(id));
    if (ids.isFull) return { endedBy: 'output', said: 'the module gave back too many ids' };
  }
  return {
    says: result.complete === true ? 'complete' : 'incomplete',
    ids: ids.all,
    said: String(result.said ?? '').slice(0, saidLength),
  };
}

/** The message of anything that was thrown, at most a few kilobytes. */
export function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, saidLength);
}

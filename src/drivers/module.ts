import type { Clock } from '../clock.ts';
import type { ClientClaim } from '../observation.ts';
import type { Assignment, ClientModule, Driver } from './driver.ts';

export interface ModuleCaps {
  /** Virtual time that one start may take. @default an hour */
  readonly virtualMs: number;
  /** Real time without a request or a wait, as this process lives it: such a module is stuck. @default 10000 */
  readonly silenceMs: number;
}

const defaultCaps: ModuleCaps = { virtualMs: 3_600_000, silenceMs: 10_000 };
/** Into how many pieces the silence is cut. */
const silentTicks = 20;
/** Characters of other text that are kept. */
const saidLength = 4_000;

/** Runs a JavaScript or TypeScript client in process and in virtual time. What it throws is a claim to be incomplete. */
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
  // Counted in ticks: a machine that did not let us run for a while is no silence of the module.
  let ticks = 0;
  const silence = setInterval(
    () => ++ticks >= silentTicks && end({ endedBy: 'time' }),
    caps.silenceMs / silentTicks,
  );
  const listen = () => {
    ticks = 0;
  };

  /** Nothing that was ended goes on: its requests and waits never come back. */
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
        // A timeout of its own that is never needed may lie beyond; only a wait that nothing ends is the cap's.
        return assignment.clock.sleep(deadlineMs - assignment.clock.now(), signal).then(() => {
          end({ endedBy: 'time' });
          return never();
        });
      }),
  };
  const { baseUrl, token, job, input, stateDir } = assignment;
  Promise.resolve()
    .then(() =>
      run({
        baseUrl,
        token,
        job,
        input,
        stateDir,
        clock,
        fetch: (request, init) => unlessOver(() => assignment.fetch(new Request(request, init))),
      }),
    )
    .then(
      (result) => end(claimOf(result)),
      (error: unknown) => end({ said: textOf(error) }),
    );
  return { ended, kill: () => end({ endedBy: 'kill' }) };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function claimOf(result: Awaited<ReturnType<ClientModule>>): Partial<ClientClaim> {
  const isClaim = typeof result === 'object' && result !== null && Array.isArray(result.ids);
  if (!isClaim) return { said: 'the module gave back no {complete, ids}' };
  return {
    says: result.complete === true ? 'complete' : 'incomplete',
    ids: result.ids.map(String),
    said: String(result.said ?? '').slice(0, saidLength),
  };
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, saidLength);
}

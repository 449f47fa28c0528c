import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { type ProvokeOptions, provoke } from './exercise.ts';

/** What a run will take, if the server is like the suite's sandbox. */
export interface Expectation {
  readonly requests: number;
  /** Of waits: for the next window of the budget, for Reset and between requests. */
  readonly seconds: number;
}

type Options = Pick<ProvokeOptions, 'apis' | 'ids' | 'budgetShare' | 'depth' | 'shard' | 'signal'> & {
  readonly target: Pick<Target, 'kind' | 'allows'>;
};

/**
 * Runs the same probes with the same permissions and budget against the embedded sandbox, in virtual time. A district that is larger,
 * or a server that fails, needs a few more requests. `undefined` if the run would stop early, as with a budget of almost nothing.
 */
export async function expectationOf({ target, ...options }: Options): Promise<Expectation | undefined> {
  const sandbox = openSandboxTarget({ seed: 1 });
  const startMs = sandbox.clock.now();
  const hasStates = target.allows.has('states');
  let movedS = 0;
  const { setState, ...rest } = sandbox;
  try {
    const { budget, unfinished } = await provoke({
      ...options,
      target: {
        ...rest,
        kind: target.kind,
        allows: target.allows,
        hasOwnClock: hasStates,
        // A clock that is moved takes no time.
        ...(setState && hasStates
          ? {
              setState: (name, params) => {
                if (name === 'the clock moves {seconds}') movedS += Number(params?.seconds ?? 0);
                return setState(name, params);
              },
            }
          : {}),
      },
    });
    if (unfinished) return undefined;
    return {
      requests: budget.requests + budget.unpaced,
      seconds: Math.max(0, (sandbox.clock.now() - startMs) / 1000 - movedS),
    };
  } finally {
    await sandbox.close();
  }
}

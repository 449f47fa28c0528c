import { type MessagePort, parentPort } from 'node:worker_threads';
import { createSandboxPool, type SandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import type { DeepTrial } from './deep/deep-trial.ts';
import { subjects } from './subjects.ts';
import type { Trial } from './trial.ts';
import type { WorkerRequest, WorkerResult } from './worker-pool.ts';

if (parentPort) work(parentPort);

/** The worker side of `runTrials`: runs one trial after the other until terminated. */
function work(port: MessagePort): void {
  const { signal } = new AbortController();
  // Seeding costs more than most scenarios, so the sandboxes of the latest seed are kept.
  let kept: { readonly seed: number; readonly sandboxes: SandboxPool } | undefined;
  const sandboxesOf = (seed: number) => {
    if (kept?.seed === seed) return kept.sandboxes;
    kept?.sandboxes.close();
    kept = { seed, sandboxes: createSandboxPool(seed) };
    return kept.sandboxes;
  };
  const deepBenches = new Map<string, (name: string) => Promise<DeepTrial>>();
  const judge = async ({
    side,
    name,
    seed,
    quick,
    ...kind
  }: WorkerRequest['task']): Promise<Trial | DeepTrial> => {
    if ('deep' in kind) {
      // Loaded on demand: it makes thousands of mutants.
      const { openDeepBench } = await import('./deep/bench.ts');
      const { apis } = kind.deep;
      const key = `${side} ${seed} ${apis.join()}`;
      const judgeDeep = deepBenches.get(key) ?? openDeepBench({ side, apis, seed, signal });
      deepBenches.set(key, judgeDeep);
      return await judgeDeep(name);
    }
    const subject = subjects.find((one) => one.side === side && one.name === name);
    if (!subject) throw new Error('there is no such mutant');
    return await subject.judge({
      seed,
      signal,
      sandboxes: sandboxesOf(seed),
      ...(quick ? { quick } : {}),
    });
  };
  const send = (one: WorkerResult) => port.postMessage(one);
  port.on('message', async ({ at, task }: WorkerRequest) => {
    try {
      send({ at, trial: await judge(task) });
    } catch (error) {
      send({ at, fault: textOf(error) });
    }
  });
}

function textOf(error: unknown): { readonly message: string; readonly stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  // The cause describes the actual failure.
  const root = error.cause instanceof Error ? error.cause : error;
  return { message: root.message, stack: root.stack ?? root.message };
}

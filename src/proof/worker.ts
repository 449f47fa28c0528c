import { type MessagePort, parentPort } from 'node:worker_threads';
import { createSandboxPool, type SandboxPool } from '../scenarios/sandbox-pool.ts';
import { subjects } from './subjects.ts';
import type { Answer, Order } from './worker-pool.ts';

if (parentPort) work(parentPort);

/** The other end of `runTrials`: makes one trial after the other until it is ended. */
function work(port: MessagePort): void {
  const { signal } = new AbortController();
  // Seeding costs more than most scenarios, so the sandboxes of a seed are kept until another one is asked for.
  let kept: { readonly seed: number; readonly sandboxes: SandboxPool } | undefined;
  const sandboxesOf = (seed: number) => {
    if (kept?.seed === seed) return kept.sandboxes;
    kept?.sandboxes.close();
    kept = { seed, sandboxes: createSandboxPool(seed) };
    return kept.sandboxes;
  };
  const answer = (one: Answer) => port.postMessage(one);
  port.on('message', async ({ at, task }: Order) => {
    try {
      const subject = subjects.find((one) => one.side === task.side && one.name === task.name);
      if (!subject) throw new Error('there is no such mutant');
      const { seed } = task;
      answer({ at, trial: await subject.judge({ seed, signal, sandboxes: sandboxesOf(seed) }) });
    } catch (error) {
      answer({ at, fault: textOf(error) });
    }
  });
}

function textOf(error: unknown): { readonly message: string; readonly stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  // What broke is told by the innermost error.
  const root = error.cause instanceof Error ? error.cause : error;
  return { message: root.message, stack: root.stack ?? root.message };
}

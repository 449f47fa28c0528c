import type { Clock } from '../../clock.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

/** A freshly seeded sandbox, for one scenario at a time. */
export interface Lent {
  readonly sandbox: Sandbox;
  giveBack(): Promise<void>;
}

/** Reuses sandboxes, so that a hundred scenarios do not seed the same data a hundred times. */
export interface SandboxPool {
  lend(students: number, clock: Pick<Clock, 'now'>): Lent;
  close(): void;
}

/** A pool for one seed. Returned sandboxes are reset to their seeded state. */
export function createSandboxPool(seed: number): SandboxPool {
  const idle = new Map<number, { sandbox: Sandbox; clock: Pick<Clock, 'now'> }[]>();
  const all: Sandbox[] = [];
  return {
    lend: (students, clock) => {
      const shelf = idle.get(students) ?? [];
      idle.set(students, shelf);
      const found = shelf.pop();
      const holder = found ?? { clock };
      holder.clock = clock;
      const sandbox =
        found?.sandbox ?? createSandbox({ seed, students, clock: { now: () => holder.clock.now() } });
      if (!found) all.push(sandbox);
      return {
        sandbox,
        giveBack: async () => {
          await sandbox.setState('everything is as seeded');
          shelf.push(Object.assign(holder, { sandbox }));
        },
      };
    },
    close: () => {
      for (const sandbox of all) sandbox.close();
    },
  };
}

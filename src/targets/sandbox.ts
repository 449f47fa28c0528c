import type { Need } from '../../contracts/requirement.ts';
import { defaultStudents } from '../../contracts/seeds.ts';
import { createVirtualClock, type VirtualClock } from '../clock.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Target } from './target.ts';

export interface SandboxTargetOptions {
  readonly seed: number;
  /** @default 1203 */
  readonly students?: number;
  /** @default one that starts at `virtualEpochMs` */
  readonly clock?: VirtualClock;
  /** One that is already seeded, as `seed` and `students` say; it stays open. @default a new one */
  readonly lent?: Sandbox;
  /** Wraps the sandbox's fetch; used by mutants. */
  readonly tamper?: (sandbox: Sandbox) => (request: Request) => Promise<Response>;
}

/** All that a target may allow. */
export const everyNeed: ReadonlySet<Need> = new Set<Need>([
  'states',
  'clock',
  'writes',
  'exhaust',
  'second-token',
  'user-token',
  'test-token',
]);

/** The embedded reference server, in process and in virtual time. */
export function openSandboxTarget(options: SandboxTargetOptions): Target {
  const { clock = createVirtualClock() } = options;
  const { seed, students = defaultStudents, lent } = options;
  const sandbox = lent ?? createSandbox({ seed, students, clock });
  return {
    kind: 'sandbox',
    name: 'embedded sandbox',
    origin: 'http://sandbox.localhost',
    fetch: options.tamper?.(sandbox) ?? sandbox.fetch,
    clock,
    token: sandbox.token,
    secondToken: sandbox.secondToken,
    setState: sandbox.setState,
    allows: everyNeed,
    close: async () => {
      if (!lent) sandbox.close();
    },
  };
}

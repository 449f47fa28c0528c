import type { Target } from '../targets/target.ts';
import type { PactInteraction } from './pact.ts';

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Why an interaction cannot be verified against a target, or nothing. The embedded sandbox can do everything. */
export function untestableWhy(one: PactInteraction, target: Target): string | undefined {
  if (target.setState) return undefined;
  const [state] = one.states;
  if (state)
    return `it needs the provider state "${state.name}"; give the target's state endpoint with --states URL`;
  if (!reads.has(one.method))
    return `${one.method} writes, and a server without a state endpoint is only read; give one with --states URL`;
  return undefined;
}

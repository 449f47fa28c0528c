import type { Target } from '../../targets/target.ts';
import type { PactInteraction } from '../pact.ts';

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Why a target cannot verify an interaction, or undefined. The embedded sandbox supports all. */
export function untestedReason(one: PactInteraction, target: Target): string | undefined {
  if (target.setState) return undefined;
  const [state] = one.states;
  if (state)
    return `it needs the provider state "${state.name}"; give the target's state endpoint with --states URL`;
  if (!reads.has(one.method))
    return `${one.method} writes, and only reads are sent to a server without a state endpoint; give one with --states URL`;
  return undefined;
}

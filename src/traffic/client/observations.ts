import type { ScenarioObservation } from '../../observation.ts';
import type { Evidence } from '../../result.ts';

/** The observations of an evidence file that count, with their exchanges. */
export function observationsIn(
  evidence: Pick<Evidence, 'exchanges' | 'observations'>,
): readonly ScenarioObservation[] {
  return (evidence.observations ?? [])
    .filter((one) => !one.superseded)
    .map(({ exchanges: { first, count }, ...rest }) => ({
      ...rest,
      exchanges: evidence.exchanges.slice(first, first + count),
    }));
}

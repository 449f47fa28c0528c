import type { Profile } from '../../../../contracts/profiles.ts';
import { accessFaults } from './access.ts';
import { envelopeFaults } from './envelopes.ts';
import { errorFaults, statusFaults } from './errors.ts';
import type { ServerFault } from './fault.ts';
import { eventFaults, fieldFaults } from './fields.ts';
import { headerFaults } from './headers.ts';
import { allLimitFaults } from './limits.ts';
import { linkFaults, recordFaults } from './pages.ts';
import { placesOf } from './places.ts';
import { writeFaults } from './writes.ts';

/**
 * Every operator at every place where the API documents let it fit. Which of them a run can meet, its traffic shows: a place
 * that no request reaches is not a mutant.
 */
export function serverFaultsOf(profiles: readonly Profile[]): readonly ServerFault[] {
  const places = placesOf(profiles);
  return [
    recordFaults,
    linkFaults,
    allLimitFaults,
    envelopeFaults,
    fieldFaults,
    eventFaults,
    headerFaults,
    statusFaults,
    errorFaults,
    accessFaults,
    writeFaults,
  ].flatMap((faultsAt) => faultsAt(places));
}

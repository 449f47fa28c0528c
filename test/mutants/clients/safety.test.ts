import type { ClientModule } from '../../../src/drivers/driver.ts';
import { documentedSteps, naiveClient } from '../../../src/mutants/clients/naive-client.ts';
import { safetyClientMutants } from '../../../src/mutants/clients/safety.ts';
import { safetyScenarios } from '../../../src/scenarios/safety/safety.ts';
import {
  clientIdsOf,
  describeClientMutants,
  describeConformingClients,
  describeToleratedClients,
} from './testing.ts';

const theme = { scenarios: safetyScenarios, ids: clientIdsOf('safety') };

describeConformingClients('safety', theme, {
  'a client written from the documents': naiveClient(),
});
describeClientMutants('safety', theme, safetyClientMutants);

/** Gives up after ten minutes. */
const watching: ClientModule = async (options) => {
  const endsAtMs = options.clock.now() + 600_000;
  return await naiveClient({
    mayGoOn: () => options.clock.now() < endsAtMs,
    mostPages: Number.POSITIVE_INFINITY,
  })({
    ...options,
    fetch: async (input, init) => {
      await options.clock.sleep(2000);
      return await options.fetch(input, init);
    },
  });
};

describeToleratedClients('safety', theme, {
  'a limit on time instead of pages': watching,
  'an end at the first empty page': naiveClient({
    nextIn: (page, place) => (page.data.length === 0 ? undefined : documentedSteps.nextIn(page, place)),
  }),
});

import { run as referenceClient } from '../../../examples/clients/reference.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { safetyClientJudges } from '../../judges/safety-client.ts';
import { safetyScenarios } from '../../scenarios/safety.ts';
import {
  describeClientMutants,
  describeGoodClients,
  describeLegalClients,
  describeNullClients,
} from './client-testing.ts';
import { documentedSteps, naiveClient } from './naive-client.ts';
import { safetyClientMutants } from './safety.ts';

const theme = { scenarios: safetyScenarios, judges: safetyClientJudges };

describeGoodClients('safety', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': naiveClient(),
});
describeClientMutants('safety', theme, safetyClientMutants);
describeNullClients('safety', theme);

/** Asks its own origin for the path of every link, wherever the link leads. */
const anchored = naiveClient({
  resolve: (uri, { origin }) => {
    const { pathname, search } = new URL(uri, origin);
    return origin + pathname + search;
  },
});

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

describeLegalClients('safety', theme, {
  'every link asked of its own origin': anchored,
  'a limit on time instead of pages': watching,
  'host-relative links only': naiveClient({
    resolve: (uri, place) => (uri.startsWith('/') ? documentedSteps.resolve(uri, place) : undefined),
  }),
  'an end at the first empty page': naiveClient({
    nextIn: (page, place) => (page.data.length === 0 ? undefined : documentedSteps.nextIn(page, place)),
  }),
});

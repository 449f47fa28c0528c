import { rateLimitClientMutants } from '../../../src/mutants/clients/rate-limit.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { rateLimitScenarios } from '../../../src/scenarios/rate-limit.ts';
import { clientIdsOf, describeClientMutants, describeConformingClients } from './testing.ts';

const theme = { scenarios: rateLimitScenarios, ids: clientIdsOf('rate-limit') };

describeConformingClients('rate-limit', theme, {
  'a client written from the documents': wholeClient(),
});

describeClientMutants('rate-limit', theme, rateLimitClientMutants);

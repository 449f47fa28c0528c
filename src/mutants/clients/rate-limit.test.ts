import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { rateLimitScenarios } from '../../scenarios/rate-limit.ts';
import { clientIdsOf, describeClientMutants, describeGoodClients } from './client-testing.ts';
import { rateLimitClientMutants } from './rate-limit.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: rateLimitScenarios, ids: clientIdsOf('rate-limit') };

describeGoodClients('rate-limit', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});

describeClientMutants('rate-limit', theme, rateLimitClientMutants);

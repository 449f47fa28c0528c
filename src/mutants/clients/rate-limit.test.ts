import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { rateLimitClientJudges } from '../../judges/rate-limit-client.ts';
import { rateLimitScenarios } from '../../scenarios/rate-limit.ts';
import { describeClientMutants, describeGoodClients } from './client-testing.ts';
import { rateLimitClientMutants } from './rate-limit.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: rateLimitScenarios, judges: rateLimitClientJudges };

describeGoodClients('rate-limit', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});

describeClientMutants('rate-limit', theme, rateLimitClientMutants);

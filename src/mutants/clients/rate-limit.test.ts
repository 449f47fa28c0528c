import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { rateLimitClientJudges } from '../../judges/rate-limit-client.ts';
import { rateLimitScenarios } from '../../scenarios/rate-limit.ts';
import {
  describeClientMutants,
  describeGoodClients,
  describeLegalClients,
  describeNullClients,
} from './client-testing.ts';
import { legalWaits } from './legal-testing.ts';
import { rateLimitClientMutants } from './rate-limit.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: rateLimitScenarios, judges: rateLimitClientJudges };

const survives = 'rate-limit/client-survives-empty-429';
const goesOn = 'rate-limit/client-continues-after-429';

describeGoodClients('rate-limit', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});

describeClientMutants('rate-limit', theme, rateLimitClientMutants, {
  // From a window of 50 s the growing waits alone do not reach the next one; nor does no wait at all.
  'rate-limit/backs-off-in-place-of-waiting-for-reset': [goesOn],
  'rate-limit/reads-reset-as-milliseconds': [goesOn, 'rate-limit/client-bounded-wait'],
  // The documented 429 is empty, so whoever stumbles over it does not go on, and who never goes on has stumbled.
  'rate-limit/parses-the-body-of-every-429': [goesOn],
  'rate-limit/gives-up-at-a-429': [survives],
  'rate-limit/skips-the-page-that-was-refused': [survives],
  'rate-limit/starts-over-after-a-429': ['rate-limit/client-paces-at-zero'],
});

describeNullClients('rate-limit', theme);
describeLegalClients('rate-limit', theme, legalWaits);

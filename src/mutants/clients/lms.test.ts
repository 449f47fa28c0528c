import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { lmsClientJudges } from '../../judges/lms-client.ts';
import { lmsScenarios } from '../../scenarios/lms.ts';
import {
  describeClientMutants,
  describeGoodClients,
  describeLegalClients,
  describeNullClients,
} from './client-testing.ts';
import { givingUpAtOnce, legalWaitsWith as pick } from './legal-testing.ts';
import { lmsClientMutants } from './lms.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: lmsScenarios, judges: lmsClientJudges };

describeGoodClients('lms', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});
describeClientMutants('lms', theme, lmsClientMutants);
describeNullClients('lms', theme);
describeLegalClients('lms', theme, {
  ...pick('jitter of', 'one retry, then', 'no retry after'),
  'an honest end at the first 5xx': givingUpAtOnce,
  'no second create, not even after a 429': wholeClient({ writeRetryMs: () => undefined }),
  'messages inside JSON': wholeClient({ tells: ({ status, text }) => JSON.stringify({ status, text }) }),
  'the older grade first, then the newer one': wholeClient({
    updates: (left, body) => (left === undefined ? [body] : [left, body]),
  }),
  'an answer that is awaited for 10 s only': wholeClient({ answerMs: 10_000 }),
});

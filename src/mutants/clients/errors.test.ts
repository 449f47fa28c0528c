import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { errorsClientJudges } from '../../judges/errors-client.ts';
import { errorsScenarios } from '../../scenarios/errors.ts';
import {
  describeClientMutants,
  describeGoodClients,
  describeLegalClients,
  describeNullClients,
} from './client-testing.ts';
import { errorsClientMutants } from './errors.ts';
import { givingUpAtOnce, legalWaitsWith as pick } from './legal-testing.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: errorsScenarios, judges: errorsClientJudges };

describeGoodClients('errors', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});
describeClientMutants('errors', theme, errorsClientMutants, {
  // A page that cannot be read is a page that failed.
  'errors/takes-what-cannot-be-read-for-the-end': ['errors/client-treats-page-error-as-incomplete'],
});
describeNullClients('errors', theme);
describeLegalClients('errors', theme, {
  ...pick('one retry, then', 'no retry after', 'a second try', 'another list', '2, 4, 8'),
  'an honest end at the first 5xx': givingUpAtOnce,
  'a smaller limit after a 413': async (options) => {
    const limited = (limit: number) =>
      wholeClient({
        firstUrl: (origin, collection) => `${origin}/v2.0/${collection}?limit=${limit}`,
        resumes: false,
      });
    const walked = await limited(200)(options);
    return walked.said?.includes('answered 413') ? await limited(40)(options) : walked;
  },
});

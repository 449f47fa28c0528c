import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { errorsClientJudges } from '../../judges/errors-client.ts';
import { backoffScenarios } from '../../scenarios/backoff.ts';
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
/** An error in the middle of a walk is provoked by another theme as well, with more statuses. */
const withFinalAnswers = {
  ...theme,
  scenarios: [
    ...errorsScenarios,
    ...backoffScenarios.filter((one) => /\/[45]\d\d.*-in-mid-walk$/.test(one.name)),
  ],
};

describeClientMutants('errors', withFinalAnswers, errorsClientMutants);
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

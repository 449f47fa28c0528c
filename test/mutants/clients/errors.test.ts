import { errorsClientMutants } from '../../../src/mutants/clients/errors.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { backoffScenarios } from '../../../src/scenarios/backoff/backoff.ts';
import { errorsScenarios } from '../../../src/scenarios/errors.ts';
import { lmsScenarios } from '../../../src/scenarios/lms.ts';
import { clientIdsOf, describeClientMutants, describeConformingClients } from './testing.ts';

const theme = { scenarios: errorsScenarios, ids: clientIdsOf('errors') };

describeConformingClients('errors', theme, {
  'a client written from the documents': wholeClient(),
});
/** An error in the middle of a walk is exercised by another category as well, with more statuses, and a create by that of writes only. */
const withFinalAnswers = {
  ...theme,
  scenarios: [
    ...errorsScenarios,
    ...backoffScenarios.filter((one) => /\/[45]\d\d.*-in-mid-walk$/.test(one.name)),
    ...lmsScenarios.filter(({ provokes }) => provokes.some((id) => id.startsWith('errors/'))),
  ],
};

describeClientMutants('errors', withFinalAnswers, errorsClientMutants);

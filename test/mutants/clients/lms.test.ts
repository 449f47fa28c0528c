import { lmsClientMutants } from '../../../src/mutants/clients/lms.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { lmsScenarios } from '../../../src/scenarios/lms.ts';
import { clientIdsOf, describeClientMutants, describeConformingClients } from './testing.ts';

const theme = { scenarios: lmsScenarios, ids: clientIdsOf('lms') };

describeConformingClients('lms', theme, {
  'a client written from the documents': wholeClient(),
});
describeClientMutants('lms', theme, lmsClientMutants);

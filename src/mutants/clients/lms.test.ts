import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { lmsScenarios } from '../../scenarios/lms.ts';
import { clientIdsOf, describeClientMutants, describeGoodClients } from './client-testing.ts';
import { lmsClientMutants } from './lms.ts';
import { wholeClient } from './whole-client.ts';

const theme = { scenarios: lmsScenarios, ids: clientIdsOf('lms') };

describeGoodClients('lms', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': wholeClient(),
});
describeClientMutants('lms', theme, lmsClientMutants);

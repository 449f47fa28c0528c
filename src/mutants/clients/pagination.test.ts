import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { paginationScenarios } from '../../scenarios/pagination.ts';
import { clientIdsOf, describeClientMutants, describeGoodClients } from './client-testing.ts';
import { naiveClient } from './naive-client.ts';
import { paginationClientMutants } from './pagination.ts';

const theme = { scenarios: paginationScenarios, ids: clientIdsOf('pagination') };

describeGoodClients('pagination', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': naiveClient(),
});

describeClientMutants('pagination', theme, paginationClientMutants);

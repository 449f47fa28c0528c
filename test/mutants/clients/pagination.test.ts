import { naiveClient } from '../../../src/mutants/clients/naive-client.ts';
import { paginationClientMutants } from '../../../src/mutants/clients/pagination.ts';
import { paginationScenarios } from '../../../src/scenarios/pagination/pagination.ts';
import { clientIdsOf, describeClientMutants, describeConformingClients } from './testing.ts';

const theme = { scenarios: paginationScenarios, ids: clientIdsOf('pagination') };

describeConformingClients('pagination', theme, {
  'a client written from the documents': naiveClient(),
});

describeClientMutants('pagination', theme, paginationClientMutants);

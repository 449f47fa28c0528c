import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { paginationClientJudges } from '../../judges/pagination-client.ts';
import { paginationScenarios } from '../../scenarios/pagination.ts';
import { describeClientMutants, describeGoodClients } from './client-testing.ts';
import { naiveClient } from './naive-client.ts';
import { paginationClientMutants } from './pagination.ts';

const theme = { scenarios: paginationScenarios, judges: paginationClientJudges };

describeGoodClients('pagination', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': naiveClient(),
});

describeClientMutants('pagination', theme, paginationClientMutants);

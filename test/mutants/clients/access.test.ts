import { accessClientMutants } from '../../../src/mutants/clients/access.ts';
import { naiveClient } from '../../../src/mutants/clients/naive-client.ts';
import { accessScenarios } from '../../../src/scenarios/access.ts';
import { clientIdsOf, describeClientMutants, describeConformingClients } from './testing.ts';

const theme = { scenarios: accessScenarios, ids: clientIdsOf('access') };

describeConformingClients('access', theme, {
  'a client written from the documents': naiveClient(),
});
describeClientMutants('access', theme, accessClientMutants);

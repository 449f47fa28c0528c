import { run as referenceClient } from '../../../examples/clients/reference.ts';
import { accessScenarios } from '../../scenarios/access.ts';
import { accessClientMutants } from './access.ts';
import { clientIdsOf, describeClientMutants, describeGoodClients } from './client-testing.ts';
import { naiveClient } from './naive-client.ts';

const theme = { scenarios: accessScenarios, ids: clientIdsOf('access') };

describeGoodClients('access', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': naiveClient(),
});
describeClientMutants('access', theme, accessClientMutants);

import type { DataApi } from '../../../src/client/index.ts';
import { dataProfiles } from '../../../src/job-list.ts';
import { describePact } from './committed.ts';
import { dataBodiesOf } from './data-bodies.ts';
import { errorConversations } from './data-errors.ts';
import { operationConversations } from './data-operations.ts';
import { pageConversations } from './data-pages.ts';
import { roleConversations } from './data-roles.ts';

/** The pact of one version of the Data API: its lists, operations and roles are those of its document and profile. */
export function describeDataPact(api: DataApi): void {
  const profile = dataProfiles.find(({ name }) => name === api)!;
  const bodies = dataBodiesOf(profile);
  describePact(
    api,
    [
      ...pageConversations(bodies),
      ...operationConversations(bodies),
      ...roleConversations(bodies),
      ...errorConversations(profile),
    ],
    api,
  );
}

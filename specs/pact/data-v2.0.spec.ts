import { describePact } from './support/committed.ts';
import { errorConversations } from './support/data-errors.ts';
import { operationConversations } from './support/data-operations.ts';
import { pageConversations } from './support/data-pages.ts';

describePact('data-v2.0', 'clever-data-v2.0', [
  ...pageConversations,
  ...operationConversations,
  ...errorConversations,
]);

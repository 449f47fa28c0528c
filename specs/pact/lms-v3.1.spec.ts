import { describePact } from './support/committed.ts';
import { errorRowConversations, lmsErrorConversations } from './support/lms-errors.ts';
import { lmsConversations } from './support/lms-operations.ts';

describePact('lms-v3.1', [...lmsConversations, ...errorRowConversations, ...lmsErrorConversations]);

import { listAndSingleAgree } from './data-agreement.ts';
import {
  itemUri,
  jsonContentType,
  listEnvelope,
  singleEnvelope,
  undocumentedStatus,
} from './data-envelopes.ts';
import { guaranteedFields, undocumentedFields, validatedFields } from './data-fields.ts';
import { operationAnswers } from './data-operations.ts';
import { relationsResolve } from './data-relations.ts';
import type { ServerJudges } from './judge.ts';

/** What the records and envelopes of the Data API look like. */
export const dataJudges: ServerJudges<'data'> = {
  'data/guaranteed-fields-present': guaranteedFields,
  'data/validated-fields-in-range': validatedFields,
  'data/list-envelope': listEnvelope,
  'data/single-envelope': singleEnvelope,
  'data/operation-answers': operationAnswers,
  'data/json-content-type': jsonContentType,
  'data/relations-resolve': relationsResolve,
  'data/list-and-single-agree': listAndSingleAgree,
  'data/item-uri': itemUri,
  'data/undocumented-field': undocumentedFields,
  'data/undocumented-status': undocumentedStatus,
};

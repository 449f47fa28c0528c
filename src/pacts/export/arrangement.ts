import { choicesOf } from '../../../contracts/choices.ts';
import type { StateName, StateParams } from '../../../contracts/states.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { ownerIn } from '../../api.ts';

/** The provider states that an operation needs to succeed, and its path. */
export interface Arrangement {
  readonly states: readonly (readonly [StateName, StateParams?])[];
  /** The path under the prefix, with placeholders for state values: `/districts/{district_id}`. */
  readonly path: string;
}

/** Enough for two schools, and fast to seed. */
const district = ['a district with {students} students', { students: 20 }] as const;

/** The provider states in which any server responds to an operation with 200. */
export function arrangementFor({
  path,
  document,
  answers,
}: Pick<OperationModel, 'path' | 'document' | 'answers'>): Arrangement {
  if (document.startsWith('lms')) return { states: [['an assignment exists']], path };
  if (!path.includes('{')) return { states: answers === 'single' ? ofOneUser(document) : [district], path };
  const collection = ownerIn(path);
  if (collection === 'districts') return { states: [district], path: withPlaceholder(path, 'district_id') };
  return { states: [district, created(collection)], path: withPlaceholder(path, 'id') };
}

const created = (collection: string) => ['a record is created in {collection}', { collection }] as const;

/** A single record without an id is that of the token's own user. */
function ofOneUser(document: string): Arrangement['states'] {
  const [collection = ''] = choicesOf(document).persons;
  return [district, created(collection), ['a token of the user {id}', { id: `\${id}` }]];
}

function withPlaceholder(path: string, name: string): string {
  return path.replace(/\{\w+\}/, `{${name}}`);
}

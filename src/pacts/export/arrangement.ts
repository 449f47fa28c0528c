import type { StateName, StateParams } from '../../../contracts/states.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';

/** The provider states that an operation needs to succeed, and its path. */
export interface Arrangement {
  readonly states: readonly (readonly [StateName, StateParams?])[];
  /** The path under the prefix, with placeholders for state values: `/districts/{district_id}`. */
  readonly path: string;
}

/** Enough for two schools, and fast to seed. */
const district = ['a district with {students} students', { students: 20 }] as const;

/** The provider states in which any server responds to an operation with 200. */
export function arrangementFor({ path, document }: Pick<OperationModel, 'path' | 'document'>): Arrangement {
  if (document.startsWith('lms')) return { states: [['an assignment exists']], path };
  if (!path.includes('{id}')) return { states: [district], path };
  const collection = path.split('/')[1] ?? '';
  if (collection === 'districts') return { states: [district], path: path.replace('{id}', '{district_id}') };
  return { states: [district, ['a record is created in {collection}', { collection }]], path };
}

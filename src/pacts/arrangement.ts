import type { StateName, StateParams } from '../../contracts/states.ts';
import type { OperationModel } from '../../openapi/model-types.ts';

/** What has to be there for an operation to succeed, and how its path names it. */
export interface Arrangement {
  readonly states: readonly (readonly [StateName, StateParams?])[];
  /** The path below the prefix, with the names of state values in its braces: `/districts/{district_id}`. */
  readonly path: string;
}

/** Enough for two schools, few enough to be seeded in a moment. */
const district = ['a district with {students} students', { students: 20 }] as const;

/** The provider states with which any server answers an operation with 200. */
export function arrangementFor({ path, document }: Pick<OperationModel, 'path' | 'document'>): Arrangement {
  if (document.startsWith('lms')) return { states: [['an assignment exists']], path };
  if (!path.includes('{id}')) return { states: [district], path };
  const collection = path.split('/')[1] ?? '';
  if (collection === 'districts') return { states: [district], path: path.replace('{id}', '{district_id}') };
  return { states: [district, ['a record is created in {collection}', { collection }]], path };
}

import type { Draft, Relation, Resource } from '../data/schema.ts';
import type { DistrictPlan, Plan } from './plan.ts';
import type { Random } from './random.ts';

/** A generated record and its outgoing relations, as pairs of keys. */
export interface Made {
  readonly json: Draft;
  readonly relations: readonly (readonly [Relation, number, number])[];
}

/** Input of a maker. `index` counts within collection and district; everything else follows from it. */
export interface Making {
  readonly plan: Plan;
  readonly district: DistrictPlan;
  /** 0: the token's district, 1: the other one. */
  readonly which: number;
  readonly index: number;
  readonly key: number;
  readonly id: string;
  readonly districtId: string;
  /** Epoch seconds. */
  readonly createdS: number;
  readonly stamps: { readonly created: string; readonly last_modified: string };
  readonly random: Random;
  /** Id of the n-th record of a collection in the same district. */
  readonly idAt: (resource: Resource, index: number) => string;
}

export type Maker = (making: Making) => Made;

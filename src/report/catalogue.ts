import { doubts } from '../../contracts/doubts.ts';
import { catalogueDigest, catalogueVersion, requirementsOf } from '../catalogue.ts';
import type { Doubt, Requirement, Side } from '../requirement.ts';

/** The catalogue of one side, as the reports need it. Tests make their own. */
export interface Catalogue {
  readonly version: string;
  /** SHA-256 in hex, over both sides. */
  readonly digest: string;
  readonly requirements: readonly Requirement[];
  readonly doubts: readonly Doubt[];
}

/** The published catalogue: the requirements of the side, and every doubt. */
export function catalogueOf(side: Side): Catalogue {
  return {
    version: catalogueVersion,
    digest: catalogueDigest(),
    requirements: requirementsOf(side),
    doubts,
  };
}

import { doubts } from '../../../contracts/doubts.ts';
import { kills } from '../../../contracts/kills.ts';
import type { Doubt, Requirement, Side } from '../../../contracts/requirement.ts';
import { catalogueDigest, catalogueVersion, requirementsOf } from '../../catalogue.ts';

/** The catalogue of one side, as the reports need it. Tests make their own. */
export interface Catalogue {
  readonly version: string;
  /** SHA-256 in hex, over both sides. */
  readonly digest: string;
  readonly requirements: readonly Requirement[];
  readonly doubts: readonly Doubt[];
  /** How many broken implementations each requirement catches, by id, where it is known. @default nowhere */
  readonly kills?: Readonly<Record<string, number>>;
}

/** The published catalogue: the requirements of the side, and every doubt. */
export function catalogueOf(side: Side): Catalogue {
  return {
    version: catalogueVersion,
    digest: catalogueDigest(),
    requirements: requirementsOf(side),
    doubts,
    kills,
  };
}

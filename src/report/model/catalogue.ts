import { kills } from '../../../contracts/kills.ts';
import { openQuestions } from '../../../contracts/open-questions.ts';
import type { OpenQuestion, Requirement, Side } from '../../../contracts/requirement.ts';
import { catalogueDigest, catalogueVersion, requirementsOf } from '../../catalogue.ts';

/** The catalogue of one side. Tests build their own. */
export interface Catalogue {
  readonly version: string;
  /** SHA-256 in hex, over both sides. */
  readonly digest: string;
  readonly requirements: readonly Requirement[];
  readonly doubts: readonly OpenQuestion[];
  /** Number of deliberately broken implementations that each requirement detects, by id. */
  readonly kills?: Readonly<Record<string, number>>;
}

/** The published catalogue: the requirements of the side, and all open questions. */
export function catalogueOf(side: Side): Catalogue {
  return {
    version: catalogueVersion,
    digest: catalogueDigest(),
    requirements: requirementsOf(side),
    doubts: openQuestions,
    kills,
  };
}

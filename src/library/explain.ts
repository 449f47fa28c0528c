import type { RequirementId } from '../../contracts/requirements/index.ts';
import { findRequirement } from '../catalogue.ts';
import { explainRequirement } from '../report/formats/catalogue-text.ts';

/** What the command line prints for `explain`: claim, source, open questions, how it is exercised, why it matters, how to fix it. */
export function explain(id: RequirementId): string {
  return explainRequirement(findRequirement(id));
}

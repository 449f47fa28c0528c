import type { Level, Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { selectRequirements } from '../catalogue.ts';
import { NothingJudgedError, UsageError } from '../errors.ts';

/** Which requirements to judge; all others are listed as untested and count nothing. */
export interface SelectionOptions {
  /** Only these. @default all of the side */
  readonly requirements?: readonly RequirementId[];
  /** Only this level. @default every level */
  readonly level?: Level;
  /** Only those with this text in id or claim; `*` matches anything. @default all */
  readonly grep?: string;
}

/** The selected ids. Throws `UsageError` for an unknown one, `NothingJudgedError` if none is left. */
export function select<Id extends RequirementId>(
  { requirements: ids, level, grep }: SelectionOptions,
  side: Side,
): ReadonlySet<Id> {
  const { requirements, unknownIds, excludedIds } = selectRequirements({ side, ids, level, grep });
  const [unknown] = unknownIds;
  if (unknown)
    throw new UsageError(
      `There is no requirement "${unknown.id}".`,
      unknown.suggestions.length > 0
        ? `Did you mean ${unknown.suggestions.join(' or ')}?`
        : 'See `requirements`.',
    );
  if (excludedIds[0] !== undefined)
    throw new UsageError(
      `"${excludedIds[0]}" does not bind a ${side}, or is of another level.`,
      'Leave it out.',
    );
  if (requirements.length === 0)
    throw new NothingJudgedError('The selection matches no requirement.', 'Select more.');
  return new Set(requirements.map((one) => one.id as Id));
}

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

/** What to do about a selection that cannot be used, in the words of what made it. */
export interface SelectionHelp {
  /** Where all ids are listed. */
  readonly list: string;
  /** About an id that another part of the selection leaves out. */
  readonly excluded: string;
  /** About a selection of nothing. */
  readonly empty: string;
}

const helpInCode: SelectionHelp = {
  list: 'See `requirements`.',
  excluded: 'Leave it out, or `level` and `grep`.',
  empty: 'Select more.',
};

/** The selected ids. Throws `UsageError` for an unknown one, `NothingJudgedError` if none is left. */
export function select<Id extends RequirementId>(
  { requirements: ids, level, grep }: SelectionOptions,
  side: Side,
  help: SelectionHelp = helpInCode,
): ReadonlySet<Id> {
  const { requirements, unknownIds, excludedIds } = selectRequirements({ side, ids, level, grep });
  if (unknownIds[0]) throw unknownRequirement(unknownIds[0], help.list);
  if (excludedIds[0] !== undefined)
    throw new UsageError(
      `The requirement "${excludedIds[0]}" is excluded by another filter, or applies to ${side === 'server' ? 'clients' : 'servers'}.`,
      help.excluded,
    );
  if (requirements.length === 0)
    throw new NothingJudgedError('The selection matches no requirement, so nothing was judged.', help.empty);
  return new Set(requirements.map((one) => one.id as Id));
}

/** The error for an unknown requirement id. */
export function unknownRequirement(
  { id, suggestions }: { readonly id: string; readonly suggestions: readonly string[] },
  list: string,
): UsageError {
  return new UsageError(
    `There is no requirement "${id}".`,
    suggestions.length > 0 ? `Did you mean ${suggestions.join(' or ')}?` : list,
  );
}

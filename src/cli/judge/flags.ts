import type { Side } from '../../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { findRequirement } from '../../catalogue.ts';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import { type RunFlags, type RunOptions, readRunFlags } from '../run-flags.ts';
import { readChoice, type SelectionFlags, selectClient, selectServer } from '../selection.ts';

/** As commander hands them over. */
export interface JudgeFlags extends SelectionFlags, RunFlags {
  readonly side: string;
}

/** The flags, read once. */
export interface JudgeOptions extends RunOptions {
  readonly files: readonly string[];
  /** What is asked for of each side; a side that is absent is not judged. */
  readonly server?: ReadonlySet<ServerRequirementId>;
  readonly client?: ReadonlySet<ClientRequirementId>;
}

const sides = ['both', 'server', 'client'] as const;

/** Reads and checks the flags. Throws `UsageError`, and `NothingJudgedError` where the filters leave nothing of either side. */
export function readJudgeFlags(files: readonly string[], flags: JudgeFlags): JudgeOptions {
  const side = readChoice('--side', flags.side, sides);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) throw new UsageError(`${twice} is given twice.`, 'Name each file once.');
  const wanted = (one: Side) => side === one || side === 'both';
  const server = wanted('server') ? selected(selectServer, 'server', flags, side) : undefined;
  const client = wanted('client') ? selected(selectClient, 'client', flags, side) : undefined;
  if (!server && !client)
    throw new NothingJudgedError(
      'The selection matches no requirement, so nothing was judged.',
      'Loosen --grep, --requirement or --level; "clever-conformance list" takes the same flags.',
    );
  const run = readRunFlags(flags);
  if (server && client) refuseOneForTwo(run);
  return { files, ...(server ? { server } : {}), ...(client ? { client } : {}), ...run };
}

/** With both sides, a filter may leave one of them out altogether. */
function selected<T>(
  select: (flags: SelectionFlags) => T,
  own: Side,
  flags: SelectionFlags,
  side: (typeof sides)[number],
): T | undefined {
  if (side !== 'both') return select(flags);
  // An id that nobody knows belongs to neither side, and is told as such.
  const ids = flags.requirement?.filter((id) => (findRequirement(id)?.binds ?? own) === own);
  if (ids?.length === 0) return undefined;
  try {
    return select({ ...flags, ...(ids ? { requirement: ids } : {}) });
  } catch (error) {
    if (error instanceof NothingJudgedError) return undefined;
    throw error;
  }
}

/** Where there are two reports, one place has no room for both. */
function refuseOneForTwo({ json, reporters }: RunOptions): void {
  const flag = json
    ? '--json'
    : reporters.some((one) => one.path !== undefined)
      ? '--reporter name:path'
      : '';
  if (flag === '') return;
  throw new UsageError(
    `${flag} has room for one report, and both sides are judged.`,
    'Add --side server or --side client.',
  );
}

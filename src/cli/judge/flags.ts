import type { Side } from '../../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { findRequirement } from '../../catalogue.ts';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import { type RunFlags, type RunOptions, readRunFlags } from '../run/run-flags.ts';
import { readChoice, type SelectionFlags, selectClient, selectServer } from '../selection.ts';

/** As parsed by commander. */
export interface JudgeFlags extends SelectionFlags, RunFlags {
  readonly side: string;
}

/** The validated flags. */
export interface JudgeOptions extends RunOptions {
  readonly files: readonly string[];
  /** The selected requirements of each side; an absent side is not judged. */
  readonly server?: ReadonlySet<ServerRequirementId>;
  readonly client?: ReadonlySet<ClientRequirementId>;
}

const sides = ['both', 'server', 'client'] as const;

/** Validates the flags. Throws `UsageError`, and `NothingJudgedError` if the filters match nothing on either side. */
export function readJudgeFlags(files: readonly string[], flags: JudgeFlags): JudgeOptions {
  const side = readChoice('--side', flags.side, sides);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) throw new UsageError(`${twice} is given twice.`, 'Give each file once.');
  const wanted = (one: Side) => side === one || side === 'both';
  const server = wanted('server') ? selected(selectServer, 'server', flags, side) : undefined;
  const client = wanted('client') ? selected(selectClient, 'client', flags, side) : undefined;
  if (!server && !client)
    throw new NothingJudgedError(
      'The selection matches no requirement, so nothing was judged.',
      'Relax --grep, --requirement or --level; "clever-conformance list" accepts the same flags.',
    );
  const run = readRunFlags(flags, {});
  if (server && client) rejectSingleOutput(run);
  return { files, ...(server ? { server } : {}), ...(client ? { client } : {}), ...run };
}

/** With both sides, the filters may exclude one of them entirely. */
function selected<T>(
  select: (flags: SelectionFlags) => T,
  own: Side,
  flags: SelectionFlags,
  side: (typeof sides)[number],
): T | undefined {
  if (side !== 'both') return select(flags);
  // An unknown id is kept for both sides, so that it is reported.
  const ids = flags.requirement?.filter((id) => (findRequirement(id)?.binds ?? own) === own);
  if (ids?.length === 0) return undefined;
  try {
    return select({ ...flags, ...(ids ? { requirement: ids } : {}) });
  } catch (error) {
    if (error instanceof NothingJudgedError) return undefined;
    throw error;
  }
}

/** Rejects flags that write one report if there are two. */
function rejectSingleOutput({ json, reporters }: RunOptions): void {
  const flag = json
    ? '--json'
    : reporters.some((one) => one.path !== undefined)
      ? '--reporter name:path'
      : '';
  if (flag === '') return;
  throw new UsageError(
    `${flag} writes one report, but both sides are judged.`,
    'Add --side server or --side client.',
  );
}

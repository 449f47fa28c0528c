import type { ApiName } from '../../../contracts/profiles.ts';
import { UsageError } from '../../errors.ts';
import type { Io } from '../io.ts';
import { ownRecordings } from '../paths/folders.ts';
import { readApis, readInteger } from '../selection.ts';
import { readServerFlags, type ServerFlags, type ServerOptions } from '../server/flags.ts';

/** As parsed by commander. */
export interface RecordFlags
  extends Omit<ServerFlags, 'api' | 'recordings' | 'reporter' | 'baseline' | 'failOn' | 'json' | 'color'> {
  readonly compare?: string;
  readonly check?: string;
  readonly api: string;
  readonly students: string;
}

/** The validated flags. */
export interface RecordOptions
  extends Pick<ServerOptions, 'live' | 'ids' | 'budgetShare' | 'seed' | 'quiet'> {
  /** Absent: nothing is written. */
  readonly out?: string;
  /** The recordings to compare with. */
  readonly compare?: string;
  readonly apis: readonly ApiName[];
  readonly students: number;
}

/** Validates all flags before anything is opened or sent. Throws `UsageError` for the first invalid one. */
export function readRecordFlags(flags: RecordFlags, io: Io): RecordOptions {
  if (flags.target === 'replay')
    throw new UsageError('A replay cannot be recorded.', 'Give --target a URL, or "sandbox".');
  const { live, ids, budgetShare, seed, quiet } = readServerFlags({ ...flags, color: false }, io);
  const out = flags.out ?? (flags.compare === undefined ? ownRecordings : undefined);
  return {
    ...(live ? { live } : {}),
    apis: readApis(flags.api),
    ids,
    budgetShare,
    seed,
    quiet,
    ...(out === undefined ? {} : { out }),
    ...(flags.compare === undefined ? {} : { compare: flags.compare }),
    students: readInteger('--students', flags.students, 0, 100_000),
  };
}

import type { Command } from 'commander';
import type { ExitCode } from '../errors.ts';
import type { Io } from './io.ts';

/** A verb adds itself to the program; what it resolves to becomes the exit code. */
export interface VerbHost {
  readonly program: Command;
  readonly io: Io;
  /** Takes the exit code of the verb that ran. */
  readonly finish: (code: ExitCode) => void;
}

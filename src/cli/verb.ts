import type { Command } from 'commander';
import type { ExitCode } from '../errors.ts';
import type { Io } from './io.ts';

/** The program that verbs add themselves to. */
export interface VerbHost {
  readonly program: Command;
  readonly io: Io;
  /** Sets the exit code. */
  readonly finish: (code: ExitCode) => void;
}

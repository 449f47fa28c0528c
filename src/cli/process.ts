import { type ExitCode, exitCodes } from '../errors.ts';
import { faultText } from './fault.ts';
import type { Io } from './io.ts';

/** Signals that end a run: Ctrl-C, a polite kill, and a terminal or connection that is gone. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm and shells pass a signal on that the terminal has already sent, so that it comes twice. */
const echoMs = 500;
/** How long reports and cleanup may take after an uncaught error. */
const rescueMs = 30_000;
/** How long open handles may keep the process alive after its end. */
const lingerMs = 1_000;

/**
 * Runs the command line as this process. The exit code is decided here, in one place, when the process exits: a code of a verdict
 * only if `run` returned it, 3 for an end before that, an uncaught error or unwritable output, and 130 for a forced end.
 */
export async function runProcess(run: (io: Io) => Promise<ExitCode>): Promise<void> {
  const interruption = new AbortController();
  let returned: ExitCode | undefined;
  let isForced = false;
  let isFaulty = false;
  let isUnwritable = false;

  process.on('exit', () => {
    if (isForced) process.exitCode = exitCodes.interrupted;
    else if (returned === undefined || isFaulty) process.exitCode = exitCodes.suiteFault;
    // A closed terminal can be what interrupted the run.
    else if (isUnwritable && returned !== exitCodes.interrupted) process.exitCode = exitCodes.suiteFault;
    else process.exitCode = returned;
    if (returned === undefined && !isForced && !isFaulty)
      say('error: the suite itself failed: it ended before its verdict. Please report this.\n');
  });

  let interruptedAtMs = 0;
  for (const name of signals)
    process.on(name, () => {
      // The first signal ends the run in an orderly way, the second at once.
      if (!interruption.signal.aborted) interruptedAtMs = performance.now();
      else if (performance.now() - interruptedAtMs > echoMs) {
        isForced = true;
        process.exit();
      }
      interruption.abort();
    });

  // Unhandled rejections come here as well.
  process.on('uncaughtException', (error) => {
    if (!isFaulty) say(faultText(error));
    isFaulty = true;
    interruption.abort();
    setTimeout(() => process.exit(), rescueMs).unref();
  });

  const onWriteError = (stream: 'stdout' | 'stderr') => (error: NodeJS.ErrnoException) => {
    // The reader left (`| head`), which says nothing about the run.
    if (error.code === 'EPIPE' || isUnwritable) return;
    isUnwritable = true;
    if (stream === 'stdout' && !interruption.signal.aborted)
      say(
        `error: The output could not be written (${error.code ?? error.message}). The reports are not affected.\n`,
      );
  };
  process.stdout.on('error', onWriteError('stdout'));
  process.stderr.on('error', onWriteError('stderr'));

  const { stdout, stderr, env } = process;
  returned = await run({ stdout, stderr, env, signal: interruption.signal });
  // After an interruption, connections may stay open for long.
  if (interruption.signal.aborted) process.exit();
  setInterval(() => {
    if (stdout.writableLength + stderr.writableLength === 0) process.exit();
  }, lingerMs).unref();
}

/** Writes at once and ignores errors, which could not be reported either. */
function say(text: string): void {
  try {
    process.stderr.write(text);
  } catch {
    // The exit code shows the fault.
  }
}

import { ConformanceError, type ExitCode, exitCodes } from '../errors.ts';
import { escapeTerminal, escapeTerminalLines } from '../report/escape.ts';

/** What is printed for a fault: one line with the error and how to fix it. Bugs of the suite include the stack. */
export function faultText(error: unknown): string {
  if (error instanceof ConformanceError) {
    const line = `error: ${escapeTerminal(error.message)} ${escapeTerminal(error.remedy)}\n`;
    const hasStack = error.exitCode === exitCodes.suiteFault && error.cause instanceof Error;
    return hasStack ? `${line}${stackOf(error.cause)}` : line;
  }
  return `error: the suite itself failed; please report this.\n${stackOf(error)}`;
}

/** Anything unexpected is a bug of the suite. */
export function faultCode(error: unknown): ExitCode {
  return error instanceof ConformanceError ? error.exitCode : exitCodes.suiteFault;
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${escapeTerminalLines(stack).join('\n')}\n`;
}

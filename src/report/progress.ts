import { escapeTerminal } from './escape.ts';

/** The members of `process.stderr` that progress needs. */
export interface ProgressStream {
  write(text: string): unknown;
  /** Width of the terminal, in characters. @default 80 */
  readonly columns?: number;
}

export interface Progress {
  /** Reports that `done` of `total` steps are finished, and `name` of this part of the run is running. */
  step(part: string, done: number, total: number, name: string): void;
  /** Clears the live line. Call it on every exit path. */
  done(): void;
}

/**
 * Reports progress: on a terminal one live line; elsewhere, and in CI, where carriage returns fill the log, a plain line when a
 * part of the run begins.
 */
export function createProgress(options: {
  readonly stream: ProgressStream;
  readonly isTty: boolean;
  readonly quiet: boolean;
  readonly ci: boolean;
}): Progress {
  const { stream, isTty, quiet, ci } = options;
  if (quiet) return { step: () => {}, done: () => {} };
  if (isTty && !ci) return liveProgress(stream);
  let last: string | undefined;
  return {
    step: (part, done, total) => {
      if (part === last) return;
      last = part;
      stream.write(`${escapeTerminal(`[${done}/${total}] ${part}`)}\n`);
    },
    done: () => {},
  };
}

function liveProgress(stream: ProgressStream): Progress {
  let dirty = false;
  return {
    step: (part, done, total, name) => {
      // One less than the width: a full line would wrap, and only its last row would be overwritten.
      const width = Math.max(10, (stream.columns ?? 80) - 1);
      const line = escapeTerminal(`${bar(done, total)} ${done}/${total}  ${part}  ${name}`);
      stream.write(`\r\x1b[2K${[...line].slice(0, width).join('')}`);
      dirty = true;
    },
    done: () => {
      if (dirty) stream.write('\r\x1b[2K');
      dirty = false;
    },
  };
}

const barWidth = 16;

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.min(barWidth, Math.max(0, Math.round((done / total) * barWidth))) : 0;
  return '━'.repeat(full) + '╌'.repeat(barWidth - full);
}

import { count, escapeTerminal } from './escape.ts';

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
 * Reports progress, with the time that is left if the rest goes on like this: on a terminal one live line; elsewhere, and in CI, where carriage
 * returns fill the log, a plain line for each tenth of the run.
 */
export function createProgress(options: {
  readonly stream: ProgressStream;
  readonly isTty: boolean;
  readonly quiet: boolean;
  readonly ci: boolean;
  /** Milliseconds since any instant. */
  readonly now: () => number;
}): Progress {
  const { stream, isTty, quiet, ci, now } = options;
  if (quiet) return { step: () => {}, done: () => {} };
  const startedAtMs = now();
  const leftText = (done: number, total: number) => timeLeft(now() - startedAtMs, done, total);
  return isTty && !ci ? liveProgress(stream, leftText) : plainProgress(stream, leftText);
}

type LeftText = (done: number, total: number) => string;

function plainProgress(stream: ProgressStream, leftText: LeftText): Progress {
  let last = -1;
  return {
    step: (part, done, total) => {
      const tenth = total > 0 ? Math.floor((10 * done) / total) : 0;
      if (tenth <= last) return;
      last = tenth;
      stream.write(
        `${escapeTerminal(`${10 * tenth} % (${done}/${total})  ${part}${leftText(done, total)}`)}\n`,
      );
    },
    done: () => {},
  };
}

function liveProgress(stream: ProgressStream, leftText: LeftText): Progress {
  let dirty = false;
  return {
    step: (part, done, total, name) => {
      // One less than the width: a full line would wrap, and only its last row would be overwritten.
      const width = Math.max(10, (stream.columns ?? 80) - 1);
      const line = escapeTerminal(
        `${bar(done, total)} ${done}/${total}${leftText(done, total)}  ${part}  ${name}`,
      );
      stream.write(`\r\x1b[2K${[...line].slice(0, width).join('')}`);
      dirty = true;
    },
    done: () => {
      if (dirty) stream.write('\r\x1b[2K');
      dirty = false;
    },
  };
}

/** An estimate from less than this would be a guess. */
const minShare = 0.1;
const minElapsedMs = 3000;

/** `  about 40 s left`; `''` where it is not known yet. */
function timeLeft(elapsedMs: number, done: number, total: number): string {
  if (done < minShare * total || done >= total || elapsedMs < minElapsedMs) return '';
  const seconds = (elapsedMs / 1000) * (total / done - 1);
  const text =
    seconds >= 90
      ? count(Math.round(seconds / 60), 'minute')
      : `${Math.max(5, 5 * Math.ceil(seconds / 5))} s`;
  return `  about ${text} left`;
}

const barWidth = 16;

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.min(barWidth, Math.max(0, Math.round((done / total) * barWidth))) : 0;
  return '━'.repeat(full) + '╌'.repeat(barWidth - full);
}

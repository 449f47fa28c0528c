import { escapeTerminal } from './escape.ts';

/** What progress needs of a stream: `process.stderr` has it. */
export interface ProgressStream {
  write(text: string): unknown;
  /** Width of the terminal, in characters. @default 80 */
  readonly columns?: number;
}

export interface Progress {
  /** `done` of `total` steps are behind us, and `name` of `theme` is under way. */
  step(theme: string, done: number, total: number, name: string): void;
  /** Clears the live line, so that whatever is written next starts on an empty one. Call it on every way out. */
  done(): void;
}

/**
 * Tells how far a run is: on a terminal one live line, elsewhere (and in CI, where carriage returns fill the log) a plain
 * line whenever a theme begins. Quiet: nothing.
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
    step: (theme, done, total) => {
      if (theme === last) return;
      last = theme;
      stream.write(`${escapeTerminal(`[${done}/${total}] ${theme}`)}\n`);
    },
    done: () => {},
  };
}

function liveProgress(stream: ProgressStream): Progress {
  let dirty = false;
  return {
    step: (theme, done, total, name) => {
      // One short of the width: a full line would wrap, and only its last part would be overwritten.
      const width = Math.max(10, (stream.columns ?? 80) - 1);
      const line = escapeTerminal(`${bar(done, total)} ${done}/${total}  ${theme}  ${name}`);
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

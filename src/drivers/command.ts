import { type ChildProcess, spawn } from 'node:child_process';
import { InconclusiveError } from '../errors.ts';
import type { ClientClaim } from '../observation.ts';
import { createClaimReader } from './claim.ts';
import type { Assignment, Driver } from './driver.ts';
import { environmentFor } from './environment.ts';
import { endGroup, endStrays } from './strays.ts';

export interface CommandOptions {
  /** Program and arguments; no shell reads them. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For people. @default the words of the command */
  readonly name?: string;
  /** Ends everything that runs, and whatever is started later at once. */
  readonly signal?: AbortSignal;
  /** @default the current folder */
  readonly cwd?: string;
  /** How long one start may take. @default 120000, the 31 s of documented backoff, a window of 60 s, and room */
  readonly timeoutMs?: number;
  /** Bytes of both streams together. @default 16 MiB */
  readonly maxOutputBytes?: number;
}

/** A driver that holds processes. */
export interface CommandDriver extends Driver {
  /** Ends whatever still runs, at once. */
  close(): void;
}

const defaultTimeoutMs = 120_000;
const defaultMaxOutput = 16 * 1024 * 1024;
/** How long the streams may stay open after the client and all that it started are gone. */
const closingMs = 1_000;

/** Starts a command once per start of a scenario, in a process group of its own, which is ended as a whole. */
export function createCommandDriver(options: CommandOptions): CommandDriver {
  const running = new Set<number>();
  const endAll = () => {
    for (const pid of running) endGroup(pid);
  };
  // Whoever insists on leaving (a second Ctrl-C) leaves nothing behind either.
  process.on('exit', endAll);
  options.signal?.addEventListener('abort', endAll, { once: true });
  return {
    kind: 'command',
    name: options.name ?? options.command.join(' '),
    timing: 'real',
    start: (assignment) => startCommand(options, assignment, running),
    close: () => {
      endAll();
      process.off('exit', endAll);
      options.signal?.removeEventListener('abort', endAll);
    },
  };
}

function startCommand(
  options: CommandOptions,
  assignment: Assignment,
  running: Set<number>,
): ReturnType<Driver['start']> {
  const [program, ...args] = options.command;
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentFor(assignment, options.env),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let endedBy: ClientClaim['endedBy'] = 'itself';
  const end = (by: ClientClaim['endedBy']) => {
    if (endedBy === 'itself') endedBy = by;
    if (child.pid !== undefined) endGroup(child.pid);
  };
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  if (options.signal?.aborted) end('kill');
  const ended = watch(child, options, end)
    .then(async ({ isGood, ids, said }): Promise<ClientClaim> => {
      if (pid !== undefined) await endStrays(pid, assignment.stateDir);
      return { says: isGood && endedBy === 'itself' ? 'complete' : 'incomplete', ids, said, endedBy };
    })
    .finally(() => {
      if (pid !== undefined) running.delete(pid);
    });
  return { ended, kill: () => end('kill') };
}

/** Waits for the end, reads the streams, and ends the client at a cap. Rejects where it could not be started. */
function watch(
  child: ChildProcess,
  options: CommandOptions,
  end: (by: ClientClaim['endedBy']) => void,
): Promise<{ readonly isGood: boolean; readonly ids: readonly string[]; readonly said: string }> {
  const { timeoutMs = defaultTimeoutMs, maxOutputBytes = defaultMaxOutput } = options;
  const reader = createClaimReader();
  let bytes = 0;
  const take = (into: (piece: Buffer) => void) => (piece: Buffer) => {
    bytes += piece.byteLength;
    if (bytes > maxOutputBytes) end('output');
    else into(piece);
  };
  child.stdout?.on('data', take(reader.out)).on('error', () => {});
  child.stderr?.on('data', take(reader.err)).on('error', () => {});
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end('time'), timeoutMs);
    child.once('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (child.pid === undefined) reject(cannotStart(options.command[0], cause));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      // What it started and left behind may hold its streams open for ever.
      if (child.pid !== undefined) endGroup(child.pid);
      const late = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, closingMs);
      child.once('close', () => {
        clearTimeout(late);
        resolve({ isGood: code === 0, ...reader.end() });
      });
    });
  });
}

const whyNot: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['there is no such command', 'Check the name and the path; no shell looks at the command line.'],
  EACCES: ['it is not executable', 'Make it executable, or name its interpreter: -- python3 sync.py'],
  EPERM: ['it may not be executed', 'Check its rights.'],
  ENOEXEC: ['it is no program', 'Begin it with a #! line, or name its interpreter: -- python3 sync.py'],
  E2BIG: ['its arguments are too long', 'Shorten them.'],
};

function cannotStart(program: string, cause: NodeJS.ErrnoException): InconclusiveError {
  const [what, remedy] = whyNot[cause.code ?? ''] ?? [cause.message, 'Check the command.'];
  return new InconclusiveError(`The client "${program}" could not be started: ${what}.`, remedy, { cause });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { InconclusiveError } from '../errors.ts';
import type { ClientClaim } from '../observation.ts';
import { createClaimReader } from './claim.ts';
import type { Assignment, Driver } from './driver.ts';
import { environmentFor, type Variables } from './environment.ts';
import { endGroup, endStrays } from './strays.ts';

export interface CommandOptions {
  /** Program and arguments, run without a shell. */
  readonly command: readonly [string, ...string[]];
  /** The user's environment, of which a client gets only a part. */
  readonly env: Variables;
  /** Names of further variables that the client gets. @default none */
  readonly passing?: readonly string[];
  /** Display name. @default the words of the command */
  readonly name?: string;
  /** Kills all running clients, and those started later immediately. */
  readonly signal?: AbortSignal;
  /** @default the current directory */
  readonly cwd?: string;
  /** Timeout per start; infinite: none. @default 120000: the documented backoff of 31 s, a window of 60 s, and a margin */
  readonly timeoutMs?: number;
  /** Called with all that a client prints, as it comes. */
  readonly onOutput?: ((piece: Buffer) => void) | undefined;
  /** Bytes of both streams together. @default 16 MiB */
  readonly maxOutputBytes?: number;
}

/** A driver with child processes. */
export interface CommandDriver extends Driver {
  /** Kills all running clients. */
  close(): void;
}

const defaultTimeoutMs = 120_000;
const defaultMaxOutput = 16 * 1024 * 1024;
/** How long the streams may stay open after all processes have exited. */
const closingMs = 1_000;

/** Starts a command per start of a scenario, in its own process group, which is killed as a whole. */
export function createCommandDriver(options: CommandOptions): CommandDriver {
  const running = new Set<number>();
  const endAll = () => {
    for (const pid of running) endGroup(pid);
  };
  // A forced exit (second Ctrl-C) also leaves no process behind.
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
    env: environmentFor(assignment, options.env, options.passing),
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
  const { timeoutMs = defaultTimeoutMs } = options;
  const limitMs = Math.min(timeoutMs, assignment.limitMs ?? timeoutMs);
  const ended = watch(child, { ...options, timeoutMs: limitMs }, end)
    .then(async ({ exit, ids, said }): Promise<ClientClaim> => {
      if (pid !== undefined) await endStrays(pid, assignment.stateDir);
      return {
        says: exit === 0 && endedBy === 'itself' ? 'complete' : 'incomplete',
        ids,
        said,
        endedBy,
        exit,
      };
    })
    .finally(() => {
      if (pid !== undefined) running.delete(pid);
    });
  return { ended, kill: () => end('kill') };
}

/** Reads the streams until the client exits or exceeds a limit. Rejects if it could not be started. */
function watch(
  child: ChildProcess,
  options: CommandOptions & { readonly timeoutMs: number },
  end: (by: ClientClaim['endedBy']) => void,
): Promise<{ readonly exit: number | string; readonly ids: readonly string[]; readonly said: string }> {
  const { timeoutMs, maxOutputBytes = defaultMaxOutput } = options;
  const reader = createClaimReader();
  let bytes = 0;
  const take = (into: (piece: Buffer) => void) => (piece: Buffer) => {
    bytes += piece.byteLength;
    if (bytes <= maxOutputBytes) into(piece);
    options.onOutput?.(piece);
    if (bytes > maxOutputBytes || reader.isFull) end('output');
  };
  child.stdout?.on('data', take(reader.out)).on('error', () => {});
  child.stderr?.on('data', take(reader.err)).on('error', () => {});
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(timeoutMs) ? setTimeout(() => end('time'), timeoutMs) : undefined;
    child.once('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (child.pid === undefined) reject(cannotStart(options.command[0], cause));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      // Surviving children may keep its streams open indefinitely.
      if (child.pid !== undefined) endGroup(child.pid);
      const late = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, closingMs);
      child.once('close', () => {
        clearTimeout(late);
        resolve({ exit: code ?? signal ?? 'unknown', ...reader.end() });
      });
    });
  });
}

const startErrors: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  ENOENT: ['command not found', 'Check the name and the path; the command runs without a shell.'],
  EACCES: ['it is not executable', 'Make it executable, or name its interpreter: -- python3 sync.py'],
  EPERM: ['it may not be executed', 'Check its permissions.'],
  ENOEXEC: ['it is not a program', 'Start it with a #! line, or name its interpreter: -- python3 sync.py'],
  E2BIG: ['its arguments are too long', 'Shorten them.'],
};

function cannotStart(program: string, cause: NodeJS.ErrnoException): InconclusiveError {
  const [reason, fix] = startErrors[cause.code ?? ''] ?? [cause.message, 'Check the command.'];
  return new InconclusiveError(`The client "${program}" could not be started: ${reason}.`, fix, { cause });
}

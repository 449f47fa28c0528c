import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Command = readonly [program: string, ...args: string[]];

/** An example client and its runtime requirements. */
export interface Adapter {
  /** Its file in this directory. */
  readonly file: string;
  /** A command that succeeds if the runtime is available and new enough. */
  readonly check: Command;
  /** What is missing otherwise. */
  readonly needs: string;
  /** Compiles once instead of at each start. */
  readonly compile?: (scratch: string) => Command;
  readonly start: (scratch: string) => Command;
}

const here = (file: string) => join(import.meta.dirname, file);

/** All example clients, the reference client first. */
export const adapters: readonly Adapter[] = [
  {
    file: 'reference.ts',
    check: [process.execPath, '--version'],
    needs: 'Node 22.20 or later',
    start: () => [process.execPath, here('reference.ts')],
  },
  {
    file: 'sync.py',
    check: ['python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 8))'],
    needs: 'Python 3.8 or later',
    start: () => ['python3', here('sync.py')],
  },
  {
    file: 'sync.sh',
    check: ['bash', '-c', 'command -v curl && command -v jq'],
    needs: 'bash, curl and jq',
    start: () => ['bash', here('sync.sh')],
  },
  {
    file: 'sync.pl',
    check: ['perl', '-MHTTP::Tiny', '-MJSON::PP', '-MTime::HiRes', '-e', 'exit($] < 5.014)'],
    needs: 'Perl 5.14 or later with its core modules',
    start: () => ['perl', here('sync.pl')],
  },
  {
    file: 'sync.rb',
    check: ['ruby', '-e', "exit RUBY_VERSION >= '2.7'"],
    needs: 'Ruby 2.7 or later',
    start: () => ['ruby', here('sync.rb')],
  },
  {
    file: 'sync.php',
    check: ['php', '-r', 'exit(PHP_VERSION_ID >= 80100 && extension_loaded("curl") ? 0 : 1);'],
    needs: 'PHP 8.1 or later with its curl extension',
    start: () => ['php', here('sync.php')],
  },
  {
    file: 'sync.go',
    check: ['go', 'version'],
    needs: 'Go 1.19 or later',
    compile: (scratch) => ['go', 'build', '-o', join(scratch, 'sync-go'), here('sync.go')],
    start: (scratch) => [join(scratch, 'sync-go')],
  },
  {
    file: 'Sync.java',
    check: ['javac', '--release', '17', '--version'],
    needs: 'a JDK, 17 or later',
    compile: (scratch) => ['javac', '-d', scratch, here('Sync.java')],
    // Short-lived processes start faster without the C2 compiler.
    start: (scratch) => ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', scratch, 'Sync'],
  },
];

/**
 * Runs `work` with the command that starts the adapter; `undefined` if its runtime is missing. Rejects if it does not compile.
 */
export async function withCommand<T>(
  adapter: Adapter,
  work: (command: Command) => Promise<T>,
): Promise<T | undefined> {
  if (!(await endsWell(adapter.check))) return undefined;
  const scratch = await mkdtemp(join(tmpdir(), 'clever-example-'));
  try {
    if (adapter.compile) {
      const [program, ...args] = adapter.compile(scratch);
      await promisify(execFile)(program, args);
    }
    return await work(adapter.start(scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function endsWell([program, ...args]: Command): Promise<boolean> {
  try {
    await promisify(execFile)(program, args);
    return true;
  } catch {
    return false;
  }
}

import { defaultStudents } from '../../../contracts/seeds.ts';
import { systemClock } from '../../clock.ts';
import { exitCodes } from '../../errors.ts';
import { fileOf } from '../paths/destination.ts';
import { readInteger } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface SandboxFlags {
  readonly port: string;
  readonly students: string;
  readonly seed: string;
  readonly db?: string;
  readonly host: string;
  readonly json?: boolean;
}

/** `sandbox`: runs the reference server on a port until Ctrl-C. */
export function addSandboxVerb({ program, io, finish }: VerbHost): void {
  program
    .command('sandbox')
    .summary('runs the reference server')
    .description(
      'Runs the reference server on 127.0.0.1 with made-up districts, until Ctrl-C. Prints its address and tokens; ' +
        'the interactive API reference is at /docs, provider states are at /_states.',
    )
    .option('--port <n>', 'port to listen on; 0 chooses a free one', '4010')
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets other machines and containers in, which the tokens do not keep out',
      '127.0.0.1',
    )
    .option('--students <n>', 'number of students in the first district', String(defaultStudents))
    .option('--seed <n>', 'seed of the data', '1')
    .option(
      '--db <file>',
      'keep the data in this SQLite file; default: in memory, a large district in a temporary file',
      fileOf('--db'),
    )
    .option('--json', 'print address and tokens as one line of JSON when it is ready')
    .action(async (flags: SandboxFlags) => {
      const port = readInteger('--port', flags.port, 0, 65_535);
      const { createSandbox } = await import('../../sandbox/sandbox.ts');
      const { listen } = await import('../../sandbox/http/listen.ts');
      const { isLoopbackHost } = await import('../../sandbox/http/neighbours.ts');
      const sandbox = createSandbox({
        seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
        students: readInteger('--students', flags.students, 0, 10_000_000),
        clock: systemClock,
        isOpen: !isLoopbackHost(flags.host),
        ...(flags.db === undefined ? {} : { db: flags.db }),
      });
      try {
        const server = await listen(sandbox, { port, hostname: flags.host });
        const ready = {
          origin: server.origin,
          token: sandbox.token,
          secondToken: sandbox.secondToken,
          publicToken: 'TEST_TOKEN',
          reference: `${server.origin}/docs`,
          states: `${server.origin}/_states`,
          health: `${server.origin}/_health`,
        };
        io.stdout.write(flags.json ? `${JSON.stringify(ready)}\n` : readyText(ready));
        if (!flags.json)
          io.stderr.write(
            `Try it:    curl -H 'Authorization: Bearer TEST_TOKEN' '${server.origin}/v2.0/students?limit=2'\n` +
              `Judge it:  CLEVER_TOKEN=${sandbox.token} npx clever-conformance server --target ${server.origin} --states ${server.origin}/_states\n` +
              'Press Ctrl-C to stop.\n',
          );
        if (!io.signal.aborted)
          await new Promise<void>((resolve) =>
            io.signal.addEventListener('abort', () => resolve(), { once: true }),
          );
        await server.close();
      } finally {
        sandbox.close();
      }
      finish(exitCodes.conforming);
    });
}

/** What is printed when the sandbox is ready, as `--json` prints it for programs. */
interface Ready {
  readonly origin: string;
  readonly token: string;
  readonly secondToken: string;
  readonly publicToken: string;
  readonly reference: string;
  readonly states: string;
  readonly health: string;
}

function readyText({ origin, token, secondToken, publicToken, reference, states }: Ready): string {
  return (
    `base URL      ${origin}\n` +
    `token         ${token}\n` +
    `second token  ${secondToken}\n` +
    `public token  ${publicToken}\n` +
    `reference     ${reference}\n` +
    `states        ${states}\n`
  );
}

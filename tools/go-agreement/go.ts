import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GoAnswer, type GoTarget, settledGo } from '../../src/sandbox/go-json/table-testing.ts';

/** A body and the type to decode it as. */
export interface Question {
  readonly target: GoTarget;
  readonly body: Uint8Array;
}

/** The Go program, built in a temporary directory; `dispose` removes it. */
export interface Go {
  readonly version: string;
  ask(questions: readonly Question[]): GoAnswer[];
  [Symbol.dispose](): void;
}

const perRun = 20_000;

/** Builds `contracts/go-json` with the `go` on the path. */
export function startGo(): Go {
  const folder = mkdtempSync(join(tmpdir(), 'go-agreement-'));
  const program = join(folder, 'answers');
  execFileSync('go', ['build', '-o', program, '.'], {
    cwd: join(import.meta.dirname, '..', '..', 'contracts', 'go-json'),
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-trimpath' },
  });
  const run = (lines: readonly string[]): GoAnswer[] => {
    const { stdout, status } = spawnSync(program, {
      input: `${lines.join('\n')}\n`,
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 2],
    });
    if (status !== 0) throw new Error(`The Go program exited with code ${status}.`);
    return stdout
      .toString()
      .trimEnd()
      .split('\n')
      .map((line): GoAnswer => JSON.parse(line));
  };
  return {
    version: String(run(['{"target":"version"}'])[0]?.value),
    ask(questions) {
      const answers: GoAnswer[] = [];
      for (let from = 0; from < questions.length; from += perRun) {
        const some = questions.slice(from, from + perRun);
        const results = run(
          some.map(({ target, body }) =>
            JSON.stringify({ target, body: Buffer.from(body).toString('base64') }),
          ),
        );
        answers.push(...some.map(({ target, body }, at) => settledGo(target, body, results[at] ?? {})));
      }
      return answers;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

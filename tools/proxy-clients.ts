/**
 * Runs real SDKs and HTTP clients of the npm registry (those of the field guide) against the sandbox, past the proxy and through it: only
 * the base URL differs. Prints a table; exit 1 unless each gets the same records both ways, and the server is judged without a violation.
 *
 *     node tools/proxy-clients.ts              all
 *     node tools/proxy-clients.ts clever got   only these
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { profiles } from '../contracts/profiles.ts';
import { requirementsOf } from '../src/catalogue.ts';
import { systemClock } from '../src/clock.ts';
import { createCommandDriver } from '../src/drivers/command.ts';
import { createStateDir, removeStateDir } from '../src/drivers/state-dir.ts';
import { openConversation } from '../src/proxy/conversation.ts';
import { listen } from '../src/sandbox/http/listen.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import { subjects } from './field-guide/subjects.ts';

const folder = join(import.meta.dirname, '..', 'examples', 'field-guide');
const students = 2300;
const captured = {
  name: 'traffic',
  now: Date.now,
  server: new Set(requirementsOf('server').map(({ id }) => id)),
  client: new Set(requirementsOf('client').map(({ id }) => id)),
};

const wanted = process.argv.slice(2);
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
  cwd: folder,
  stdio: ['ignore', 2, 2],
});
row(['client', 'past', 'through', 'requests', 'server', 'client']);
for (const { file } of subjects) if (wanted.length === 0 || wanted.includes(file)) await compare(file);

async function compare(file: string): Promise<void> {
  const sandbox = createSandbox({ seed: 1, students, clock: systemClock });
  const at = await listen(sandbox, { port: 0, hostname: '127.0.0.1' });
  const conversation = await openConversation({
    server: at.origin,
    port: 0,
    allowWrites: false,
    timeoutMs: 30_000,
    scenarios: [],
    captured,
    signal: new AbortController().signal,
  });
  try {
    const past = await idsThrough(file, at.origin, sandbox.token);
    const through = await idsThrough(file, conversation.origin, sandbox.token);
    await conversation.close();
    const [server, client] = conversation.sides().map(({ judge }) => countsOf(judge().result.outcomes));
    row([
      file,
      `${past.length}`,
      `${through.length}`,
      `${conversation.counts().client}`,
      `${server?.text}`,
      `${client?.text}`,
    ]);
    const isSame = past.join() === through.join() && past.length === students;
    if (!isSame || server?.failed !== 0) process.exitCode = 1;
  } finally {
    await conversation.close();
    await at.close();
    sandbox.close();
  }
}

async function idsThrough(file: string, baseUrl: string, token: string): Promise<readonly string[]> {
  const driver = createCommandDriver({
    command: [process.execPath, join(folder, `${file}.mjs`)],
    env: process.env,
  });
  const stateDir = await createStateDir();
  try {
    const { ended } = driver.start({
      scenario: 'plain',
      baseUrl,
      token,
      dataVersion: profiles[0].prefix.slice(1),
      job: 'sync:students',
      input: {},
      stateDir,
      fetch,
      clock: systemClock,
    });
    const { says, said, ids } = await ended;
    if (says !== 'complete') process.stderr.write(`${file} at ${baseUrl}: ${said}\n`);
    return ids;
  } finally {
    driver.close();
    await removeStateDir(stateDir);
  }
}

function countsOf(outcomes: readonly { readonly outcome: { readonly outcome: string } }[]) {
  const amount = (name: string) => outcomes.filter(({ outcome }) => outcome.outcome === name).length;
  const failed = amount('failed');
  return { failed, text: `${amount('passed')} passed, ${failed} failed` };
}

function row(cells: readonly string[]): void {
  process.stdout.write(
    `${cells.map((cell, at) => cell.padEnd(at === 0 ? 14 : at < 4 ? 10 : 22)).join('')}\n`,
  );
}

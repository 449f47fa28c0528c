import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Run, runSuite } from './process.ts';
import { isReported, judged, type Result, type Row } from './row.ts';

interface Client {
  readonly row: number;
  readonly what: string;
  /** Body of `run({ baseUrl, token, job, fetch, clock })`, or a whole program with `program`. */
  readonly body: string;
  readonly program?: true;
  /** @default 'pagination/full-walk' */
  readonly scenario?: string;
  readonly codes?: readonly number[];
  readonly expects?: (run: Run) => string;
}

const client = join(import.meta.dirname, '../../dist/src/client/index.js');
/** A client that pages, waits and gives up as documented, without state. */
const good = `
  const clever = createCleverClient({ token, baseUrl, fetch, clock });
  const ids = [];
  try {
    for await (const { records } of clever.pages('/' + job.slice(5))) for (const { id } of records) ids.push(id);
    return { complete: true, ids };
  } catch (error) {
    return { complete: false, ids, said: String(error.message) };
  }`;
/** A client that sends the same request until it is stopped. */
const ask = `fetch(baseUrl + '/v2.0/students?limit=100', { headers: { authorization: 'Bearer ' + token } })`;

const survives = (row: number, what: string, scenario: string): Client => ({
  row,
  what,
  body: good,
  scenario,
  codes: [0, 1],
});

const clients: readonly Client[] = [
  survives(31, 'Reset in milliseconds', 'in-milliseconds'),
  survives(32, 'Reset that is no number', 'that-is-no-number'),
  survives(33, 'Reset in the past', 'in-the-past'),
  survives(34, 'Reset years ahead', 'years-ahead'),
  survives(35, 'a longer Retry-After', 'rate-limit/429-with-a-longer-retry-after'),
  survives(38, 'Remaining 0 on a success', 'rate-limit/remaining-0-on-a-success'),
  survives(39, '501 after a 503', 'backoff/501-after-a-503'),
  {
    row: 62,
    what: 'a module that floods',
    body: `await Promise.all(Array.from({ length: 1900 }, () => ${ask}.then((r) => r.text()).catch(() => 0))); return { complete: true, ids: [] };`,
    scenario: '*',
  },
  {
    row: 62,
    what: 'a module with five million ids',
    body: `await ${ask}; return { complete: true, ids: Array.from({ length: 5e6 }, (_, n) => String(n).padStart(24, '0')) };`,
  },
  {
    row: 62,
    what: 'a module that sends bodies of 40 MB',
    body: `for (let n = 0; n < 3; n++) await fetch(baseUrl + '/v2.0/students', { method: 'POST', headers: { authorization: 'Bearer ' + token }, body: 'x'.repeat(4e7) }); return { complete: true, ids: [] };`,
    // It reads nothing, so little is judged.
    codes: [1, 4, 5],
  },
  { row: 62, what: 'a module that never ends', body: `await ${ask}; for (;;);` },
  {
    row: 62,
    what: 'a command that floods',
    program: true,
    body: `for (let at = 0; at < 200; at++) await Promise.all(Array.from({ length: 100 }, () => ${ask}.then((r) => r.text()).catch(() => 0)));`,
  },
  {
    row: 62,
    what: 'a command with 400,000 ids',
    program: true,
    body: `await ${ask}; let text = ''; for (let n = 0; n < 4e5; n++) text += String(n).padStart(24, '0') + '\\n'; process.stdout.write(text);`,
  },
  {
    row: 62,
    what: 'a command that sends 1 GiB',
    program: true,
    body: `const piece = new Uint8Array(1 << 20); let n = 0; await fetch(baseUrl + '/v2.0/students', { method: 'POST', duplex: 'half', body: new ReadableStream({ pull: (c) => (n++ < 1024 ? c.enqueue(piece) : c.close()) }) }).catch(() => 0);`,
  },
  {
    row: 62,
    what: 'a command that opens 2,000 sockets',
    program: true,
    body: `const { connect } = await import('node:net'); const { port } = new URL(baseUrl); await ${ask}; for (let n = 0; n < 2000; n++) connect(port, '127.0.0.1').on('error', () => {}); await new Promise((go) => setTimeout(go, 2000)); process.exit(0);`,
  },
  {
    row: 62,
    what: 'a command that leaves children',
    program: true,
    body: `const { spawn } = await import('node:child_process'); for (let n = 0; n < 5; n++) spawn('sleep', ['60'], { detached: true, stdio: 'ignore' }).unref(); await ${ask};`,
  },
  {
    row: 62,
    what: 'a command that never exits',
    program: true,
    body: `await ${ask}; setInterval(() => {}, 1000);`,
  },
];

/** Rows with a client under test that is broken or malicious, or a correct one in a hostile scenario. */
export const clientRows: readonly Row[] = clients.map((one) => ({
  row: one.row,
  what: one.what,
  run: () => runClient(one),
}));

async function runClient({
  body,
  program,
  scenario = 'pagination/full-walk',
  // Stopped by a limit, a client may stay undecided, but never passes.
  codes = [1, 4],
  expects = isReported,
}: Client): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'clever-hostile-client-'));
  const file = join(folder, 'client.mjs');
  const text = program
    ? `const { CLEVER_BASE_URL: baseUrl, CLEVER_TOKEN: token } = process.env;\n${body}`
    : `import { createCleverClient } from ${JSON.stringify(client)};\nexport async function run({ baseUrl, token, job, fetch, clock }) { ${body} }`;
  writeFileSync(file, text);
  const how = program ? ['--timeout', '10', '--', process.execPath, file] : ['--module', file];
  try {
    return await runSuite(['client', '--quiet', '--scenario', scenario, ...how], { maxMs: 400_000 }, (run) =>
      judged(run, codes, expects),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

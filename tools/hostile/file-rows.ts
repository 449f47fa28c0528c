import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunOptions, runSuite } from './process.ts';
import { judged, type Row } from './row.ts';

interface Case {
  readonly row: number;
  readonly what: string;
  /** Prepares files in a directory, and returns the arguments. */
  readonly args: (folder: string) => readonly string[];
  readonly codes: readonly number[];
  readonly options?: Partial<RunOptions>;
}

/** A capture of as many small responses. */
function capture(entries: number): string {
  const records = Array.from({ length: 10 }, (_, n) => ({
    data: {
      id: n.toString(16).padStart(24, '0'),
      name: { first: 'Ann', last: 'Lee' },
      email: `ann${n}@example.com`,
    },
    uri: `/v2.0/students/${n.toString(16).padStart(24, '0')}`,
  }));
  const startMs = Date.UTC(2026, 0, 5);
  const list = Array.from({ length: entries }, (_, at) => {
    const text = JSON.stringify({
      data: records,
      links: [{ rel: 'self', uri: `/v2.0/students?limit=10&page=${at % 100}` }],
    });
    const headers = [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'Date', value: new Date(startMs + at * 120).toUTCString() },
      { name: 'X-RateLimit-Limit', value: '1200' },
      { name: 'X-RateLimit-Remaining', value: String(1200 - (at % 1000)) },
      { name: 'X-RateLimit-Reset', value: String(Math.ceil((startMs + at * 120) / 60_000) * 60) },
    ];
    return {
      startedDateTime: new Date(startMs + at * 120).toISOString(),
      time: 50,
      request: {
        method: 'GET',
        url: 'https://api.example.test/v2.0/students?limit=10',
        headers: [{ name: 'Authorization', value: 'Bearer some-token-1234' }],
        queryString: [],
      },
      response: { status: 200, headers, content: { size: text.length, mimeType: 'application/json', text } },
    };
  });
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'mitmproxy', version: '10' }, entries: list },
  });
}

const file = (name: string, content: string | Buffer) => (folder: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const judging = (path: (folder: string) => string) => (folder: string) => ['judge', path(folder), '--quiet'];
const recordings = join(import.meta.dirname, '../../contracts/recordings');
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n`;

const cases: readonly Case[] = [
  {
    row: 52,
    what: 'a name that leads out of the directory',
    args: () => ['server', '--requirement', '../../x'],
    codes: [2],
  },
  {
    row: 53,
    what: 'a pipe instead of a file',
    args: judging((folder) => {
      const path = join(folder, 'pipe');
      execFileSync('mkfifo', [path]);
      return path;
    }),
    codes: [2],
  },
  { row: 53, what: 'a directory instead of a file', args: judging((folder) => folder), codes: [2] },
  {
    row: 53,
    what: 'a link to another file',
    args: judging((folder) => {
      const path = join(folder, 'link.har');
      symlinkSync('/etc/passwd', path);
      return path;
    }),
    codes: [2],
  },
  {
    row: 53,
    what: 'a file of 2 GiB',
    args: judging((folder) => {
      const path = file('big.har', '{')(folder);
      truncateSync(path, 2 ** 31);
      return path;
    }),
    codes: [2],
  },
  { row: 54, what: 'half a file', args: judging(file('half.har', capture(3).slice(0, 700))), codes: [2] },
  { row: 54, what: 'an empty file', args: judging(file('empty.har', '')), codes: [2] },
  {
    row: 54,
    what: 'recordings edited by hand',
    args: (folder) => {
      const dir = join(folder, 'recordings');
      execFileSync('cp', ['-r', recordings, dir]);
      const index = join(dir, 'index.json');
      writeFileSync(index, readFileSync(index, 'utf8').slice(0, -20));
      return ['server', '--quiet', '--target', 'replay', '--recordings', dir];
    },
    codes: [2],
  },
  {
    row: 55,
    what: 'recordings that are missing',
    args: (folder) => {
      const dir = join(folder, 'recordings');
      mkdirSync(dir);
      return ['server', '--quiet', '--target', 'replay', '--recordings', dir];
    },
    codes: [2],
  },
  {
    row: 56,
    what: 'a bomb of YAML',
    args: (folder) => ['server', '--quiet', '--baseline', file('baseline.yaml', bomb)(folder)],
    codes: [2],
  },
  {
    row: 57,
    what: 'a module that throws when it is loaded',
    args: (folder) => ['client', '--module', file('throws.mjs', 'throw new Error("no")')(folder)],
    codes: [2, 4],
  },
  {
    row: 59,
    what: 'a pattern that backtracks',
    args: () => ['server', '--quiet', '--grep', '(a+)+$'],
    codes: [5],
  },
  {
    row: 60,
    what: 'a directory that cannot be written',
    args: () => ['server', '--quiet', '--requirement', 'data/list-envelope', '--out', '/proc/self/x'],
    codes: [3],
  },
  {
    row: 61,
    what: 'a polite kill in the middle',
    args: () => ['server', '--quiet'],
    codes: [130, 0],
    // Before the suite is loaded, a signal ends node itself.
    options: { signalAfter: { ms: 10_000, signal: 'SIGTERM' } },
  },
  {
    row: 62,
    what: 'a capture of 15,000 responses',
    args: judging(file('many.har', capture(15_000))),
    codes: [0, 1],
  },
  {
    row: 62,
    what: 'a capture of 30,000 responses',
    args: judging(file('more.har', capture(30_000))),
    codes: [0, 1],
  },
];

/** Rows with files, arguments and output that cannot be written. */
export const fileRows: readonly Row[] = cases.map(({ row, what, args, codes, options }) => ({
  row,
  what,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clever-hostile-file-'));
    try {
      return await runSuite(args(folder), { maxMs: 400_000, ...options }, (run) => judged(run, codes));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
}));

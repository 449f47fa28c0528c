import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { systemClock } from '../../src/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { type Run, runSuite } from './process.ts';
import { finds, judged, type Result, type Row } from './row.ts';

type Answer = (...args: Parameters<RequestListener>) => void;

interface Hostile {
  readonly row: number;
  readonly what: string;
  /** Answers everything below `/v2.0/teachers` and `/v2.0/students`; `trap` is a port that nothing may connect to. */
  readonly answer: (trap: string) => Answer;
  readonly codes?: readonly number[];
  /** @default claims about lists and their links */
  readonly select?: readonly string[];
  /** Of one response. @default 60 */
  readonly timeoutS?: number;
  readonly expects?: (run: Run) => string;
}

const json = { 'content-type': 'application/json' };
const lists = [
  'data/list-envelope',
  'data/operation-answers',
  'pagination/next-while-more',
  'pagination/next-walk-complete',
  'pagination/links-host-relative',
  'pagination/next-stays-in-collection',
].flatMap((id) => ['--requirement', id]);
const id = (n: number) => n.toString(16).padStart(24, '0');
const teacher = (n: number) => ({
  data: {
    id: id(n),
    name: { first: 'Ann', last: 'Lee' },
    created: '2024-01-01T00:00:00.000Z',
    last_modified: '2024-01-01T00:00:00.000Z',
    district: id(7),
    school: id(8),
    schools: [id(8)],
    email: `ann${n}@example.com`,
    sis_id: String(n),
  },
  uri: `/v2.0/teachers/${id(n)}`,
});
const page = (count: number, next?: string) =>
  JSON.stringify({
    data: Array.from({ length: count }, (_, n) => teacher(n)),
    links: [
      { rel: 'self', uri: '/v2.0/teachers' },
      ...(next === undefined ? [] : [{ rel: 'next', uri: next }]),
    ],
  });
const says =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = json, status = 200) =>
  (): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const leadsTo =
  (next: (trap: string) => string) =>
  (trap: string): Answer =>
  (_request, response) =>
    response.writeHead(200, json).end(page(3, next(trap)));
const flood = (response: ServerResponse, piece: Buffer) => {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};
const drip =
  (head: string, piece: string): (() => Answer) =>
  () =>
  (request) => {
    request.socket.write(head);
    const timer = setInterval(() => request.socket.write(piece), 200);
    request.socket.on('close', () => clearInterval(timer)).on('error', () => {});
  };
const members = (count: number) =>
  `{"data":[${JSON.stringify({
    data: { id: id(1), ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, `v${n}`])) },
  })}],"links":[]}`;
let pages = 0;
/** Of links that lead elsewhere. */
const findsLink = finds('pagination/links-host-relative', 'pagination/next-stays-in-collection');
const findsWalk = finds('pagination/next-walk-complete', 'pagination/next-while-more');
const findsAnswer = finds('data/operation-answers', 'data/list-envelope');

/** Every text that misleads a reader of the terminal, of a CI log, of HTML, XML, Markdown or a spreadsheet. */
const texts: readonly (readonly [row: number, what: string, text: string])[] = [
  [42, 'control sequences', '\u001b[2J\u001b]0;owned\u0007\u009b31m\rPASSED'],
  [43, 'invisible and reversing letters', '\u202egnp.exe\u2066\u200b\ufeffadmin'],
  [
    44,
    'commands of CI systems',
    '\n::error::owned\n##vso[task.setvariable variable=x]y\n##teamcity[testFailed]',
  ],
  [
    45,
    'markup',
    '<script>alert(1)</script><img src=x onerror=alert(1)>"><svg/onload=alert(1)></script><!--<script>',
  ],
  [46, 'a link that runs', 'javascript:alert(1)'],
  [47, 'Markdown', '![x](http://track.example/x.png) @org/team <details> `|`'],
  [48, 'what XML cannot hold', ']]>&amp;\u0000\uffff\ud800'],
  [49, 'a formula', '=cmd|calc'],
  [50, 'a message of 5 MiB', 'm'.repeat(5 * 1024 * 1024)],
];
const record = (text: string) =>
  JSON.stringify({
    data: [{ data: { id: id(1), name: { first: text }, [text.slice(0, 60)]: text } }],
    links: [],
    error: text,
  });
const speaks = (text: string) => () => {
  const body = record(text);
  return ((_request, response) =>
    response.writeHead(200, { ...json, 'x-request-id': 'x' }).end(body)) as Answer;
};
const everything: readonly string[] = ['--grep', 'data/'];
const isInert = (run: Run): string => {
  const html = run.report('report.html');
  const xml = run.report('junit.xml');
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/.test(run.text))
    return 'control characters on the terminal';
  if (/^\s*::(?:error|add)|##(?:vso|teamcity)\[/m.test(run.text)) return 'a CI command on the terminal';
  if (/<img src=x|<svg\/onload|<!--<script>/.test(html)) return 'markup in the page';
  if (/href=["']?(?:javascript|data):/i.test(html)) return 'a link that runs';
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return 'XML that is not well-formed';
  return xml.length > 0 && html.length > 0 ? '' : 'a report is missing';
};

const hostile: readonly Hostile[] = [
  { row: 1, what: 'next to another host', expects: findsLink, answer: leadsTo((trap) => `http://${trap}/x`) },
  { row: 2, what: 'next without a scheme', expects: findsLink, answer: leadsTo((trap) => `//${trap}/x`) },
  { row: 3, what: 'next with backslashes', expects: findsLink, answer: leadsTo((trap) => `/\\${trap}/x`) },
  {
    row: 4,
    what: 'next with a tab and spaces',
    expects: findsLink,
    answer: leadsTo((trap) => ` /\t/${trap}/x`),
  },
  {
    row: 5,
    what: 'next with user information',
    expects: findsLink,
    answer: leadsTo((trap) => `http://127.0.0.1@${trap}/x`),
  },
  {
    row: 6,
    what: 'next to a host that looks alike',
    expects: findsLink,
    answer: leadsTo((trap) => `http://api.clever.com.localhost:${trap.split(':')[1]}/x`),
  },
  {
    row: 7,
    what: 'next of another scheme',
    expects: findsLink,
    answer: leadsTo((trap) => `https://${trap}/v2.0/teachers`),
  },
  {
    row: 8,
    what: 'next to an address in disguise',
    expects: findsLink,
    answer: leadsTo((trap) => `http://2130706433:${trap.split(':')[1]}/`),
  },
  {
    row: 9,
    what: 'next to another resource',
    expects: findsLink,
    answer: leadsTo(() => '/v2.0/teachers/../../oauth/tokens?limit=3'),
  },
  {
    row: 10,
    what: 'next that is no URL of HTTP',
    expects: findsLink,
    answer: leadsTo(() => 'file:///etc/passwd'),
  },
  {
    row: 11,
    what: 'redirect to another host',
    expects: findsAnswer,
    answer: (trap) => (_request, response) => response.writeHead(307, { location: `http://${trap}/` }).end(),
  },
  {
    row: 12,
    what: 'redirects without end',
    expects: findsAnswer,
    answer: () => (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
  },
  {
    row: 13,
    what: 'next is the page itself',
    expects: findsWalk,
    answer: () => (request, response) => response.writeHead(200, json).end(page(3, request.url)),
  },
  {
    row: 14,
    what: 'a cycle of pages',
    expects: findsWalk,
    answer: () => (_request, response) =>
      response.writeHead(200, json).end(page(3, `/v2.0/teachers?starting_after=${id(pages++ % 100)}`)),
  },
  {
    row: 15,
    what: 'pages without end',
    expects: findsWalk,
    answer: () => (_request, response) =>
      response.writeHead(200, json).end(page(3, `/v2.0/teachers?starting_after=${id(1000 + pages++)}`)),
  },
  {
    row: 16,
    what: 'empty pages with a next',
    expects: findsWalk,
    answer: () => (_request, response) =>
      response.writeHead(200, json).end(page(0, `/v2.0/teachers?starting_after=${id(5000 + pages++)}`)),
  },
  {
    row: 17,
    what: '10,001 records a page',
    expects: finds('pagination/limit-honoured'),
    answer: says(page(10_001)),
    select: [],
  },
  {
    row: 18,
    what: 'a body without end',
    answer: () => (_request, response) => flood(response.writeHead(200, json), Buffer.alloc(1 << 20, 0x20)),
    codes: [1, 4, 6],
  },
  {
    row: 19,
    what: 'a bomb of gzip',
    answer: says(gzipSync(Buffer.alloc(256 << 20)), { ...json, 'content-encoding': 'gzip' }),
    codes: [1, 4, 6],
  },
  {
    row: 20,
    what: 'a body shorter than its length',
    answer: () => (request) =>
      request.socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{"data":[]',
      ) && undefined,
    codes: [1, 4],
  },
  {
    row: 21,
    what: 'a header byte at a time',
    answer: drip('HTTP/1.1 200 OK\r\nx-a: ', 'a'),
    timeoutS: 2,
    codes: [1, 4],
  },
  {
    row: 22,
    what: 'connections that are reset',
    answer: () => (request) => request.socket.resetAndDestroy(),
    codes: [1, 4],
  },
  {
    row: 23,
    what: '1,000 headers and a NUL',
    answer: () => (request) =>
      request.socket.end(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(1000)}x-n: \0\r\n\r\n{}`) && undefined,
    codes: [1, 4],
  },
  {
    row: 24,
    what: '200,000 arrays in each other',
    expects: findsAnswer,
    answer: says('['.repeat(200_000) + ']'.repeat(200_000)),
  },
  {
    row: 25,
    what: 'prototypes as members',
    answer: says(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"data":[{"data":{"id":"0123456789abcdef01234567","__proto__":{"polluted":1}}}],"links":[{"rel":"__proto__","uri":"constructor"}]}',
    ),
    codes: [0, 1],
  },
  {
    row: 26,
    what: 'JSON with NaN and a byte order mark',
    expects: findsAnswer,
    answer: says('\ufeff{"data":NaN,}'),
  },
  {
    row: 27,
    what: 'numbers that a program cannot hold',
    expects: findsAnswer,
    answer: says('{"data":[{"data":{"id":9007199254740993,"sis_id":1e999,"created":-0}}],"links":[]}'),
  },
  {
    row: 28,
    what: 'surrogates and U+0000',
    answer: says('{"data":[{"data":{"id":"\\ud800\\u0000\\uffff"}}],"links":[]}'),
    codes: [0, 1],
    expects: isInert,
  },
  { row: 29, what: 'HTML as JSON', expects: findsAnswer, answer: says('<html>It works') },
  {
    row: 30,
    what: 'a 429 with 10 MB of HTML',
    answer: says('<p>'.repeat(3_500_000), { 'content-type': 'text/html' }, 429),
    codes: [6],
  },
  ...texts.map(
    ([row, what, text]): Hostile => ({
      row,
      what: `texts: ${what}`,
      answer: speaks(text),
      select: everything,
      codes: [0, 1],
      expects: isInert,
    }),
  ),
  {
    row: 59,
    what: '100,000 letters in every field',
    answer: speaks('a'.repeat(100_000)),
    select: everything,
    codes: [0, 1],
  },
  {
    row: 17,
    what: '200,000 members in one record',
    // Not read at all, so the two lists stay undecided.
    codes: [1, 4],
    answer: says(members(200_000)),
    select: [],
  },
  {
    row: 18,
    what: 'a string of 30 MB',
    answer: says(`{"data":["${'x'.repeat(30 << 20)}"]}`),
    select: [],
    codes: [1, 4, 6],
  },
];

/** Rows with a server on a port of this machine: only its teachers and students are bad, everything else is as it should be. */
export const serverRows: readonly Row[] = hostile.map((one) => ({
  row: one.row,
  what: one.what,
  run: () => runHostile(one),
}));

async function runHostile({
  answer,
  codes = [1],
  select = lists,
  timeoutS = 60,
  expects,
}: Hostile): Promise<Result> {
  let trapped = 0;
  const trap = createTcpServer((socket) => {
    trapped++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const answering = answer(`127.0.0.1:${(trap.address() as AddressInfo).port}`);
  const sandbox = createSandbox({ seed: 1, students: 60, clock: systemClock });
  const server = createServer((request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    if (/^\/v2\.0\/(?:students|teachers)\b/.test(request.url ?? '')) return void answering(request, response);
    const url = `http://${request.headers.host}${request.url}`;
    sandbox
      .fetch(
        new Request(url, {
          method: request.method ?? 'GET',
          headers: request.headers as Record<string, string>,
        }),
      )
      .then(async (good) => {
        response.writeHead(good.status, Object.fromEntries(good.headers));
        response.end(Buffer.from(await good.arrayBuffer()));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await runSuite(
      ['server', '--quiet', '--budget', '100%', '--timeout', String(timeoutS), '--target', origin, ...select],
      { env: { CLEVER_TOKEN: sandbox.token }, maxMs: 400_000 },
      (run) =>
        judged(run, codes, (seen) =>
          trapped > 0 ? 'another port was connected to' : (expects?.(seen) ?? ''),
        ),
    );
  } finally {
    server.closeAllConnections();
    server.close();
    trap.close();
    sandbox.close();
  }
}

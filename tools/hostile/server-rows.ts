import { gzipSync } from 'node:zlib';
import { type Hostile, lists, runHostile } from './hostile-server.ts';
import { finds, type Row } from './row.ts';
import { drip, flood, id, json, leadsTo, members, page, says } from './server-answers.ts';
import { everything, isInert, misleading, speaks } from './server-texts.ts';

let pages = 0;
/** Of links that lead elsewhere. */
const findsLink = finds('pagination/links-host-relative', 'pagination/next-stays-in-collection');
const findsWalk = finds('pagination/next-walk-complete', 'pagination/next-while-more');
const findsAnswer = finds('data/operation-answers', 'data/list-envelope');

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
    // Nothing forbids an empty page; its link has no record to go on from. The walk is left after some pages.
    select: [...lists, '--requirement', 'pagination/link-cursor-form'],
    expects: finds('pagination/link-cursor-form'),
    // Each list goes on in itself, so that nothing but the number of empty pages is wrong.
    answer: () => (request, response) =>
      response
        .writeHead(200, json)
        .end(page(0, `${request.url?.split('?', 1)[0]}?starting_after=${id(5000 + pages++)}`)),
  },
  {
    row: 17,
    what: '10,001 records a page',
    expects: finds('pagination/limit-honoured'),
    answer: says(page(10_001)),
    select: [],
  },
  {
    row: 17,
    what: '10,000 records a page, on every page',
    // As many as the documents allow, and more than was asked for.
    expects: finds('pagination/limit-honoured'),
    answer: says(page(10_000)),
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
  ...misleading,
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

export const serverRows: readonly Row[] = hostile.map((one) => ({
  row: one.row,
  what: one.what,
  run: () => runHostile(one),
}));

import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { exitCodes } from '../../src/errors.ts';
import { judgeSpoiled, ofThemes, teacher } from '../engine/server-testing.ts';

const reading = ofThemes('data', 'pagination');
const json = { 'content-type': 'application/json' };

/** Only teachers are bad; everything else is as it should be. */
const badTeachers =
  (answer: (...args: Parameters<RequestListener>) => void) =>
  (...[request, response]: Parameters<RequestListener>) => {
    if (!request.url?.startsWith('/v2.0/teachers')) return false;
    answer(request, response);
    return true;
  };

const says =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = json, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

/** Writes as fast as it is read, and never ends. */
function flood(response: ServerResponse, piece: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

const page = (count: number) =>
  JSON.stringify({
    data: Array.from({ length: count }, (_, at) => teacher(at.toString(16).padStart(24, '0'))),
    links: [{ rel: 'self', uri: '/v2.0/teachers' }],
  });

interface Row {
  readonly what: string;
  readonly answer: RequestListener;
  /** What ends the run, or breaks it. */
  readonly code: number;
  /** In the reason of the verdict, or in what was found against `id`. */
  readonly says: RegExp;
  readonly id?: string;
  readonly timeoutMs?: number;
  readonly ids?: typeof reading;
}

const operations = 'data/operation-answers';
const envelope = 'data/list-envelope';
/** Why the operation is not judged. */
const tooLarge = /GET \/v2\.0\/teachers got no complete response in \d+ attempts \(the body is larger than/;
const { nonConforming, inconclusive, safetyStop } = exitCodes;

const rows: readonly Row[] = [
  {
    what: 'closes the connection before it answers',
    answer: (request) => request.socket.destroy(),
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
  },
  {
    what: 'promises more than it sends',
    answer: (request, response) => {
      response.writeHead(200, { ...json, 'content-length': 1000 }).write('{"data":[]}');
      setTimeout(() => request.socket.end(), 5);
    },
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
  },
  {
    what: 'ends in the middle of a chunked body',
    answer: (request, response) => {
      response.writeHead(200, json).write('{"data":[');
      setTimeout(() => request.socket.resetAndDestroy(), 5);
    },
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
  },
  {
    what: 'never answers',
    answer: () => {},
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
    timeoutMs: 500,
  },
  {
    what: 'sends a byte now and then',
    answer: (_request, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    },
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
    timeoutMs: 500,
  },
  {
    what: 'sends a byte of a header now and then',
    answer: (request) => {
      request.socket.write('HTTP/1.1 200 OK\r\nx-a: ');
      const timer = setInterval(() => request.socket.write('a'), 10);
      request.socket.on('close', () => clearInterval(timer));
    },
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
    timeoutMs: 500,
  },
  {
    what: 'sends numbers that a program cannot hold',
    answer: says('{"data":[{"data":{"id":9007199254740993,"sis_id":1e999,"created":-0}}],"links":[]}'),
    code: nonConforming,
    says: /getTeachers/,
    id: operations,
  },
  {
    what: 'never ends its body',
    answer: (_request, response) => flood(response.writeHead(200, json), Buffer.alloc(1 << 20, 0x20)),
    code: inconclusive,
    says: tooLarge,
  },
  {
    what: 'sends a bomb of gzip',
    answer: says(gzipSync(Buffer.alloc(64 << 20)), { ...json, 'content-encoding': 'gzip' }),
    code: inconclusive,
    says: tooLarge,
  },
  {
    what: 'packs its body six times',
    answer: says('x', { ...json, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }),
    code: nonConforming,
    says: /getTeachers never works/,
    id: operations,
  },
  {
    what: 'sends millions of empty objects',
    answer: says(`{"data":[${'{},'.repeat(2_000_000)}{}]}`),
    code: inconclusive,
    says: tooLarge,
  },
  {
    what: 'sends a page of 10,001 records and more, all bad',
    answer: says(page(10_500)),
    code: nonConforming,
    says: /more records than its limit.*10500/,
    id: 'pagination/limit-honoured',
    ids: ofThemes('pagination'),
  },
  {
    what: 'sends 1,000 headers',
    answer: (_request, response) => {
      for (let at = 0; at < 1000; at++) response.setHeader(`x-${at}`, 'a');
      response.writeHead(200, json).end('{"data":null}');
    },
    code: nonConforming,
    says: /getTeachers/,
    id: envelope,
  },
  {
    what: 'nests 200,000 arrays',
    answer: says('['.repeat(200_000) + ']'.repeat(200_000)),
    code: nonConforming,
    says: /bare array/,
    id: envelope,
  },
  {
    what: 'nests 200,000 objects',
    answer: says(`${'{"data":'.repeat(200_000)}1${'}'.repeat(200_000)}`),
    code: nonConforming,
    says: /`data` of a list is not an array/,
    id: envelope,
  },
  { what: 'sends NaN', answer: says('{"data":NaN}'), code: nonConforming, says: /no JSON/, id: envelope },
  {
    what: 'sends a byte order mark',
    answer: says('\ufeff{"data":[],"links":[]}'),
    code: nonConforming,
    says: /no JSON/,
    id: envelope,
  },
  {
    what: 'sends a comma too many',
    answer: says('{"data":[],"links":[],}'),
    code: nonConforming,
    says: /no JSON/,
    id: envelope,
  },
  {
    what: 'sends two documents',
    answer: says('{"data":[]}{"data":[]}'),
    code: nonConforming,
    says: /no JSON/,
    id: envelope,
  },
  {
    what: 'sends UTF-16',
    answer: says(Buffer.from('{"data":[]}', 'utf16le')),
    code: nonConforming,
    says: /no JSON/,
    id: envelope,
  },
  {
    what: 'sends HTML as JSON',
    answer: says('<html>It works'),
    code: nonConforming,
    says: /no JSON/,
    id: envelope,
  },
  {
    what: 'sends JSON as HTML',
    answer: says(page(3), { 'content-type': 'text/html' }),
    code: nonConforming,
    says: /not labelled as JSON.*text\/html/,
    id: 'data/json-content-type',
  },
  {
    what: 'sends a page of its proxy with 502',
    answer: says('<html>Bad gateway', { 'content-type': 'text/html' }, 502),
    code: nonConforming,
    says: /getTeachers never works.*502/,
    id: operations,
  },
  {
    what: 'answers 429 with 10 MB of HTML',
    answer: says('<p>'.repeat(3_500_000), { 'content-type': 'text/html' }, 429),
    code: safetyStop,
    says: /429 to a request within the budget/,
  },
  {
    what: 'redirects to itself without end',
    answer: (request, response) => response.writeHead(307, { location: request.url ?? '' }).end(),
    code: nonConforming,
    says: /307/,
    id: operations,
  },
];

describe('a server whose teachers are bad', () => {
  for (const { what, answer, code, says, id, timeoutMs, ids = reading } of rows)
    it(`is judged to the end, and reported, when it ${what}`, async () => {
      const judged = await judgeSpoiled(
        badTeachers(answer),
        timeoutMs === undefined ? { ids } : { ids, timeoutMs },
      );
      expect(judged.exitCode, judged.text).to.equal(code);
      if (id === undefined) expect(judged.report.inconclusive).to.match(says);
      else expect(judged.said(id)).to.match(says);
    }).timeout(60_000);

  it('cannot reach into the prototypes of the suite', async () => {
    const evil = '{"polluted":1}';
    const body =
      `{"__proto__":${evil},"constructor":{"prototype":${evil}},"data":[{"data":{"id":"0123456789abcdef01234567",` +
      `"__proto__":${evil},"name":{"constructor":{"prototype":${evil}}}},"__proto__":${evil}}],` +
      `"links":[{"rel":"__proto__","uri":"constructor"},{"__proto__":${evil}}],"error":{"__proto__":${evil}}}`;
    const judged = await judgeSpoiled(
      badTeachers(says(body, { ...json, 'x-__proto__': 'a', constructor: 'b' })),
    );
    expect(judged.exitCode).to.equal(nonConforming);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect(judged.report.requirements.every((row) => !('polluted' in row))).to.equal(true);
  });

  it('may close a connection now and then, as servers do with idle ones', async () => {
    let at = 0;
    const judged = await judgeSpoiled((request) => {
      if (++at % 9 !== 5) return false;
      request.socket.destroy();
      return true;
    });
    expect(judged.run.result.evidence.exchanges.filter((one) => one.failure)).to.not.be.empty;
    expect(judged.exitCode, judged.text).to.equal(exitCodes.conforming);
  });
});

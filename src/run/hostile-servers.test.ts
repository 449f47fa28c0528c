import type { RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { systemClock } from '../clock.ts';
import { exitCodes } from '../errors.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { type Judged, judge, liveAt, ofThemes, withHttp } from './testing.ts';

const reading = ofThemes('data', 'pagination', 'errors');
const json = { 'content-type': 'application/json' };

/** A small sandbox on a port, of which one part is bad: `spoil` answers, or says no and leaves it to the sandbox. */
async function judgeSpoiled(
  spoil: (...args: Parameters<RequestListener>) => boolean | Promise<boolean>,
  options: { readonly timeoutMs?: number; readonly ids?: typeof reading } = {},
): Promise<Judged> {
  const sandbox = createSandbox({ seed: 1, students: 24, clock: systemClock });
  try {
    return await withHttp(
      async (incoming, outgoing) => {
        if (await spoil(incoming, outgoing)) return;
        const request = new Request(`http://127.0.0.1${incoming.url}`, {
          method: incoming.method ?? 'GET',
          headers: { authorization: incoming.headers.authorization ?? '' },
        });
        const answer = await sandbox.fetch(request);
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      },
      (origin) => judge(liveAt(origin, { token: sandbox.token, ...options }), options.ids ?? reading),
    );
  } finally {
    sandbox.close();
  }
}

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

const teacher = (id: string) => ({
  data: { id, name: { first: 'A', last: 'B' } },
  uri: `/v2.0/teachers/${id}`,
});
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
}

const operations = 'data/operation-answers';
const envelope = 'data/list-envelope';
const { nonConforming, inconclusive, safetyStop } = exitCodes;

const rows: readonly Row[] = [
  {
    what: 'closes the connection before it answers',
    answer: (request) => request.socket.destroy(),
    code: inconclusive,
    says: /connection ended/,
  },
  {
    what: 'promises more than it sends',
    answer: (request, response) => {
      response.writeHead(200, { ...json, 'content-length': 1000 }).write('{"data":[]}');
      setTimeout(() => request.socket.end(), 5);
    },
    code: inconclusive,
    says: /connection ended/,
  },
  {
    what: 'ends in the middle of a chunked body',
    answer: (request, response) => {
      response.writeHead(200, json).write('{"data":[');
      setTimeout(() => request.socket.resetAndDestroy(), 5);
    },
    code: inconclusive,
    says: /connection ended/,
  },
  {
    what: 'never answers',
    answer: () => {},
    code: inconclusive,
    says: /no whole answer within 100 ms/,
    timeoutMs: 100,
  },
  {
    what: 'sends a byte now and then',
    answer: (_request, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    },
    code: inconclusive,
    says: /no whole answer within 100 ms/,
    timeoutMs: 100,
  },
  {
    what: 'never ends its body',
    answer: (_request, response) => flood(response.writeHead(200, json), Buffer.alloc(1 << 20, 0x20)),
    code: safetyStop,
    says: /add up to more than a run takes \(134217728 bytes/,
  },
  {
    what: 'sends a bomb of gzip',
    answer: says(gzipSync(Buffer.alloc(64 << 20)), { ...json, 'content-encoding': 'gzip' }),
    code: safetyStop,
    says: /add up to more than a run takes/,
  },
  {
    what: 'packs its body six times',
    answer: says('x', { ...json, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }),
    code: inconclusive,
    says: /content coding/,
  },
  {
    what: 'sends millions of empty objects',
    answer: says(`{"data":[${'{},'.repeat(2_000_000)}{}]}`),
    code: safetyStop,
    says: /8000000 JSON values/,
  },
  {
    what: 'sends a page of 10,001 records and more, all bad',
    answer: says(page(10_500)),
    code: nonConforming,
    says: /more entries than were asked for.*200 with 10500 records/,
    id: 'pagination/limit-honoured',
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
    says: /envelope of a list/,
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
    code: inconclusive,
    says: /GET \/v2\.0\/teachers got no whole answer in \d+ attempts \(502\)/,
  },
  {
    what: 'answers 429 with 10 MB of HTML',
    answer: says('<p>'.repeat(3_500_000), { 'content-type': 'text/html' }, 429),
    code: safetyStop,
    says: /429 to a request within the budget/,
  },
  {
    what: 'redirects to itself for ever',
    answer: (request, response) => response.writeHead(307, { location: request.url ?? '' }).end(),
    code: nonConforming,
    says: /307/,
    id: operations,
  },
];

describe('a server whose teachers are bad', () => {
  for (const { what, answer, code, says, id, timeoutMs } of rows)
    it(`is judged to the end, and told, when it ${what}`, async () => {
      const startedMs = performance.now();
      const judged = await judgeSpoiled(badTeachers(answer), timeoutMs === undefined ? {} : { timeoutMs });
      expect(judged.exitCode, judged.text).to.equal(code);
      if (id === undefined) expect(judged.report.inconclusive).to.match(says);
      else expect(judged.said(id)).to.match(says);
      expect(performance.now() - startedMs).to.be.lessThan(15_000);
    }).timeout(30_000);

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

/** Counts who comes to a port where nobody has any business. */
async function withTrap<T>(work: (host: string, connections: () => number) => Promise<T>): Promise<T> {
  let connections = 0;
  const server = createSocketServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`127.0.0.1:${(server.address() as AddressInfo).port}`, () => connections);
  } finally {
    server.close();
  }
}

describe('a server that leads elsewhere', () => {
  it('by its links gets no request sent to another port, and is told', () =>
    withTrap(async (trap, connections) => {
      const port = trap.split(':')[1];
      const tricks = (home: string) => [
        `http://${trap}/x`,
        `//${trap}/x`,
        `/\\${trap}/x`,
        `\\\\${trap}\\x`,
        `/\t/${trap}/x`,
        ` http://${trap}/x`,
        `\nhttp://${trap}/x`,
        `http://${home}@${trap}/v2.0/teachers`,
        `http://localhost:${port}/v2.0/teachers`,
        `http://2130706433:${port}/`,
        `http://0x7f.1:${port}/`,
        `http://[::ffff:127.0.0.1]:${port}/`,
        `https://${trap}/v2.0/teachers`,
        `http:${trap}`,
        `ht\ntp://${trap}/`,
        `///${trap}/x`,
        'javascript:alert(1)',
        'file:///etc/passwd',
        `data:text/html,<img src=http://${trap}>`,
        '/oauth/tokens?limit=3',
        '/v2.0/teachers/../../oauth/tokens',
        '/v2.0/%2e%2e/oauth/tokens',
      ];
      const told = new Set<string>();
      let at = 0;
      const asked: string[] = [];
      const judged = await judgeSpoiled((request, response) => {
        asked.push(request.url ?? '');
        const path = (request.url ?? '').split('?', 1)[0] ?? '';
        if (!/^\/v2\.0\/[a-z_]+$/.test(path)) return false;
        const all = tricks(request.headers.host ?? '');
        const uri = all[at++ % all.length] ?? '';
        told.add(uri);
        response
          .writeHead(200, {
            ...json,
            link: `<http://${trap}/x>; rel="next"`,
            refresh: `0; url=http://${trap}/x`,
            'content-location': `http://${trap}/x`,
            'alt-svc': `h2="${trap}"`,
          })
          .end(
            JSON.stringify({
              data: [teacher('0'.repeat(24))],
              links: [
                { rel: 'next', uri },
                { rel: 'prev', uri },
              ],
            }),
          );
        return true;
      });
      expect(told.size).to.equal(tricks('').length);
      expect(connections()).to.equal(0);
      expect(asked.filter((url) => !/^\/v(2\.0|3\.1)\//.test(url))).to.deep.equal([]);
      expect(judged.exitCode).to.equal(nonConforming);
      const found = judged.said('pagination/links-host-relative');
      for (const trick of ['foreign-origin', 'userinfo', 'javascript:', 'file:', 'data:'])
        expect(found).to.include(trick);
      expect(judged.said('pagination/next-stays-in-collection')).to.match(/oauth/);
    })).timeout(20_000);

  it('by redirects gets no request sent to another port, and no more than one to itself', () =>
    withTrap(async (trap, connections) => {
      for (const status of [301, 302, 303, 307, 308]) {
        const judged = await judgeSpoiled(
          (request, response) => {
            if (!request.url?.startsWith('/v2.0/teachers')) return false;
            response.writeHead(status, { location: `http://${trap}${request.url}` }).end();
            return true;
          },
          { ids: ofThemes('data') },
        );
        expect(judged.exitCode).to.equal(nonConforming);
        expect(judged.said(operations)).to.include(`${status}`);
      }
      expect(connections()).to.equal(0);
    })).timeout(20_000);
});

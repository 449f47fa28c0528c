import { expect } from 'chai';
import { type Caught, entryOf, harOf } from './formats/har-testing.ts';
import { tallyLine } from './formats/tally.ts';
import {
  changeBody,
  copyOfCaught,
  idsWith,
  inVirtualTime,
  judgeCaught,
  judgeTrafficOf,
  trafficOf as readHarText,
} from './testing.ts';

const origin = 'https://api.clever.com';

/** Requests one after the other, with the sandbox's token: a path, or a path and the milliseconds before it. */
async function requests(...steps: readonly (string | readonly [path: string, afterMs: number])[]) {
  return await inVirtualTime(async ({ fetch, clock, sandbox }) => {
    for (const step of steps) {
      const [path, afterMs] = typeof step === 'string' ? [step, 300] : step;
      await clock.sleep(afterMs);
      await fetch(new Request(origin + path, { headers: { authorization: `Bearer ${sandbox.token}` } }));
    }
  });
}

/** The ids of a captured page. */
function idsOf({ answer }: Pick<Caught, 'answer'>): readonly string[] {
  const { data } = JSON.parse(answer) as { data: { data: { id: string } }[] };
  return data.map((one) => one.data.id);
}

/** A HAR file whose tool kept no bodies. */
function withoutBodies(caught: readonly Caught[]): string {
  const entries = caught.map((one) => {
    const entry = entryOf(one) as {
      request: Record<string, unknown>;
      response: { content: Record<string, unknown> };
    };
    const { postData, ...request } = entry.request;
    const size = Math.max(1, Buffer.byteLength(one.answer));
    return {
      ...entry,
      request: postData === undefined ? request : { ...request, bodySize: 93 },
      response: { ...entry.response, content: { size, mimeType: 'application/json' } },
    };
  });
  return JSON.stringify({ log: { version: '1.2', entries } });
}

const failedIn = (caught: readonly Caught[]) => {
  const { server, client } = judgeCaught(caught);
  return { server: idsWith(server, 'failed'), client: idsWith(client, 'failed') };
};
const nothing = { server: [], client: [] };

/** A response of the server in place of the real one. */
function answering(one: Caught, status: number, answer: string): Caught {
  return { ...one, status, answer };
}

describe('captured lists that are read in several ways', () => {
  it('polled later with the stored cursor are another read', async () => {
    const [page] = await requests('/v2.0/events?limit=1000');
    const cursor = page ? idsOf(page).at(-1) : '';
    const poll = `/v2.0/events?limit=1000&starting_after=${cursor}`;
    expect(failedIn(await requests(poll, [poll, 3_600_000]))).to.deep.equal(nothing);
    expect(failedIn(await requests('/v2.0/events?limit=1000', [poll, 30_000], [poll, 30_000]))).to.deep.equal(
      nothing,
    );
  });

  it('asked for their end, with one limit and then another, are two reads', async () => {
    const caught = await requests(
      '/v2.0/schools?ending_before=last&limit=1',
      '/v2.0/schools?ending_before=last&limit=20',
      '/v2.0/students?limit=1',
      '/v2.0/students?limit=10',
    );
    expect(failedIn(caught)).to.deep.equal(nothing);
  });

  it('read from a stored cursor, after a look at the first page, are two reads', async () => {
    const [page] = await requests('/v2.0/students?limit=20');
    const cursor = page ? idsOf(page)[14] : '';
    const caught = await requests(
      '/v2.0/students?limit=1',
      `/v2.0/students?limit=20&starting_after=${cursor}`,
    );
    expect(failedIn(caught)).to.deep.equal(nothing);
  });

  it('read to their end, and then from a cursor in their middle with another limit, are two reads', async () => {
    const [page] = await requests('/v2.0/schools?limit=1000');
    const [cursor] = page ? idsOf(page) : [];
    const again = `/v2.0/schools?limit=50&starting_after=${cursor}`;
    expect(failedIn(await requests('/v2.0/schools?limit=1000', again))).to.deep.equal(nothing);
    const beyond = `/v2.0/schools?limit=50&starting_after=${page ? idsOf(page).at(-1) : ''}`;
    const { client } = failedIn(await requests('/v2.0/schools?limit=1000', beyond));
    expect(client).to.deep.equal(['pagination/client-stops-at-the-end']);
  });

  it('are found to lack a link where the client goes on, and older records come', async () => {
    const [first] = await requests('/v2.0/students?limit=10');
    const last = first ? idsOf(first).at(-1) : '';
    const caught = await requests(
      '/v2.0/students?limit=10',
      `/v2.0/students?limit=10&starting_after=${last}`,
    );
    expect(failedIn(caught)).to.deep.equal(nothing);
    changeBody(caught[0], (body) => {
      body.links = body.links.filter(({ rel }) => rel !== 'next');
    });
    const broken = failedIn(caught);
    expect(broken.client).to.deep.equal([]);
    expect(broken.server).to.include('pagination/next-while-more');
    // Records that were created after the page prove nothing.
    const later = copyOfCaught(caught);
    changeBody(later[1], (body) => {
      for (const { data } of body.data)
        Object.assign(data, {
          created: '2031-01-01T00:00:00.000Z',
          last_modified: '2031-01-01T00:00:00.000Z',
        });
    });
    expect(failedIn(later).server).to.not.include('pagination/next-while-more');
    // Nor does a request an hour later.
    const [page, next] = copyOfCaught(caught);
    if (page && next)
      expect(failedIn([page, { ...next, atMs: next.atMs + 3_600_000 }])).to.deep.equal(nothing);
  });
});

describe('a capture without bodies', () => {
  const unknown = '/v2.0/students/5f00000000000000000000ff';
  const sides = (har: string) => {
    const { server, client } = judgeTrafficOf(readHarText(har));
    return {
      server: idsWith(server, 'failed'),
      client: idsWith(client, 'failed'),
      passed: idsWith(client, 'passed'),
    };
  };

  it('shows a client that hammers during an outage', async () => {
    const steps = Array.from({ length: 8 }, () => [unknown, 20] as const);
    const caught = (await requests('/v2.0/schools', ...steps)).map((one, at) =>
      at === 0 ? one : answering(one, 503, '{"message":"down"}'),
    );
    caught.push({ ...caught[0]!, atMs: (caught.at(-1)?.atMs ?? 0) + 5000 });
    const { server, client } = sides(withoutBodies(caught));
    expect(server).to.deep.equal([]);
    expect(client).to.include.members([
      'backoff/client-first-wait-1s',
      'backoff/client-waits-double',
      'backoff/client-at-most-five-retries',
    ]);
  });

  it('shows a client that repeats a 404, and one that does not', async () => {
    const repeated = await requests('/v2.0/schools', unknown, unknown, unknown);
    expect(sides(withoutBodies(repeated)).client).to.deep.equal(['backoff/client-no-retry-404']);
    const { client, passed } = sides(withoutBodies(await requests(unknown, '/v2.0/schools')));
    expect(client).to.deep.equal([]);
    expect(passed).to.include('backoff/client-no-retry-404');
  });

  it('shows what is wrong with the headers', async () => {
    const caught = (await requests('/v2.0/schools', '/v2.0/terms')).map((one) => ({
      ...one,
      answerHeaders: one.answerHeaders.filter(([name]) => name.toLowerCase() !== 'x-ratelimit-reset'),
    }));
    expect(sides(withoutBodies(caught)).server).to.include('rate-limit/headers-present');
  });

  it('does not show an empty 429, nor until when to wait if it has no headers either', async () => {
    const [first, second, third] = await requests('/v2.0/schools', '/v2.0/terms', '/v2.0/terms');
    const refused = answering(second!, 429, '');
    const { passed } = sides(withoutBodies([first!, refused, { ...third!, atMs: refused.atMs + 100 }]));
    expect(passed).to.not.include('rate-limit/client-survives-empty-429');
    const bare = [first!, { ...refused, answerHeaders: [] }, { ...third!, atMs: refused.atMs + 100 }];
    expect(sides(withoutBodies(bare)).client).to.deep.equal([]);
  });

  const creating = (atMs: number): Caught => ({
    method: 'POST',
    url: `${origin}/v3.1/sections/5f0000000000000000000001/assignments`,
    headers: [
      ['authorization', 'Bearer t-0123456789'],
      ['content-type', 'application/json'],
      ['content-length', '93'],
    ],
    body: '{"title":"a"}',
    atMs,
    tookMs: 3,
    status: 200,
    answerHeaders: [['content-type', 'application/json']],
    answer: '{"data":{}}',
  });

  it('leaves two creates undecided, whatever the first one got', () => {
    for (const status of [200, 503, 0]) {
      const first = { ...creating(1_750_000_000_123), status };
      const har = withoutBodies([first, creating(1_750_000_000_523)]);
      const { client } = judgeTrafficOf(readHarText(har));
      expect(idsWith(client, 'failed'), `${status}`).to.deep.equal([]);
      expect(idsWith(client, 'cantTell'), `${status}`).to.include('lms/client-creates-once');
    }
    const known = harOf([{ ...creating(1_750_000_000_123), status: 503 }, creating(1_750_000_000_523)]);
    expect(idsWith(judgeTrafficOf(readHarText(known)).client, 'failed')).to.include(
      'lms/client-creates-once',
    );
  });
});

describe('what a capture has that no requirement is about', () => {
  it('is known and named', async () => {
    const [list] = await requests('/v2.0/schools');
    for (const path of ['/v2.0/me', '/v2.1/me', '/v2.0/districts/5f0000000000000000000001/status']) {
      const traffic = readHarText(harOf([{ ...list!, url: origin + path }]));
      const { server, client } = judgeTrafficOf(traffic);
      expect([...idsWith(server, 'failed', 'cantTell'), ...idsWith(client, 'failed')], path).to.deep.equal(
        [],
      );
      expect(server.unfinished, path).to.equal(undefined);
      const name = path.replace('5f0000000000000000000001', '{id}');
      expect(tallyLine('a.har', traffic)).to.include(`since no requirement is about it: ${name}.`);
    }
  });

  for (const version of ['v2.0', 'v3.0'])
    it(`is not taken for a list: a count (${version})`, async () => {
      const caught = (await requests('/v2.0/schools', '/v2.0/schools?count=true')).map((one) => ({
        ...one,
        url: one.url.replace('/v2.0/', `/${version}/`),
        answer: one.answer.replaceAll('/v2.0/', `/${version}/`),
      }));
      const links = [{ rel: 'self', uri: `/${version}/schools?count=true` }];
      const counted = [caught[0]!, { ...caught[1]!, answer: JSON.stringify({ count: 3, links }) }];
      expect(failedIn(counted)).to.deep.equal(nothing);
      const named = tallyLine('a.har', readHarText(harOf(counted))).includes(
        `?count= of /${version}/schools`,
      );
      expect(named).to.equal(version === 'v2.0');
      // A list with the same parameter is one.
      expect(failedIn([caught[0]!, { ...caught[1]!, answer: '{"data":{},"links":[]}' }]).server).to.include(
        'data/list-envelope',
      );
    });

  it('is named where nothing is known', () => {
    const [entry] = [
      {
        startedDateTime: '2026-01-05T12:00:00.001Z',
        request: { method: 'GET', url: `${origin}/v9.9/learners/5f0000000000000000000001` },
      },
    ];
    const har = JSON.stringify({ log: { entries: [entry] } });
    expect(() => judgeTrafficOf(readHarText(har))).to.throw(/It has requests to \/v9\.9\/learners\/\{id\}/);
  });
});

it('a header that a tool wrote twice makes no second client', async () => {
  const caught = await requests('/v2.0/students?limit=10');
  const next = (
    JSON.parse(caught[0]?.answer ?? '{}') as { links: { rel: string; uri: string }[] }
  ).links.find(({ rel }) => rel === 'next');
  const walked = await requests('/v2.0/students?limit=10', next?.uri ?? '');
  const [first, second] = walked;
  second?.headers.push([
    'Authorization',
    second.headers.find(([name]) => name === 'authorization')?.[1] ?? '',
  ]);
  const traffic = readHarText(harOf([first!, second!]));
  expect(traffic.tokens).to.have.length(1);
  expect(idsWith(judgeTrafficOf(traffic).client, 'failed')).to.deep.equal([]);
});

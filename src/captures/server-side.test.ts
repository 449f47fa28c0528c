import { expect } from 'chai';
import { type Caught, dialects } from './formats/har-testing.ts';
import { changeBody, changeHeader, copyOfCaught, idsWith, judgeCaught, overPort, walk } from './testing.ts';

/** A way of spoiling a capture, and the requirement that it breaks. */
interface Tampering {
  readonly what: string;
  readonly breaks: string;
  readonly spoil: (caught: Caught[]) => void;
  /** @default 'server' */
  readonly side?: 'server' | 'client';
}

const idAt = (one: Caught | undefined, at: number) =>
  (JSON.parse(one?.answer ?? '{"data":[]}') as { data: { data: { id: string } }[] }).data[at]?.data.id ?? '';

/** Requests 0 to 2 are the pages of 25 students, 3 is a list of schools, 4 a student by id, 5 an unknown id. */
const tamperings: readonly Tampering[] = [
  {
    what: 'a page is missing from the file',
    side: 'client',
    breaks: 'pagination/client-follows-next',
    spoil: (caught) => caught.splice(1, 1),
  },
  {
    what: 'the server left a page out',
    breaks: 'pagination/link-cursor-form',
    spoil: (caught) => {
      const cursor = idAt(caught[1], 9);
      caught.splice(1, 1);
      changeBody(caught[0], ({ links }) => {
        for (const link of links)
          if (link.rel === 'next')
            link.uri = link.uri.replace(/starting_after=\w+/, `starting_after=${cursor}`);
      });
    },
  },
  {
    what: 'two ids changed places',
    breaks: 'pagination/ids-ascend',
    spoil: (caught) =>
      changeBody(caught[1], ({ data }) => {
        data.splice(2, 2, ...data.slice(2, 4).reverse());
      }),
  },
  {
    what: 'a next link leads back',
    breaks: 'pagination/next-walk-complete',
    spoil: (caught) =>
      changeBody(caught[1], ({ links }) => {
        for (const link of links)
          if (link.rel === 'next')
            link.uri = new URL(caught[1]?.url ?? '').pathname + new URL(caught[1]?.url ?? '').search;
      }),
  },
  {
    what: 'Remaining grows in the middle of a window',
    breaks: 'rate-limit/remaining-counts-down',
    spoil: (caught) => changeHeader(caught[3], 'x-ratelimit-remaining', '1198'),
  },
  {
    what: 'Remaining stands still',
    breaks: 'rate-limit/remaining-counts-down',
    spoil: (caught) =>
      changeHeader(
        caught[2],
        'x-ratelimit-remaining',
        caught[1]?.answerHeaders.find(([name]) => name === 'x-ratelimit-remaining')?.[1],
      ),
  },
  {
    what: 'an entry comes on two pages',
    breaks: 'pagination/next-walk-complete',
    spoil: (caught) => {
      const [last] = (JSON.parse(caught[0]?.answer ?? '') as { data: never[] }).data.slice(-1);
      changeBody(caught[1], ({ data }) => void data.unshift(last as never));
    },
  },
  {
    what: 'a page is longer than its limit',
    breaks: 'pagination/limit-honoured',
    spoil: (caught) => {
      const [first] = (JSON.parse(caught[1]?.answer ?? '') as { data: never[] }).data;
      changeBody(caught[0], ({ data }) => void data.push(first as never));
    },
  },
  {
    what: 'a link names a host',
    breaks: 'pagination/links-host-relative',
    spoil: (caught) =>
      changeBody(caught[0], ({ links }) => {
        for (const link of links) if (link.rel === 'next') link.uri = `https://api.clever.com${link.uri}`;
      }),
  },
  {
    what: 'a page is not a list of wrapped records',
    breaks: 'data/list-envelope',
    spoil: (caught) =>
      changeBody(caught[3], (body) => {
        body.data = body.data.map((one) => one.data) as never;
      }),
  },
  {
    what: 'a guaranteed field is gone',
    breaks: 'data/guaranteed-fields-present',
    spoil: (caught) =>
      changeBody(caught[0], ({ data }) => {
        delete data[3]?.data.name;
      }),
  },
  {
    what: 'a rate-limit header is gone',
    breaks: 'rate-limit/headers-present',
    spoil: (caught) => changeHeader(caught[1], 'x-ratelimit-reset', undefined),
  },
  {
    what: 'Reset is in milliseconds',
    breaks: 'rate-limit/headers-well-formed',
    spoil: (caught) => changeHeader(caught[1], 'x-ratelimit-reset', '1771404540000'),
  },
  {
    what: 'an error repeats the token',
    breaks: 'errors/no-secret-echo',
    spoil: (caught) => {
      const one = caught[5];
      const token = one?.headers.find(([name]) => name === 'authorization')?.[1]?.slice(7);
      if (one) one.answer = JSON.stringify({ message: `no record for ${token}` });
    },
  },
  {
    what: 'a page has two next links',
    breaks: 'pagination/link-rels-known',
    spoil: (caught) =>
      changeBody(caught[0], ({ links }) => {
        links.push({ rel: 'next', uri: '/v2.0/students?limit=10&starting_after=000000000000000000000001' });
      }),
  },
  {
    what: 'next leads into another list',
    breaks: 'pagination/next-stays-in-collection',
    spoil: (caught) =>
      changeBody(caught[0], ({ links }) => {
        for (const link of links) link.uri = link.uri.replace('/students', '/teachers');
      }),
  },
  {
    what: 'a 429 has a body',
    breaks: 'rate-limit/429-body-empty',
    spoil: (caught) => {
      if (caught[4]) Object.assign(caught[4], { status: 429, answer: '{"message":"slow down"}' });
    },
  },
];

describe('a capture of a good server', () => {
  let good: Caught[];
  before(async () => {
    good = await overPort(async (get) => {
      await walk(get, '/v2.0/students?limit=10');
      await get('/v2.0/schools');
      const { data } = (await get('/v2.0/students?limit=1')) as { data: { data: { id: string } }[] };
      await get(`/v2.0/students/${data[0]?.data.id}`);
      await get('/v2.0/students/5f0000000000000000000000');
      await get('/v2.0/terms');
    });
    // A second look at the first student would be a second walk; here it only provided an id.
    good.splice(4, 1);
  });

  for (const dialect of dialects)
    it(`breaks no claim, as ${dialect} writes it`, () => {
      const { server, client } = judgeCaught(good, dialect);
      expect([
        ...idsWith(server, 'failed', 'cantTell'),
        ...idsWith(client, 'failed', 'cantTell'),
      ]).to.deep.equal([]);
      const passed = idsWith(server, 'passed');
      for (const id of [
        'next-walk-complete',
        'ids-ascend',
        'next-while-more',
        'limit-honoured',
        'link-cursor-form',
      ])
        expect(passed).to.include(`pagination/${id}`);
      expect(passed).to.include.members(['errors/unknown-record-is-404', 'rate-limit/remaining-counts-down']);
      expect(idsWith(client, 'passed')).to.include.members([
        'pagination/client-follows-next',
        'pagination/client-stops-at-the-end',
        'access/client-sends-bearer',
      ]);
    });

  it('gives every requirement that is not judged a reason', () => {
    const { server, client } = judgeCaught(good);
    for (const { result } of [server, client])
      for (const { id, outcome } of result.outcomes)
        if (outcome.outcome === 'untested') expect(outcome.why, id).to.match(/\S{3}/);
  });

  it('is judged alike without the Authorization headers that a browser leaves out', () => {
    const { server, client } = judgeCaught(good, 'sanitised');
    expect(idsWith(server, 'failed')).to.deep.equal([]);
    expect(idsWith(client, 'failed')).to.deep.equal([]);
    expect(idsWith(client, 'untested')).to.include('access/client-sends-bearer');
    expect(idsWith(server, 'untested')).to.include('access/bearer-token');
  });

  for (const { what, breaks, spoil, side = 'server' } of tamperings)
    it(`is found to break ${breaks} where ${what}`, () => {
      const caught = copyOfCaught(good);
      spoil(caught);
      expect(idsWith(judgeCaught(caught)[side], 'failed')).to.include(breaks);
    });

  it('does not pass a walk that ends early, for any reason', () => {
    const cut = copyOfCaught(good).slice(0, 2);
    expect(idsWith(judgeCaught(cut).server, 'passed', 'failed')).to.not.include(
      'pagination/next-walk-complete',
    );
    for (const status of [401, 403, 404, 429, 500, 503]) {
      const ended = copyOfCaught(good);
      Object.assign(ended[2] as Caught, { status, answer: status === 429 ? '' : '{"message":"no"}' });
      expect(idsWith(judgeCaught(ended).server, 'cantTell'), `${status}`).to.include(
        'pagination/next-walk-complete',
      );
    }
  });

  it('judges by status and headers where a tool kept no bodies', () => {
    const har = copyOfCaught(good);
    const { server, client } = judgeCaught(
      har.map((one) => ({
        ...one,
        answer: '',
        answerHeaders: [
          ...one.answerHeaders.filter(([name]) => name !== 'content-length'),
          ['content-length', '999'],
        ],
      })),
    );
    expect([...idsWith(server, 'failed', 'cantTell'), ...idsWith(client, 'failed')]).to.deep.equal([]);
    const passed = idsWith(server, 'passed');
    expect(passed).to.include.members(['rate-limit/headers-present', 'rate-limit/remaining-counts-down']);
    expect(passed.filter((id) => !id.startsWith('rate-limit/'))).to.deep.equal(['data/undocumented-status']);
  });

  it('does not compare the counters of two hosts that know the same token', () => {
    const other = copyOfCaught(good).map((one) => ({
      ...one,
      url: one.url.replace('127.0.0.1', 'localhost'),
    }));
    for (const [at, one] of other.entries()) changeHeader(one, 'x-ratelimit-remaining', String(700 - at));
    const mixed = copyOfCaught(good).flatMap((one, at) => [
      one,
      { ...(other[at] as Caught), atMs: one.atMs },
    ]);
    for (const [at, one] of mixed.entries())
      Object.assign(one, { atMs: (mixed[0]?.atMs ?? 0) + at, tookMs: 0.5 });
    expect(idsWith(judgeCaught(mixed).server, 'failed')).to.deep.equal([]);
  });
});

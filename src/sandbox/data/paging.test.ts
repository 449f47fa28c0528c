import { expect } from 'chai';
import fc from 'fast-check';
import { type Bench, createBench } from '../testing.ts';

interface Page {
  readonly data: readonly { readonly data: { readonly id: string } }[];
  readonly links: readonly { readonly rel: string; readonly uri: string }[];
}

describe('paging of the sandbox', () => {
  let bench: Bench;
  let lists: { path: string; ids: readonly string[] }[];
  before(async () => {
    bench = createBench({ students: 130 });
    const [school] = await bench.idsOf('/v2.0/schools');
    const [teacher] = await bench.idsOf('/v2.0/teachers');
    const paths = [
      'students',
      'courses',
      'terms',
      'events',
      `schools/${school}/students`,
      `teachers/${teacher}/students`,
    ];
    lists = [];
    for (const path of paths) {
      const all = (await page(`/v2.0/${path}?limit=10000`)).data.map((one) => one.data.id);
      lists.push({ path: `/v2.0/${path}`, ids: all });
    }
  });
  after(() => bench.sandbox.close());

  const page = async (uri: string): Promise<Page> => {
    bench.clock.advance(100);
    const answer = await bench.ask(uri);
    expect(answer.status, uri).to.equal(200);
    return answer.json;
  };
  const idsOn = (one: Page) => one.data.map((entry) => entry.data.id);
  const uriOf = (one: Page, rel: string) => one.links.find((link) => link.rel === rel)?.uri;
  const rels = (one: Page) => one.links.map((link) => link.rel);
  /** An id of the list, between two of them, or beyond an end. */
  const cursorFor = (ids: readonly string[], at: number, shift: number) => {
    const id = ids[at % ids.length] ?? '';
    return shift === 0
      ? id
      : id.slice(0, 23) + ((Number.parseInt(id[23] ?? '0', 16) + shift) % 16).toString(16);
  };
  const anyPage = fc.record({
    list: fc.nat(5),
    limit: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constantFrom(20, 65, 130, 143, 10_000)),
    at: fc.nat(400),
    shift: fc.integer({ min: 0, max: 2 }),
    mode: fc.constantFrom('first', 'after', 'before', 'last'),
  });

  it('every page matches an in-memory list, with the recorded links in the recorded order', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async ({ list, limit, at, shift, mode }) => {
        const { path, ids } = lists[list]!;
        const cursor = cursorFor(ids, at, shift);
        const query = {
          first: '',
          after: `&starting_after=${cursor}`,
          before: `&ending_before=${cursor}`,
          last: '&ending_before=last',
        };
        const expected = {
          first: ids.slice(0, limit),
          after: ids.filter((id) => id > cursor).slice(0, limit),
          before: ids.filter((id) => id < cursor).slice(-limit),
          last: ids.slice(-limit),
        };
        const got = await page(`${path}?limit=${limit}${query[mode]}`);
        const want = expected[mode];
        expect(idsOn(got)).to.deep.equal(want);
        const isFull = want.length === limit;
        const wanted = {
          first: ['self', ...(isFull ? ['next'] : [])],
          after: ['self', 'prev', ...(isFull ? ['next'] : [])],
          before: ['self', ...(isFull ? ['prev'] : []), 'next'],
          last: ['self', ...(isFull ? ['prev'] : [])],
        };
        expect(rels(got)).to.deep.equal(wanted[mode]);
        expect(uriOf(got, 'self')).to.equal(`${path}?limit=${limit}${query[mode]}`);
        const next = uriOf(got, 'next');
        if (next) expect(next).to.equal(`${path}?limit=${limit}&starting_after=${want.at(-1) ?? cursor}`);
        const prev = uriOf(got, 'prev');
        if (prev) expect(prev).to.equal(`${path}?limit=${limit}&ending_before=${want[0] ?? cursor}`);
      }),
      { numRuns: 300 },
    );
  });

  it('following next links visits everything once, and prev links the same pages in reverse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.constantFrom(7, 13, 26, 65, 100, 130), async (list, limit) => {
        const { path, ids } = lists[list]!;
        const forward: string[][] = [];
        let last: string | undefined;
        for (let uri: string | undefined = `${path}?limit=${limit}`; uri; ) {
          const one: Page = await page(uri);
          if (one.data.length > 0) {
            forward.push(idsOn(one));
            last = uri;
          }
          uri = uriOf(one, 'next');
        }
        expect(forward.flat()).to.deep.equal(ids);
        const back: string[][] = [];
        for (let uri = last; uri; ) {
          const one: Page = await page(uri);
          if (one.data.length > 0) back.unshift(idsOn(one));
          uri = uriOf(one, 'prev');
        }
        expect(back).to.deep.equal(forward);
      }),
      { numRuns: 24 },
    );
  });

  it('a full last page leads to an empty one that has self and prev', async () => {
    const [{ path, ids }] = lists as [{ path: string; ids: readonly string[] }];
    const full = await page(`${path}?limit=${ids.length}`);
    expect(rels(full)).to.deep.equal(['self', 'next']);
    const empty = await page(uriOf(full, 'next') ?? '');
    expect(idsOn(empty)).to.deep.equal([]);
    expect(empty.links[1]).to.deep.equal({
      rel: 'prev',
      uri: `${path}?limit=${ids.length}&ending_before=${ids.at(-1)}`,
    });
  });

  it('without parameters a page has 100 entries, and its self link ends in a question mark', async () => {
    const one = await page('/v2.0/students');
    expect(one.data).to.have.length(100);
    expect(uriOf(one, 'self')).to.equal('/v2.0/students?');
    expect(uriOf(one, 'next')).to.match(/^\/v2\.0\/students\?starting_after=[0-9a-f]{24}$/);
  });

  it('unknown parameters are repeated in the links', async () => {
    const one = await page('/v2.0/students?colour=a%20b&limit=3');
    expect(uriOf(one, 'next')).to.match(/^\/v2\.0\/students\?colour=a%20b&limit=3&starting_after=/);
  });

  it('a district without students has empty lists without next', async () => {
    const none = createBench({ students: 0 });
    const answer = (await none.ask('/v2.0/students')).json;
    expect(answer).to.deep.equal({ data: [], links: [{ rel: 'self', uri: '/v2.0/students?' }] });
    none.sandbox.close();
  });
});

import { expect } from 'chai';
import type { Depth } from '../../contracts/depths.ts';
import { requirements, type ServerRequirementId } from '../../contracts/requirements/index.ts';
import { createVirtualClock } from '../../src/clock.ts';
import { runServer } from '../../src/engine/server-run.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { createSandboxPool } from '../../src/scenarios/serving/sandbox-pool.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

const ids = new Set<ServerRequirementId>(
  requirements.flatMap((one) =>
    one.binds === 'server' && one.id.startsWith('pagination/') ? [one.id as ServerRequirementId] : [],
  ),
);

type Tamper = (sandbox: Sandbox) => (request: Request) => Promise<Response>;
interface Body {
  data: { data: Record<string, unknown> }[];
  links: { rel: string; uri: string }[];
}

/** Judges a server that stands before the sandbox; `seen` are the requests that left. */
async function judge(tamper: Tamper, only: ReadonlySet<ServerRequirementId> = ids, depth: Depth = 'full') {
  const seen: Request[] = [];
  const clock = createVirtualClock();
  const { sandbox: lent, giveBack } = sandboxes.lend(120, clock);
  const target = openSandboxTarget({
    seed: 1,
    students: 120,
    clock,
    lent,
    tamper: (sandbox) => {
      const answer = tamper(sandbox);
      return (request) => {
        seen.push(request);
        return answer(request);
      };
    },
  });
  try {
    const run = await runServer({
      // A foreign server: no states, nothing but reading.
      target: { ...target, allows: new Set() },
      apis: ['data-v2.0'],
      ids: only,
      seed: 1,
      budgetShare: 1,
      depth,
      signal: new AbortController().signal,
      now: target.clock.now,
    });
    const outcomes: Record<string, Outcome> = {};
    for (const { id, outcome } of run.result.outcomes) if (only.has(id)) outcomes[id] = outcome;
    const having = (value: Outcome['outcome']) =>
      Object.keys(outcomes).filter((id) => outcomes[id]?.outcome === value);
    return { seen, outcomes, having };
  } finally {
    await target.close();
    await giveBack();
  }
}

/** Seeded once for all tests, and left to the end of the process: seeding costs more than most runs. */
const sandboxes = createSandboxPool(1);

/** The sandbox with the lists below a path changed. */
function relisting(prefix: string, change: (body: Body, url: URL) => void): Tamper {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const response = await sandbox.fetch(request);
    if (!url.pathname.startsWith(prefix) || response.status !== 200) return response;
    const body = (await response.json()) as Body;
    if (Array.isArray(body.data) && Array.isArray(body.links)) change(body, url);
    return Response.json(body);
  };
}

/** Next of the first page of teachers leads there. */
const nextTo = (uri: string): Tamper =>
  relisting('/v2.0/teachers', (body, url) => {
    if (url.searchParams.has('starting_after')) return;
    for (const link of body.links) if (link.rel === 'next') link.uri = uri;
  });

describe('probes: pagination', () => {
  describe('hostile links are reported and not followed', () => {
    const foreign = [
      'https://evil.example/x',
      '//evil.example/x',
      '/\\evil.example/x',
      '\\\\evil.example/x',
      '/\t/evil.example',
      ' \n/v2.0/teachers?starting_after=x',
      'http://sandbox.localhost@evil.example/',
      'http://user:pw@sandbox.localhost/v2.0/teachers',
      'http://sandbox.localhost.evil.example/',
      'http://sandbox.localhost。evil.example/',
      'https://sandbox.localhost/v2.0/teachers',
      'http://sandbox.localhost:81/v2.0/teachers',
      'http://[::ffff:169.254.169.254]/',
      'http://2130706433/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:application/json,{}',
      '',
    ];
    const only = new Set<ServerRequirementId>([
      'pagination/prev-walk-mirrors-next',
      'pagination/links-host-relative',
      'pagination/next-stays-in-collection',
    ]);
    for (const uri of foreign)
      it(`${JSON.stringify(uri)} breaks links-host-relative`, async () => {
        const { seen, having } = await judge(nextTo(uri), only, 'quick');
        expect(having('failed')).to.deep.equal(['pagination/links-host-relative']);
        expect(seen.every((one) => new URL(one.url).origin === 'http://sandbox.localhost')).to.equal(true);
      });

    for (const uri of ['/oauth/tokens?limit=3', '/v2.0/teachers/../../oauth/tokens'])
      it(`${uri} breaks next-stays-in-collection`, async () => {
        const { seen, having } = await judge(nextTo(uri), only, 'quick');
        expect(having('failed')).to.deep.equal(['pagination/next-stays-in-collection']);
        expect(seen.some((one) => one.url.includes('oauth'))).to.equal(false);
      });
  });

  describe('walks that never end are cut, and reported', () => {
    const bounded = 900;
    const id = (n: number) => n.toString(16).padStart(24, '0');

    it('next that leads to itself', async () => {
      const itself = relisting('/v2.0/terms', (body, url) => {
        body.links = [{ rel: 'next', uri: url.pathname + url.search }];
      });
      const { seen, having } = await judge(itself);
      expect(having('failed')).to.include('pagination/next-walk-complete');
      expect(seen.length).to.be.below(bounded);
    });

    it('a page that redirects', async () => {
      const moved: Tamper = (sandbox) => async (request) =>
        request.url.includes('/terms?') && request.url.includes('starting_after')
          ? new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })
          : await sandbox.fetch(request);
      const { seen, having } = await judge(moved);
      expect(having('failed')).to.include('pagination/next-walk-complete');
      expect(seen.some((one) => one.url.includes('evil'))).to.equal(false);
    });

    it('ever new cursors over the same entries', async () => {
      let n = 0xa000;
      const spinning = relisting('/v2.0/terms', (body, url) => {
        body.links.push({ rel: 'next', uri: `${url.pathname}?limit=2&starting_after=${id(n++)}` });
        body.links = body.links.filter((link, at, all) => link.rel !== 'next' || at === all.length - 1);
      });
      const { seen, having } = await judge(spinning);
      expect(having('failed')).to.include('pagination/link-cursor-form');
      expect(having('passed')).to.not.include('pagination/next-walk-complete');
      expect(seen.length).to.be.below(bounded);
    });

    it('empty pages that all have a next link', async () => {
      const hollow = relisting('/v2.0/students', (body, url) => {
        const at = Number.parseInt(url.searchParams.get('starting_after') ?? '0', 16) + 1;
        if (url.searchParams.has('limit')) return;
        body.data = [];
        body.links = [{ rel: 'next', uri: `${url.pathname}?starting_after=${id(at)}` }];
      });
      const { seen, outcomes } = await judge(hollow);
      expect(outcomes['pagination/next-walk-complete']?.outcome).to.equal('failed');
      expect(seen.length).to.be.below(bounded);
    });
  });

  describe('a server that is not Clever passes nothing', () => {
    const html = { headers: { 'content-type': 'text/html' } };
    const servers: Readonly<Record<string, () => Response>> = {
      'an empty object': () => Response.json({}),
      'an empty list': () => Response.json({ data: [], links: [] }),
      'a 404': () => Response.json({ error: 'Resource not found' }, { status: 404 }),
      'a 500': () => Response.json({ error: 'Internal Server Error' }, { status: 500 }),
      'an HTML page': () => new Response('<h1>Welcome</h1>', html),
      null: () => Response.json(null),
      'a list of nulls': () => Response.json({ data: [null], links: [null] }),
    };
    for (const [fact, answer] of Object.entries(servers))
      it(`${fact} for every request`, async () => {
        const { seen, having } = await judge(() => async () => answer());
        expect(having('passed')).to.deep.equal([]);
        expect(seen.length).to.be.below(200);
      });
  });

  describe('a server that may be like that is not accused', () => {
    const conforming: Readonly<Record<string, Tamper>> = {
      'as it is': (sandbox) => sandbox.fetch,
      'links in another order': relisting('/v2.0', (body) => body.links.reverse()),
      'unknown fields': relisting('/v2.0', (body) => Object.assign(body, { paging: { count: 1 } })),
      'no phantom next on the last page': (sandbox) => async (request) => {
        const response = await sandbox.fetch(request);
        const body = response.status === 200 ? ((await response.clone().json()) as Body) : undefined;
        const next = body?.links?.find((link) => link.rel === 'next');
        if (!body || !next) return response;
        const behind = await sandbox.fetch(
          new Request(new URL(next.uri, request.url), { headers: request.headers }),
        );
        if (((await behind.json()) as Body).data.length > 0) return response;
        return Response.json({ ...body, links: body.links.filter((link) => link !== next) });
      },
      'prev on the first page, too': relisting('/v2.0', (body, url) => {
        const first = body.data[0]?.data?.id;
        if (!first || body.links.some((link) => link.rel === 'prev')) return;
        const query = new URLSearchParams(url.search);
        query.delete('starting_after');
        query.set('ending_before', String(first));
        body.links.push({ rel: 'prev', uri: `${url.pathname}?${query}` });
      }),
      'no prev links': relisting('/v2.0', (body) => {
        body.links = body.links.filter((link) => link.rel !== 'prev');
      }),
      'no contacts shared': (sandbox) => async (request) =>
        request.url.includes('contacts')
          ? Response.json({ error: 'Resource not found' }, { status: 404 })
          : await sandbox.fetch(request),
      'empty contacts': relisting('/v2.0', (body, url) => {
        if (!url.pathname.includes('contacts')) return;
        body.data = [];
        body.links = body.links.filter((link) => link.rel === 'self');
      }),
    };
    // The conforming implementations of the proof have these too, and are judged at full depth.
    const alsoConforming: ReadonlySet<string> = new Set([
      'links in another order',
      'unknown fields',
      'no phantom next on the last page',
      'prev on the first page, too',
    ]);
    for (const [fact, tamper] of Object.entries(conforming))
      it(fact, async () => {
        const depth = alsoConforming.has(fact) ? 'quick' : 'full';
        const { seen, outcomes, having } = await judge(tamper, ids, depth);
        expect(having('failed')).to.deep.equal([]);
        expect(having('cantTell')).to.deep.equal([]);
        expect(having('untested')).to.have.members([
          ...(depth === 'quick' ? ['pagination/nested-lists-paginate'] : []),
          'pagination/stable-under-insert',
          'pagination/stable-under-delete',
        ]);
        expect(outcomes['pagination/next-walk-complete']?.outcome).to.equal('passed');
        expect(seen.every((one) => one.method === 'GET')).to.equal(true);
      });
  });
});

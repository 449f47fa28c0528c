import { expect } from 'chai';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import { accessClientJudges } from './access-client.ts';
import type { ClientJudge } from './client-judge.ts';
import { type Circumstances, firstPage, observationOf, pageOne, type Seen } from './client-testing.ts';
import { dataClientJudges } from './data-client.ts';
import { safetyClientJudges } from './safety-client.ts';

const judges: Partial<Record<ClientRequirementId, ClientJudge>> = {
  ...safetyClientJudges,
  ...accessClientJudges,
  ...dataClientJudges,
};

function judge(id: ClientRequirementId, observation: ScenarioObservation) {
  const outcome = judges[id]?.([{ ...observation, provokes: [id] }]);
  const messages = outcome?.cases.flatMap((one) => one.findings.map((finding) => finding.message)) ?? [];
  return [outcome?.outcome, ...messages];
}

const incomplete = { claim: { says: 'incomplete', ids: [] } } as const satisfies Circumstances;
const served: Seen = { ...pageOne, rule: 'the first page leads elsewhere' };

/** The same observation with its last request changed. */
function withLast(
  observation: ScenarioObservation,
  change: Partial<Exchange['request']>,
): ScenarioObservation {
  const exchanges = observation.exchanges.map((one, at, all) =>
    at === all.length - 1 ? { ...one, request: { ...one.request, ...change } } : one,
  );
  return { ...observation, exchanges };
}

describe('safety/client-keeps-token-on-origin', () => {
  const id = 'safety/client-keeps-token-on-origin';
  const two = observationOf([served, { atMs: 1, got: 200 }], incomplete);
  const [first, second] = two.exchanges;
  const own = { authorization: 'Bearer t-1' };
  const shown = first && second ? [{ ...first, request: { ...first.request, headers: own } }, second] : [];

  it('nothing was asked elsewhere', () => {
    expect(judge(id, two)).to.deep.equal(['passed']);
  });

  it('a request went elsewhere, without the token', () => {
    const seen = withLast({ ...two, exchanges: shown }, { origin: 'http://127.0.0.1:1' });
    expect(judge(id, seen)).to.deep.equal(['failed', 'A request was sent to another origin.']);
  });

  it('the token went elsewhere, in whatever place', () => {
    for (const place of [{ headers: { 'x-token': 't-1' } }, { path: '/?token=t-1' }, { body: 'token=t-1' }]) {
      const seen = withLast({ ...two, exchanges: shown }, { origin: 'http://127.0.0.1:1', ...place });
      expect(judge(id, seen)).to.deep.equal(['failed', 'The token was sent to another origin.']);
    }
  });

  it('the link was never served: untested, even where the client claims to be incomplete', () => {
    const seen = observationOf([{ atMs: 0, got: 401 }], {
      ...incomplete,
      account: { 'a link elsewhere': 0 },
    });
    expect(judge(id, seen)).to.deep.equal(['untested']);
  });
});

describe('safety/client-bounded-pages', () => {
  const id = 'safety/client-bounded-pages';
  const chain = Array.from({ length: 6 }, (_, atMs): Seen => ({ ...pageOne, atMs, rule: 'a chain' }));

  it('the chain was cut off and reported', () => {
    expect(judge(id, observationOf(chain, incomplete))).to.deep.equal(['passed']);
  });

  it('the client came to the cap on requests', () => {
    const capped = observationOf(chain, { claim: { says: 'incomplete', ids: [], endedBy: 'requests' } });
    expect(judge(id, capped)[0]).to.equal('failed');
  });

  it('the chain was cut off and not reported', () => {
    expect(judge(id, observationOf(chain))[0]).to.equal('failed');
  });

  it('the client left after the first page, for whatever reason', () => {
    expect(judge(id, observationOf(chain.slice(0, 1)))).to.deep.equal(['untested']);
  });

  it('nothing was claimed', () => {
    const silent = observationOf(chain, { claim: { says: 'nothing', ids: [] } });
    expect(judge(id, silent)).to.deep.equal(['untested']);
  });
});

describe('safety/client-bounded-body', () => {
  const id = 'safety/client-bounded-body';
  const endless: readonly Seen[] = [{ atMs: 0, got: 'lost', path: firstPage, rule: 'the body never ends' }];

  it('let go and reported, kept until its time was up, or content with what came', () => {
    const late = { claim: { says: 'incomplete', endedBy: 'time' } } as const;
    const outcomes = [incomplete, late, {}].map((more) => judge(id, observationOf(endless, more))[0]);
    expect(outcomes).to.deep.equal(['passed', 'failed', 'failed']);
  });
});

describe('access/client-sends-bearer', () => {
  const id = 'access/client-sends-bearer';
  const one = observationOf([pageOne]);

  it('bearer in any case passes; no header, another scheme and blanks fail', () => {
    const outcomes = ['Bearer t', 'bearer t', 'BEARER  t', 'Basic t', 't', 'Bearer', 'Bearer a b'].map(
      (authorization) => judge(id, withLast(one, { headers: { authorization } }))[0],
    );
    expect(outcomes).to.deep.equal(['passed', 'passed', 'passed', 'failed', 'failed', 'failed', 'failed']);
    expect(judge(id, one)[0]).to.equal('failed');
  });

  it('a 401 of the server itself tells of an unknown token, a scripted one does not', () => {
    const headers = { authorization: 'Bearer t' };
    const outcomes = [{}, { rule: 'the token has expired' }].map((more) => {
      const seen = observationOf([{ atMs: 0, got: 401, path: firstPage, ...more }]);
      return judge(id, withLast(seen, { headers }))[0];
    });
    expect(outcomes).to.deep.equal(['failed', 'passed']);
  });
});

describe('access/client-sends-bearer of a client that asks for nothing that is there', () => {
  it('is untested, whatever it sends along', () => {
    const headers = { authorization: 'Bearer t' };
    const nowhere = observationOf([{ atMs: 0, got: 404, path: '/v2.0/nothing' }]);
    expect(judge('access/client-sends-bearer', withLast(nowhere, { headers }))[0]).to.equal('untested');
    const refused = observationOf([{ atMs: 0, got: 404, path: firstPage, rule: 'page 1 answers 404' }]);
    expect(judge('access/client-sends-bearer', withLast(refused, { headers }))[0]).to.equal('passed');
  });
});

describe('data/client-tolerates-absent-and-unknown', () => {
  const id = 'data/client-tolerates-absent-and-unknown';
  const odd: Seen = { ...pageOne, rule: 'records are odd' };

  it('kept, given up, left out, and ended by a refused page', () => {
    const outcomes = [
      observationOf([odd]),
      observationOf([odd], incomplete),
      observationOf([odd], { claim: { ids: [] } }),
      observationOf([odd, { atMs: 1, got: 404 }], incomplete),
    ].map((seen) => judge(id, seen)[0]);
    expect(outcomes).to.deep.equal(['passed', 'failed', 'failed', 'untested']);
  });
});

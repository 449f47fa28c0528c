import { expect } from 'chai';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import {
  type Circumstances,
  firstPage,
  observationOf,
  outcomeOver,
  pageOne,
  type Seen,
  withLastRequest,
} from '../support/client-testing.ts';
import './safety.spec.ts';

/** The outcome, and the messages of the findings. */
function assertOver(id: ClientRequirementId, observation: ScenarioObservation) {
  const { outcome, cases } = outcomeOver(id, [{ ...observation, provokes: [id] }]);
  return [outcome, ...cases.flatMap((one) => one.findings.map((finding) => finding.message))];
}

const incomplete = { claim: { says: 'incomplete', ids: [] } } as const satisfies Circumstances;
const served: Seen = { ...pageOne, rule: 'the first page leads elsewhere' };

describe('safety/client-keeps-token-on-origin', () => {
  const id = 'safety/client-keeps-token-on-origin';
  const two = observationOf([served, { atMs: 1, got: 200 }], incomplete);
  const [first, second] = two.exchanges;
  const own = { authorization: 'Bearer t-1' };
  const shown = first && second ? [{ ...first, request: { ...first.request, headers: own } }, second] : [];

  it('no request to another origin', () => {
    expect(assertOver(id, two)).to.deep.equal(['passed']);
  });

  it('a request to another origin, without the token', () => {
    const seen = withLastRequest({ ...two, exchanges: shown }, { origin: 'http://127.0.0.1:1' });
    expect(assertOver(id, seen)).to.deep.equal(['failed', 'A request was sent to another origin.']);
  });

  it('the token was sent to another origin, in a header, in the path or in the body', () => {
    for (const place of [{ headers: { 'x-token': 't-1' } }, { path: '/?token=t-1' }, { body: 'token=t-1' }]) {
      const seen = withLastRequest({ ...two, exchanges: shown }, { origin: 'http://127.0.0.1:1', ...place });
      const { outcome, cases } = outcomeOver(id, [{ ...seen, provokes: [id] }]);
      expect(outcome).to.equal('failed');
      expect(cases[0]?.findings[0]?.actual).to.match(/^GET http:\/\/127\.0\.0\.1:1\/.*, with the token$/);
    }
  });

  it('the link was never served: untested, even where the client reports incomplete', () => {
    const seen = observationOf([{ atMs: 0, got: 401 }], {
      ...incomplete,
      account: { 'a link elsewhere': 0 },
    });
    expect(assertOver(id, seen)).to.deep.equal(['untested']);
  });
});

describe('safety/client-bounded-pages', () => {
  const id = 'safety/client-bounded-pages';
  const chain = Array.from({ length: 6 }, (_, atMs): Seen => ({ ...pageOne, atMs, rule: 'a chain' }));

  it('the client stopped and reported incomplete', () => {
    expect(assertOver(id, observationOf(chain, incomplete))).to.deep.equal(['passed']);
  });

  it('the client came to the limit on requests', () => {
    const capped = observationOf(chain, { claim: { says: 'incomplete', ids: [], endedBy: 'requests' } });
    expect(assertOver(id, capped)[0]).to.equal('failed');
  });

  it('the client came to the limit on time, which says nothing of its own limit after few pages only', () => {
    const claim = { says: 'incomplete', ids: [], endedBy: 'time' } as const;
    expect(assertOver(id, observationOf(chain, { claim }))[0]).to.equal('cantTell');
    const long = Array.from({ length: 1000 }, (_, atMs): Seen => ({ ...pageOne, atMs, rule: 'a chain' }));
    expect(assertOver(id, observationOf(long, { claim }))[0]).to.equal('failed');
  });

  it('the client stopped and reported complete', () => {
    expect(assertOver(id, observationOf(chain))[0]).to.equal('failed');
  });

  it('the client stopped after the first page, for any reason', () => {
    expect(assertOver(id, observationOf(chain.slice(0, 1)))).to.deep.equal(['untested']);
  });

  it('nothing was reported', () => {
    const silent = observationOf(chain, { claim: { says: 'nothing', ids: [] } });
    expect(assertOver(id, silent)).to.deep.equal(['untested']);
  });
});

describe('safety/client-bounded-body', () => {
  const id = 'safety/client-bounded-body';
  const endless: readonly Seen[] = [{ atMs: 0, got: 'lost', path: firstPage, rule: 'the body never ends' }];

  it('stopped and reported incomplete, stopped by the time limit, or reported complete', () => {
    const late = { claim: { says: 'incomplete', endedBy: 'time' }, endedMs: 120_000 } as const;
    const outcomes = [incomplete, late, {}].map((more) => assertOver(id, observationOf(endless, more))[0]);
    expect(outcomes).to.deep.equal(['passed', 'failed', 'failed']);
  });

  it('stopped by a time limit that is shorter than common timeouts', () => {
    const early = { claim: { says: 'incomplete', endedBy: 'time' }, endedMs: 30_000 } as const;
    const inTime = (timing: 'real' | 'virtual') =>
      assertOver(id, { ...observationOf(endless, early), timing })[0];
    expect(inTime('real')).to.equal('cantTell');
    expect(inTime('virtual')).to.equal('failed');
  });
});

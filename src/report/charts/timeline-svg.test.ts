import { expect } from 'chai';
import type { Exchange } from '../../exchange.ts';
import type { RecordedObservation } from '../../result.ts';
import { readScenario } from '../../traffic/client/client-traffic.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { renderTimelineSvg } from './timeline-svg.ts';

const origin = 'http://127.0.0.1:4000';

function scenarioOf(observation: RecordedObservation, exchanges: readonly Exchange[]): ScenarioTraffic {
  return readScenario({ ...observation, exchanges });
}

function answer(
  seq: number,
  atMs: number,
  status: number,
  headers: Record<string, string> = {},
  path = '/v2.0/students',
): Exchange {
  return {
    seq,
    request: { method: 'GET', origin, path, headers: {}, sentAtMs: 10_000 + atMs },
    response: { status, headers, body: '', receivedAtMs: 10_000 + atMs },
  };
}

function seen(exchanges: readonly Exchange[], over: Partial<RecordedObservation> = {}): RecordedObservation {
  return {
    scenario: 'backoff/sample',
    provokes: [],
    job: 'sync:students',
    timing: 'virtual',
    exchanges: { first: 0, count: exchanges.length },
    runs: [
      {
        startedAtMs: 10_000,
        endedAtMs: 20_000,
        claim: { says: 'complete', ids: ['a'], said: '', endedBy: 'itself' },
      },
    ],
    truth: [],
    account: {},
    origin,
    lagMs: 0,
    ...over,
  };
}

describe('a timeline as SVG', () => {
  const exchanges = [answer(0, 0, 503), answer(1, 1000, 503), answer(2, 2000, 200)];
  const figure = renderTimelineSvg(scenarioOf(seen(exchanges), exchanges), new Set([2]));

  it('shows the band of each wait, and what came too early in red with its numbers', () => {
    expect(figure.match(/class="band"/g)).to.have.length(2);
    expect(figure.match(/class="taken bad"/g)).to.have.length(1);
    expect(figure)
      .to.contain('>503 · waited 1.000 of 1.000 s<')
      .and.contain('>200 · early, 1.000 of 2.000 s<');
    expect(figure).to.contain('class="ring"');
  });

  it('has the same in its caption, which is the label of the figure, and as text', () => {
    const caption = '3 requests in 10.000 s; 1 earlier than documented; reports complete, 1 id.';
    expect(figure).to.contain(`role="img" aria-label="${caption}`).and.contain(`<figcaption>${caption}`);
    expect(figure).to.contain(
      't=0.000 GET /v2.0/students 503\nt=1.000 503\nt=2.000 200\nt=10.000 reports complete',
    );
  });

  it('keeps to a few rows for a client that hammers, and still shows early requests', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      answer(at, at, at === 1000 ? 503 : 200, {}, `/v2.0/x?n=${at}`),
    );
    many[1001] = answer(1001, 1001, 200, {}, '/v2.0/x?n=1000');
    const html = renderTimelineSvg(scenarioOf(seen(many), many));
    expect(html).to.contain('… 1986 more requests').and.contain('early, 0.001 of 1.000 s');
    expect(html.length).to.be.below(10_000);
  });

  it('has a hollow mark where a cited failure should have been repeated, after its wait', () => {
    const one = [answer(0, 0, 503)];
    const html = renderTimelineSvg(scenarioOf(seen(one), one), new Set([0]));
    expect(html).to.contain('class="missed"').and.contain('>expected after 1.000 s, never sent<');
    expect(html).to.contain('t=10.000 reports complete, 1 id\n(t=1.000 expected: the same request)');
    const reset = [answer(0, 0, 429, { 'x-ratelimit-reset': '14' })];
    expect(renderTimelineSvg(scenarioOf(seen(reset), reset), new Set([0]))).to.contain(
      '>expected after 4.000 s, never',
    );
  });

  it('has one where the page of a cited link should have been requested', () => {
    const next = '/v2.0/students?starting_after=a';
    const body = JSON.stringify({ data: [], links: [{ rel: 'next', uri: next }] });
    const { response, ...rest } = answer(0, 0, 200);
    const one = [{ ...rest, response: { ...response, body } as Exchange['response'] }];
    const html = renderTimelineSvg(scenarioOf(seen(one as Exchange[]), one as Exchange[]), new Set([0]));
    expect(html).to.contain('>expected, never sent<').and.contain(`expected: GET ${next})`);
  });

  it('has none where nothing was due: not cited, given up after five retries, stopped, or a create', () => {
    const one = [answer(0, 0, 503)];
    expect(renderTimelineSvg(scenarioOf(seen(one), one))).not.to.contain('missed');
    const six = [0, 1, 3, 7, 15, 31].map((s, seq) => answer(seq, 1000 * s, 503));
    expect(renderTimelineSvg(scenarioOf(seen(six), six), new Set([5]))).not.to.contain('missed');
    const create = one.map((each) => ({ ...each, request: { ...each.request, method: 'POST' } }));
    expect(renderTimelineSvg(scenarioOf(seen(create), create), new Set([0]))).not.to.contain('missed');
    const [run] = seen(one).runs;
    const runs = run ? [{ ...run, claim: { ...run.claim, endedBy: 'requests' as const } }] : [];
    expect(renderTimelineSvg(scenarioOf(seen(one, { runs }), one), new Set([0]))).not.to.contain('missed');
  });

  it('text of a client is inert', () => {
    const bad = [answer(0, 0, 200, {}, '/v2.0/"><script>alert(1)</script>\u202e')];
    const html = renderTimelineSvg(scenarioOf(seen(bad), bad));
    expect(html).not.to.contain('<script').and.not.to.contain('\u202e');
  });
});

import { counted } from '../../src/traffic/client/endings.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { claim, each, undecided, violation } from '../support/client.ts';
import { requireReport } from './endings.ts';

claim('safety/client-keeps-token-on-origin', {
  assert: (scenario) => {
    const tokens = tokensOf(scenario);
    each(scenario.exchanges, (one) => {
      // A client may talk to other services, such as the one that gives it its token.
      if (isOfAnotherService(one, scenario.origin) && !carriesToken(one, tokens)) return;
      if (one.request.origin === scenario.origin) return;
      const withToken = carriesToken(one, tokens) ? ', with the token' : ', without the token';
      violation('A request was sent to another origin.', {
        expected: `requests to the origin of CLEVER_BASE_URL only: ${scenario.origin}`,
        actual: `${one.request.method} ${one.request.origin}${one.request.path}${withToken}`,
      });
    });
  },
});

/** What the client sends as its token to its own origin. */
function tokensOf({ ownRequests }: ScenarioTraffic): readonly string[] {
  const tokens = new Set(ownRequests.map((one) => one.token.replace(/^\S+\s+/, '')));
  return [...tokens].filter((one) => one !== '');
}

/** Not a path of the API, on another origin: no link or redirect of the scenarios leads there. */
function isOfAnotherService({ pathname, request }: ReadExchange, origin: string): boolean {
  return request.origin !== origin && !/^\/v\d/.test(pathname);
}

function carriesToken({ request }: ReadExchange, tokens: readonly string[]): boolean {
  const places = [request.path, request.body ?? '', ...Object.values(request.headers)];
  return tokens.some((token) => places.some((text) => text.includes(token)));
}

/** Fewer pages than this do not show where a client would have stopped. */
const minPages = 4;

/** The default pages of a district with 100,000 students: a client that is stopped by the time limit before may have a limit of its own. */
const credibleLimit = 1000;

claim('safety/client-bounded-pages', {
  assert: (scenario) => {
    const pages = scenario.pages.length;
    if (scenario.report?.endedBy === 'time' && pages < credibleLimit)
      undecided(
        'stopped-early',
        `the time limit came after ${counted(pages, 'page')}, and a limit may be higher`,
      );
    expectGivesUp(
      scenario,
      `an endless chain of pages (${counted(pages, 'page')} so far)`,
      pages >= minPages,
    );
  },
});

/** Timeouts of HTTP libraries; a client that was ended before may have one of its own. */
const commonTimeoutMs = 100_000;

claim('safety/client-bounded-body', {
  assert: (scenario) => {
    const last = scenario.runs.at(-1);
    const tookMs = last ? last.endedAtMs - last.startedAtMs : 0;
    const isEarly = scenario.observation.timing === 'real' && tookMs < commonTimeoutMs;
    if (scenario.reachedAnyRule && scenario.report?.endedBy === 'time' && isEarly)
      undecided(
        'stopped-early',
        `the suite ended the client after ${Math.round(tookMs / 1000)} s of a body without an end; with --timeout 120 it waits longer`,
      );
    expectGivesUp(scenario, 'a body without an end', scenario.reachedAnyRule);
  },
});

/** Asserts that the client gave up something endless by itself, and reported "incomplete". */
function expectGivesUp(scenario: ScenarioTraffic, endless: string, sawEnough: boolean): void {
  const words = { expected: 'the client stops by itself and reports "incomplete"', actual: scenario.ending };
  if (!sawEnough) undecided('not-reached', `the client stopped before it could notice ${endless}`);
  if (scenario.wasStopped) violation(`The client did not stop reading ${endless}.`, words);
  if (scenario.report?.says === 'complete')
    violation(`The client stopped reading ${endless} and reported "complete".`, words);
  requireReport(scenario);
}

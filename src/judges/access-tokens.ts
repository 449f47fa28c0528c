import { type Exchange, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isPassing, isRefused, isServed, servesRecords, whyPassing } from './answers.ts';
import type { Judge } from './judge.ts';
import { casesOf, describeAnswer, listOf } from './material.ts';

/** The token opens the door in one scheme, and only the token does. */
export const judgeBearer: Judge = (exchanges) => {
  const cases = casesOf(exchanges, 'access/bearer-token');
  const list = cases.get('list')?.[0];
  if (!list) return judgeBearerInTraffic(exchanges);
  if (!servesRecords(list)) {
    // Without a list there is nothing to compare with; the token may have no scopes at all.
    const why = `the list was answered with ${describeAnswer(list)}`;
    return outcomeOf([undecided('list', isPassing(list) ? 'cantTell' : 'untested', why)], '');
  }
  return outcomeOf(
    [...cases].flatMap(([name, [asked]]) =>
      asked
        ? [isPassing(asked) ? undecided(name, 'cantTell', whyPassing(asked)) : bearerCase(name, asked)]
        : [],
    ),
    '',
  );
};

function bearerCase(name: string, asked: Exchange): CaseOutcome {
  if (name === 'list') return judged(name, []);
  if (name === 'record') {
    if (servesRecords(asked)) return judged(name, []);
    const status = asked.response?.status;
    return status === 401 || status === 403
      ? judged(name, [findingAt(asked, 'the token opens the list but not the record', '200')])
      : undecided(name, 'cantTell', `the record was answered with ${describeAnswer(asked)}`);
  }
  if (name === 'scheme in lower case')
    return judged(name, [], isServed(asked) ? [] : [`refused: ${describeAnswer(asked)}`]);
  // Who needs no token at all breaks errors/missing-token-is-401, and the token cannot be told to open anything.
  if (name === 'no token' && isServed(asked))
    return undecided(name, 'cantTell', 'the list is served without a token as well');
  if (servesRecords(asked))
    return judged(name, [findingAt(asked, 'data comes without a bearer token', 'a refusal')]);
  return isRefused(asked)
    ? judged(name, [])
    : undecided(name, 'cantTell', `neither served nor refused: ${describeAnswer(asked)}`);
}

/** Captured traffic has no probes of ours in it; that a token was served is all that it can show. */
function judgeBearerInTraffic(exchanges: readonly Exchange[]) {
  const served = exchanges.find(
    (one) => /^bearer\s/i.test(one.request.headers.authorization ?? '') && servesRecords(one),
  );
  return outcomeOf(served ? [judged('served', [])] : [], 'no request with a bearer token was served');
}

/** The documented token is good for a list and for a record. */
export const judgeTestToken: Judge = (exchanges) => {
  const cases = [...casesOf(exchanges, 'access/test-token')].flatMap(([name, [asked]]) => {
    if (!asked) return [];
    if (isPassing(asked)) return [undecided(name, 'cantTell', whyPassing(asked))];
    // Where nobody was shown an entry of that list, there may be none to show.
    if (listOf(asked)?.items.length === 0 && !isKnownToHold(exchanges, pathnameOf(asked)))
      return [undecided(name, 'cantTell', 'the list is empty, and nobody was shown an entry of it')];
    return [
      judged(
        name,
        servesRecords(asked) ? [] : [findingAt(asked, 'TEST_TOKEN gives no access', '200 with records')],
      ),
    ];
  });
  return outcomeOf(cases, 'TEST_TOKEN was not sent');
};

function isKnownToHold(exchanges: readonly Exchange[], pathname: string): boolean {
  return exchanges.some((one) => pathnameOf(one) === pathname && servesRecords(one));
}

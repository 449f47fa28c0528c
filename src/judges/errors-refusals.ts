import { resourcesOf } from '../collections.ts';
import { type Exchange, jsonOf, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import {
  carriedIds,
  controlOf,
  dataAddressOf,
  dataProfilesOf,
  findingAt,
  isPassing,
  isServed,
  servesRecords,
  whyPassing,
} from './answers.ts';
import { capturedDeleted, capturedUnknown, refusedTokens } from './errors-captured.ts';
import type { Judge } from './judge.ts';
import { casesOf, describeAnswer, inRole, listOf, recordOf, tokenOf } from './material.ts';

/** Refusals that rest on who asks and on what is there: each has its control, which was served. */

/** Reads without an Authorization header. A HAR file may have lost it, so there only a refusal counts. */
export const judgeMissingToken: Judge = (exchanges, context) => {
  const isOurs = context.subject !== 'har';
  const without = exchanges.filter(
    (one) =>
      one.request.method === 'GET' &&
      one.request.headers.authorization === undefined &&
      (isOurs || one.response?.status === 401) &&
      dataAddressOf(one, context) !== undefined,
  );
  return outcomeOf(
    [...Map.groupBy(without, kindOf)].map(([name, group]) =>
      tokenCase(name, group, exchanges, 'a request without a token is not refused as unauthenticated'),
    ),
    'nothing was asked for without a token',
  );
};

/** Reads with a token that the prober made up. */
export const judgeInvalidToken: Judge = (exchanges, context) => {
  const cases = casesOf(exchanges, 'errors/invalid-token-is-401');
  const made =
    context.subject === 'har'
      ? refusedTokens(exchanges, context)
      : [...cases.values()].flat().filter((one) => one.step?.role !== 'control');
  return outcomeOf(
    [...Map.groupBy(made, kindOf)].map(([name, group]) =>
      tokenCase(name, group, exchanges, 'an unknown token is not refused as unauthenticated'),
    ),
    'nothing was asked for with an unknown token',
  );
};

function kindOf(exchange: Exchange): string {
  const depth = pathnameOf(exchange).split('/').length;
  return depth === 3 ? 'list' : depth === 4 ? 'record' : 'second-level path';
}

function tokenCase(
  name: string,
  group: readonly Exchange[],
  exchanges: readonly Exchange[],
  message: string,
): CaseOutcome {
  const controlled = group.filter((one) => {
    const control = controlOf(one, exchanges);
    return control !== undefined && tokenOf(control) !== tokenOf(one);
  });
  if (controlled.length === 0)
    return undecided(name, 'untested', 'the same was not served with the right token');
  return refusalCase(name, controlled, 401, { message, expected: '401 without data' });
}

/** Whatever was asked is refused with a status, and no record comes with it; one answer that tells nothing leaves it open. */
function refusalCase(
  name: string,
  asked: readonly Exchange[],
  status: number,
  { message, expected }: Pick<Finding, 'message' | 'expected'>,
): CaseOutcome {
  const findings = asked
    .filter((one) => !isPassing(one) && (one.response?.status !== status || carriedIds(one).length > 0))
    .map((one) => findingAt(one, message, expected));
  const passing = asked.find(isPassing);
  if (findings.length === 0 && passing) return undecided(name, 'cantTell', whyPassing(passing));
  return judged(name, findings);
}

/** One case for each resource type: an id that exists is served, one that does not is 404. */
export const judgeUnknownRecord: Judge = (exchanges, context) => {
  const asked = casesOf(exchanges, 'errors/unknown-record-is-404');
  const types = dataProfilesOf(context).flatMap((profile) => resourcesOf(profile.document));
  if (context.subject === 'har') {
    const seen = capturedUnknown([...new Set(types)], exchanges, context);
    const isAny = seen.some((one) => one.outcome !== 'inapplicable');
    return outcomeOf(isAny ? seen : [], 'no id that nobody knows was asked for');
  }
  const cases = types.map((type) => unknownCase(type, asked.get(type) ?? []));
  const anyControl = cases.some((one) => one.outcome !== 'inapplicable');
  return outcomeOf(anyControl ? cases : [], 'no resource type served a record');
};

function unknownCase(type: string, exchanges: readonly Exchange[]): CaseOutcome {
  const control = inRole(exchanges, 'control');
  const unknown = inRole(exchanges, 'unknown');
  if (!control || !unknown)
    return undecided(type, 'inapplicable', 'the target serves no record of this type');
  return goneCase(type, [control], [unknown], 'an id that does not exist is not answered as such');
}

/** Each control is served, and what was asked with nothing behind it is 404. */
function goneCase(
  name: string,
  controls: readonly Exchange[],
  asked: readonly Exchange[],
  message: string,
): CaseOutcome {
  const unserved = controls.find((one) => !servesRecords(one));
  if (unserved)
    return undecided(
      name,
      isPassing(unserved) ? 'cantTell' : 'untested',
      `the control was answered with ${describeAnswer(unserved)}`,
    );
  return refusalCase(name, asked, 404, { message, expected: '404' });
}

/** A record that was there and was deleted. */
export const judgeDeleted: Judge = (exchanges, context) =>
  context.subject === 'har'
    ? outcomeOf(
        capturedDeleted(exchanges, context),
        'no record was asked for after an event had told that it was deleted',
      )
    : judgeVanished(exchanges, 'errors/deleted-record-is-404', 'deleted');

/** A record that was there and is no longer shared. */
export const judgeUnshared: Judge = (exchanges) =>
  judgeVanished(exchanges, 'errors/unshared-record-is-404', 'no longer shared');

function judgeVanished(exchanges: readonly Exchange[], claim: string, how: string) {
  const cases = [...casesOf(exchanges, claim)].map(([name, group]) => vanishedCase(name, group, how));
  return outcomeOf(cases, `no record was ${how}`);
}

function vanishedCase(name: string, group: readonly Exchange[], how: string): CaseOutcome {
  const before = group.filter((one) => one.step?.role === 'before');
  const after = group.filter((one) => one.step?.role === 'after');
  const [byId] = before;
  const id = byId && recordOf(byId)?.id;
  if (typeof id !== 'string' || !byId)
    return undecided(name, 'untested', 'the record was not served while it was there');
  const was = (one: Exchange) => before.find((other) => other.request.path === one.request.path);
  const single = after.filter((one) => {
    const control = was(one);
    return control && recordOf(control) !== undefined;
  });
  const lists = after.filter((one) => {
    const control = was(one);
    return control && listOf(control)?.items.some((item) => item.id === id);
  });
  const controls = single.flatMap((one) => was(one) ?? []);
  const byIdCase = goneCase(name, controls, single, `a record that is ${how} is not answered as such`);
  const findings: Finding[] = lists
    .filter((one) => carriedIds(one).includes(id))
    .map((one) => findingAt(one, `a list holds a record that is ${how}`, 'a list without the record'));
  if (findings.length > 0 || byIdCase.outcome === 'failed')
    return judged(name, [...byIdCase.findings, ...findings]);
  if (single.length === 0 || lists.length === 0)
    return undecided(name, 'untested', 'the record was not looked for by id and in a list');
  const unread = lists.find((one) => !isServed(one));
  return unread
    ? undecided(name, 'cantTell', `a list was answered with ${describeAnswer(unread)}`)
    : byIdCase;
}

/** Each outage keeps its status, and afterwards the same request is served as before. */
export const judgeOutages: Judge = (exchanges) => {
  const cases = [...casesOf(exchanges, 'errors/outage-statuses')].map(([name, group]) =>
    outageCase(name, group),
  );
  return outcomeOf(cases, 'the target was not made to fail');
};

function outageCase(name: string, group: readonly Exchange[]): CaseOutcome {
  const [before, during, after] = ['before', 'during', 'after'].map((role) => inRole(group, role));
  if (!before || !during || !after || !isServed(before))
    return undecided(name, 'untested', 'the request was not served before the outage');
  const findings: Finding[] = [];
  if (!during.response) return undecided(name, 'cantTell', whyPassing(during));
  if (String(during.response.status) !== name || carriedIds(during).length > 0)
    findings.push(findingAt(during, 'an outage does not keep its status', `${name} without data`));
  if (!isServed(after))
    findings.push(findingAt(after, 'the outage goes on after it has passed', '200 with the list'));
  else if (JSON.stringify(jsonOf(after)) !== JSON.stringify(jsonOf(before)))
    findings.push(findingAt(after, 'the list is another one after the outage', describeAnswer(before)));
  return judged(name, findings);
}

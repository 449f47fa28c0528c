import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
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
import { capturedBadRequests } from './errors-captured.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { casesOf, groupsOf } from './material.ts';

/** Statuses that can be read off any request: what was asked says which one is right. */

/** Requests that a probe sent to be refused; what they get belongs to another claim. */
function isMeantToFail({ step }: Exchange): boolean {
  return (
    step !== undefined && /^(?:errors|access)\//.test(step.claim) && step.claim !== 'errors/success-is-200'
  );
}

/** Every read that brought data, or claims to: lists, records by id and what hangs from them. */
export const judgeSuccess: Judge = (exchanges, context) => {
  const groups = groupsOf(exchanges, (one) => {
    const operation = one.request.method === 'GET' ? dataAddressOf(one, context)?.operation : undefined;
    if (!operation) return undefined;
    const depth = operation.path.split('/').length - 1;
    return depth === 1 ? 'lists' : depth === 2 ? 'records by id' : 'second-level paths';
  });
  const cases = [...groups].flatMap(([name, group]) => {
    const findings = group.flatMap((one) => wrongSuccess(one) ?? []);
    const isProved = findings.length > 0 || group.some(servesRecords);
    return isProved ? [judged(name, findings)] : [];
  });
  return outcomeOf(cases, 'no read brought a documented record');
};

function wrongSuccess(exchange: Exchange): Finding | undefined {
  const status = exchange.response?.status ?? 0;
  if (status === 200) return undefined;
  if (status > 200 && status < 300) return findingAt(exchange, 'a read succeeds with another status', '200');
  if (isMeantToFail(exchange) || carriedIds(exchange).length === 0) return undefined;
  return findingAt(exchange, 'records come under a status that is no success', '200');
}

/** Every list that was asked for with a limit above the greatest, whoever asked. */
export const judgeTooLarge: Judge = (exchanges, context) => {
  const groups = groupsOf(exchanges, (one) => {
    const addressed = one.request.method === 'GET' ? dataAddressOf(one, context) : undefined;
    const limit = queryOf(one).get('limit') ?? '';
    if (!addressed?.operation.paginated || !/^\d{1,15}$/.test(limit)) return undefined;
    if (Number(limit) <= addressed.profile.limit.max) return undefined;
    return `limit=${limit} of ${addressed.operation.path}`;
  });
  const max = Math.max(...dataProfilesOf(context).map((profile) => profile.limit.max));
  const controls = exchanges.filter((one) => Number(queryOf(one).get('limit') ?? 1) <= max);
  const cases = [...groups].flatMap(([name, group]) => {
    const asked = group.find((one) => !isPassing(one)) ?? group[0];
    return asked ? [tooLargeCase(name, asked, controls)] : [];
  });
  return outcomeOf(cases, 'no list was asked for with a limit above the greatest');
};

function tooLargeCase(name: string, asked: Exchange, controls: readonly Exchange[]): CaseOutcome {
  if (isPassing(asked)) return undecided(name, 'cantTell', whyPassing(asked));
  if (!controlOf(asked, controls)) return withoutControl(name, asked);
  if (asked.response?.status === 413 && carriedIds(asked).length === 0) return judged(name, []);
  return judged(name, [findingAt(asked, 'a limit above the greatest is not refused as too large', '413')]);
}

function withoutControl(name: string, asked: Exchange): CaseOutcome {
  return undecided(
    name,
    'untested',
    `${pathnameOf(asked)} was not served without the fault, so a refusal tells nothing`,
  );
}

/** Why a fault that was served is no violation; what the documents leave open stays open. */
const whenServed: Readonly<Record<string, 'cantTell' | 'inapplicable'>> = {
  'a cursor that is no id': 'cantTell',
  'a cursor that is no id, backwards': 'cantTell',
};

/** Faults that a probe put into a query. What is served was read after all; what is refused has to be refused with 400. */
export const judgeBadRequest: Judge = (exchanges, context) => {
  if (context.subject === 'har')
    return outcomeOf(capturedBadRequests(exchanges, context), 'no faulty query was sent');
  const cases = [...casesOf(exchanges, 'errors/bad-request-is-400')].flatMap(([name, [asked]]) =>
    asked ? [badRequestCase(name, asked, exchanges)] : [],
  );
  return outcomeOf(cases, 'no faulty query was sent');
};

function badRequestCase(name: string, asked: Exchange, exchanges: readonly Exchange[]): CaseOutcome {
  const clean = exchanges.filter((one) => one.step?.claim !== 'errors/bad-request-is-400');
  if (!controlOf(asked, clean)) return withoutControl(name, asked);
  if (isPassing(asked)) return undecided(name, 'cantTell', whyPassing(asked));
  if (isServed(asked))
    return undecided(
      name,
      whenServed[name] ?? 'inapplicable',
      'the target serves such a request, and no document says that it cannot be read',
    );
  if (asked.response?.status === 400 && carriedIds(asked).length === 0) return judged(name, []);
  return judged(name, [findingAt(asked, 'a request that cannot be read is not told so', '400')]);
}

/** Methods of a browser's own and of caches, which nobody documents. */
const unjudged: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every method but GET on a path of the Data API, whoever sent it. */
export const judgeUnsupported: Judge = (exchanges, context) => {
  const groups = groupsOf(exchanges, (one) => {
    const { method } = one.request;
    const addressed = unjudged.has(method) ? undefined : dataAddressOf(one, context);
    if (!addressed || one.failure?.kind === 'refused') return undefined;
    return `${method} ${addressed.operation.path}`;
  });
  const cases = [...groups].flatMap(([name, group]) => {
    const asked = group.find((one) => !isPassing(one)) ?? group[0];
    return asked ? [unsupportedCase(name, asked, exchanges, context)] : [];
  });
  return outcomeOf(cases, 'no unsupported method was sent');
};

function unsupportedCase(
  name: string,
  asked: Exchange,
  exchanges: readonly Exchange[],
  context: JudgeContext,
): CaseOutcome {
  const isUp = exchanges.some((one) => one.request.method === 'GET' && servesRecords(one));
  if (!isUp) return undecided(name, 'untested', 'no read was served, so a refusal tells nothing');
  if (isPassing(asked)) return undecided(name, 'cantTell', whyPassing(asked));
  const status = asked.response?.status ?? 0;
  if (status === 501) return judged(name, []);
  if (context.subject !== 'sandbox') {
    // Doubt unsupported-405-or-501: recordings of the real API show other refusals.
    if (status === 405 || status === 404) return judged(name, [], [`refused with ${status} in place of 501`]);
    if (status >= 400) return undecided(name, 'cantTell', `refused with ${status}, perhaps by a proxy`);
  }
  return judged(name, [findingAt(asked, 'an unsupported request is not told so', '501')]);
}

import { type Exchange, jsonOf, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import { dataAddressOf, findingAt, isPassing, isServed, whyPassing } from './answers.ts';
import { aroundRefusals } from './errors-captured.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { describeAnswer, isObject, linksIn, listOf, tokenOf } from './material.ts';

/** What errors say, what they keep to themselves, and what they leave behind. */

/** Every error of a documented path that has something to say: one case for each status. */
export const judgeMessages: Judge = (exchanges, context) => {
  const errors = exchanges.filter(
    (one) =>
      isError(one) &&
      one.response?.status !== 429 &&
      one.request.method !== 'HEAD' &&
      !isOfItsOwn(one) &&
      dataAddressOf(one, context) !== undefined,
  );
  const cases = [...Map.groupBy(errors, (one) => String(one.response?.status))].map(([status, group]) =>
    judged(
      status,
      group
        .filter((one) => !isReadable(one))
        .map((one) =>
          findingAt(one, 'the error has no message', 'a text under `message` or `error`, or a bare text'),
        ),
    ),
  );
  return outcomeOf(
    cases.sort((a, b) => (a.name < b.name ? -1 : 1)),
    'no request was refused',
  );
};

/** Outages carry the body that the probe wrote, and what the quota refuses is documented as empty. */
function isOfItsOwn({ step }: Exchange): boolean {
  return step?.claim === 'errors/outage-statuses' || step?.claim.startsWith('rate-limit/') === true;
}

function isError({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 400 && response.status < 600;
}

/** Either key, or bare text; a page of HTML is no message, and neither is JSON that says nothing. */
function isReadable(exchange: Exchange): boolean {
  const body = jsonOf(exchange);
  if (isObject(body)) return saysSomething(body.message) || saysSomething(body.error);
  if (body !== undefined) return saysSomething(body);
  const text = exchange.response?.body ?? '';
  const isHtml = /\bhtml\b/i.test(exchange.response?.headers['content-type'] ?? '') || /^\s*</.test(text);
  return saysSomething(text) && !isHtml && !/^\s*[{[]/.test(text);
}

function saysSomething(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** As the redactor names tokens that it finds. */
const tokenName = /«token:(?:\d+|unknown)»/;

/** Every error of either API that a token was sent for. The redactor leaves the token's name where the token stood. */
export const judgeEcho: Judge = (exchanges, context) => {
  const errors = exchanges.filter(
    (one) =>
      isError(one) &&
      tokenOf(one) !== '' &&
      context.profiles.some((profile) => pathnameOf(one).startsWith(`${profile.prefix}/`)),
  );
  if (errors.length === 0) return outcomeOf([], 'no request with a token was refused');
  const inBodies = errors
    .filter((one) => tokenName.test(one.response?.body ?? ''))
    .map((one) => findingAt(one, 'the body of an error repeats a token', 'no token', 'a token in the body'));
  const inHeaders = errors.flatMap((one) =>
    Object.entries(one.response?.headers ?? {})
      .filter(([, value]) => tokenName.test(value))
      .map(([name]) =>
        findingAt(one, 'a header of an error repeats a token', 'no token', `a token in ${name}`),
      ),
  );
  return outcomeOf([judged('bodies', inBodies), judged('headers', inHeaders)], '');
};

/** A good request before and after each kind of refused ones: status, entries and links stay. */
export const judgeSideEffects: Judge = (exchanges, context) => {
  const whyNone = 'no good request stood before and after a refused one';
  if (context.subject === 'har')
    return outcomeOf(
      aroundRefusals(exchanges, isRefusal).map(({ before: first, after, refused: some }) =>
        sideEffectCase(first, after, some, context),
      ),
      whyNone,
    );
  const cases: CaseOutcome[] = [];
  let before: Exchange | undefined;
  let refused: Exchange[] = [];
  for (const exchange of exchanges) {
    if (exchange.step?.claim !== 'errors/error-is-side-effect-free') {
      if (isRefusal(exchange)) refused.push(exchange);
      continue;
    }
    if (before) cases.push(sideEffectCase(before, exchange, refused, context));
    before = exchange;
    refused = [];
  }
  return outcomeOf(cases, whyNone);
};

/** 4xx; and 501, which refuses like one, whatever its number says. */
function isRefusal({ response }: Exchange): boolean {
  return response !== undefined && /^(?:4..|501)$/.test(String(response.status));
}

function sideEffectCase(
  before: Exchange,
  after: Exchange,
  refused: readonly Exchange[],
  context: JudgeContext,
): CaseOutcome {
  const name = after.step?.case ?? `request ${after.seq}`;
  if (refused.length === 0) return undecided(name, 'inapplicable', 'nothing was refused');
  if (!listOf(before))
    return undecided(name, 'untested', `the good request was answered with ${describeAnswer(before)}`);
  if (isPassing(after)) return undecided(name, 'cantTell', whyPassing(after));
  if (!isServed(after))
    return judged(name, [
      findingAt(after, 'a good request fails after a refused one', describeAnswer(before)),
    ]);
  if (contentOf(after) === contentOf(before)) return judged(name, []);
  if (context.subject !== 'sandbox')
    return undecided(name, 'cantTell', 'the list changed meanwhile, which may be due to a sync');
  return judged(name, [
    findingAt(after, 'a good request is answered otherwise after a refused one', 'the same list as before'),
  ]);
}

/** Entries and links: time stamps of a record may change at any time. */
function contentOf(exchange: Exchange): string {
  const ids = listOf(exchange)?.items.map((item) => item.id);
  return JSON.stringify([ids, linksIn(jsonOf(exchange))]);
}

import type { Profile } from '../../contracts/profiles.ts';
import { idsIn, relations } from '../../contracts/relations.ts';
import { model } from '../../generated/model.ts';
import { validateResponse } from '../../generated/validators.js';
import { type Exchange, jsonOf } from '../exchange.ts';
import type { OperationModel } from '../model.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isTrouble } from './answers.ts';
import { collectionOf, enveloped, isScopeRefusal } from './data-records.ts';
import { isCalendarDate } from './data-values.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { addressOf, describeAnswer, groupsOf, isObject, shorten } from './material.ts';

const claim = 'data/operation-answers';
/** Under these claims every request is one that has to be understood, though an assignment may be gone by then. */
const goodClaims: ReadonlySet<string> = new Set([
  claim,
  'lms/create-read-update-delete',
  'lms/grade-passback',
  'lms/regrade-overwrites',
]);
/** The most places of a body that are told of one operation. */
const toldPerOperation = 5;
/** A part of a list that is validated at once. */
const itemsAtOnce = 100;

/**
 * One case for each documented operation of the chosen APIs. All successes are judged, whoever asked; an error is
 * judged only where our own probe asked with an id that it had found, since others may have meant it. Where an operation
 * was not tried, its case is untested, and so is the requirement: a green one has tried them all.
 */
export const operationAnswers: Judge = (exchanges, context) => {
  const answers = answersByOperation(exchanges, context);
  const cases = context.profiles.flatMap((profile) =>
    model.operations
      .filter((one) => one.document === profile.document)
      .map((operation) => judgeOperation(operation, profile, { answers, context })),
  );
  const whyNone = 'no API with documented operations was selected';
  const outcome = outcomeOf(cases, whyNone);
  if (outcome.why === undefined || cases.length === 0) return outcome;
  const good = cases.filter((one) => one.outcome === 'passed').length;
  return { ...outcome, why: `${good} of ${cases.length} operations answered as described; ${outcome.why}` };
};

type Answers = ReadonlyMap<string, readonly Exchange[]>;

interface Surroundings {
  readonly answers: Answers;
  readonly context: JudgeContext;
}

function answersByOperation(exchanges: readonly Exchange[], { profiles }: JudgeContext): Answers {
  return groupsOf(exchanges, (one) => addressOf(one, profiles)?.operation.id);
}

/** Documented alternatives, by method: a created assignment may be answered with 201, a deleted one with 204. */
const alternatives: Readonly<Record<string, number>> = { POST: 201, DELETE: 204 };

function isSuccess({ method }: OperationModel, { response }: Exchange): boolean {
  return response?.status === 200 || (response !== undefined && response.status === alternatives[method]);
}

function judgeOperation(operation: OperationModel, profile: Profile, around: Surroundings): CaseOutcome {
  const name = operation.id;
  const all = around.answers.get(name) ?? [];
  const successes = all.filter((one) => isSuccess(operation, one));
  const strange = all.filter((one) => isStrange(operation, one));
  const findings = [
    ...strange.map((one) =>
      findingAt(
        one,
        `${name} answers with a status that is not documented.`,
        Object.keys(operation.statuses).join(', '),
      ),
    ),
    ...bodyFindings(operation, successes),
  ];
  if (findings.length > 0) return judged(name, findings);
  if (successes.length === 0)
    return profile.kind === 'lms' ? withoutWrites(name, all) : withoutSuccess(operation, all, around);
  if (
    operation.answers === 'list' &&
    successes.every((one) => enveloped(one).length === 0) &&
    profile.kind === 'data'
  )
    return undecided(name, 'inapplicable', `the lists that ${name} answered are empty`);
  const other = successes.find((one) => one.response?.status !== 200);
  return judged(
    name,
    [],
    other ? [`answered with ${other.response?.status} instead of the documented 200`] : [],
  );
}

/** A missing scope may be refused with any status, and a passing outage says nothing of the operation. */
function isStrange(operation: OperationModel, exchange: Exchange): boolean {
  if (!exchange.response || !goodClaims.has(exchange.step?.claim ?? '')) return false;
  if (exchange.response.status in operation.statuses || isSuccess(operation, exchange)) return false;
  return !isScopeRefusal(exchange) && !isOutage(exchange);
}

/** Nothing is known: no answer, the rate limit, or an outage. 501 is an answer. */
function isOutage(exchange: Exchange): boolean {
  return isTrouble(exchange) && exchange.response?.status !== 501;
}

function isOwn(exchange: Exchange): boolean {
  return exchange.step?.claim === claim;
}

/** What the bodies do not keep of their description: each place once, with its first answer. */
function bodyFindings(operation: OperationModel, successes: readonly Exchange[]): readonly Finding[] {
  if (operation.statuses['200'] !== 'json') return [];
  const places = new Map<string, Finding>();
  const faultless = new Set<unknown>();
  for (const exchange of successes) {
    const body = jsonOf(exchange);
    const message = `The body of ${operation.id} does not fit its description.`;
    if (body === undefined) {
      places.set('', findingAt(exchange, message, 'a JSON body'));
      continue;
    }
    for (const { instancePath, fault, part } of faultsIn(operation, body, faultless)) {
      const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/*');
      const key = `${place} ${fault}`;
      if (places.has(key)) continue;
      const value = valueAt(part, instancePath);
      if (isTolerated(instancePath, value)) continue;
      const expected = `${place || 'the body'} ${fault}`;
      const actual = `${instancePath || 'the body'} is ${isObject(value) ? `an object of ${Object.keys(value).join(', ') || 'nothing'}` : (JSON.stringify(value) ?? 'absent')}`;
      places.set(key, findingAt(exchange, message, shorten(expected), shorten(actual)));
    }
  }
  return [...places.values()].slice(0, toldPerOperation);
}

/**
 * What a validator says of a body. Long lists are handed to it in parts: it gathers faults in a time that grows with their
 * square, and a page of 15,000 bad records would take minutes. A part whose items were all seen to be `faultless`, which most
 * are when a run serves one record many times, is validated without them.
 */
function* faultsIn(operation: OperationModel, body: unknown, faultless: Set<unknown>) {
  const list = isObject(body) && Array.isArray(body.data) ? body.data : undefined;
  for (let from = 0; from === 0 || from < (list?.length ?? 0); from += itemsAtOnce) {
    const items = list?.slice(from, from + itemsAtOnce) ?? [];
    const isKnown = items.length > 0 && items.every((item) => faultless.has(item));
    const part = list ? { ...(body as object), data: isKnown ? [] : items } : body;
    const faults = validateResponse(operation.id, 200, part) ?? [];
    if (faults.length === 0) for (const item of items) faultless.add(item);
    for (const { instancePath, message } of faults) yield { instancePath, fault: message, part };
  }
}

/** A birthday as an ISO date is a documented alternative. */
function isTolerated(instancePath: string, value: unknown): boolean {
  return instancePath.endsWith('/dob') && typeof value === 'string' && isCalendarDate(value);
}

/** The value that a JSON Pointer leads to. */
function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined;
  }
  return value;
}

/** LMS Connect has nothing to read before something was created. */
function withoutWrites(name: string, all: readonly Exchange[]): CaseOutcome {
  if (all.length === 0)
    return undecided(
      name,
      'untested',
      'LMS Connect was not tried: that needs to create assignments (--allow-writes)',
    );
  return undecided(name, 'untested', 'no request to it succeeded that could be judged');
}

function withoutSuccess(
  operation: OperationModel,
  all: readonly Exchange[],
  around: Surroundings,
): CaseOutcome {
  const name = operation.id;
  const asked = all.findLast(isOwn);
  if (!asked) return neverAsked(operation, around);
  if (isOutage(asked))
    return undecided(name, 'cantTell', `it could not be reached: ${describeAnswer(asked)}`);
  if (isScopeRefusal(asked))
    return undecided(name, 'inapplicable', `${name} is outside the scopes of the token`);
  const status = asked.response?.status ?? 0;
  const refusal = [401, 403, 404].includes(status);
  const target = around.answers.get(listOperationOf(operation.record)?.id ?? '') ?? [];
  const isTop = !operation.path.includes('{');
  // Only our own sandbox is known to share everything; elsewhere a refused list may just not be shared.
  if (refusal && isTop && around.context.subject !== 'sandbox')
    return undecided(
      name,
      'cantTell',
      `${name} was refused (${status}): not offered, or not shared with this token`,
    );
  if (refusal && !isTop && !target.some((one) => one.response?.status === 200))
    return undecided(name, 'cantTell', `${name} was refused (${status}), as was the list of such records`);
  const with_ = isTop ? 'the token of the run' : 'an id that was found in another answer';
  return judged(name, [
    findingAt(asked, `${name} does not serve what it describes.`, `200 to a request with ${with_}`),
  ]);
}

/** The probe asks wherever it finds an id to ask with; why was there none? */
function neverAsked({ id: name, path }: OperationModel, { answers, context }: Surroundings): CaseOutcome {
  if (context.subject === 'har')
    return undecided(name, 'untested', 'no good request to it is in the traffic');
  const parent = model.operations.find((one) => one.path === `/${path.split('/')[1]}`);
  const lists = (answers.get(parent?.id ?? '') ?? []).filter((one) => one.response?.status === 200);
  const parentName = parent?.record ?? 'record';
  const found = lists.flatMap(enveloped);
  if (lists.length > 0 && found.length === 0)
    return undecided(name, 'inapplicable', `there is no ${parentName}`);
  const relation = relations.find((one) => one.path === path && one.named === 'parent');
  if (relation && found.length > 0 && found.every((one) => idsIn(one, relation.fields[0]).length === 0))
    return undecided(name, 'inapplicable', `no ${parentName} that was found has a \`${relation.fields[0]}\``);
  return undecided(name, 'untested', `no ${parentName} was found to ask with`);
}

function listOperationOf(type: string): OperationModel | undefined {
  return model.operations.find((one) => one.path === collectionOf(type) && one.answers === 'list');
}

import { type Exchange, type Members, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import {
  carriedIds,
  findingAt,
  isPassing,
  isRefused,
  isServed,
  servesRecords,
  whyPassing,
} from './answers.ts';
import type { Judge } from './judge.ts';
import { casesOf, describeAnswer, inRole, isObject, listOf, tokenOf } from './material.ts';

/** What lies outside a token's scopes or outside what its district shares: served to one token, refused to another. */

/** A request of the limited token, and whether the full one was served the same. */
function refusalCase(name: string, asked: Exchange, exchanges: readonly Exchange[]): CaseOutcome {
  const pathname = pathnameOf(asked);
  const isSeen = exchanges.some(
    (one) => pathnameOf(one) === pathname && tokenOf(one) !== tokenOf(asked) && servesRecords(one),
  );
  if (!isSeen)
    return undecided(name, 'inapplicable', 'no token was served a record here, so there is nothing to hide');
  if (isPassing(asked)) return undecided(name, 'cantTell', whyPassing(asked));
  if (carriedIds(asked).length > 0)
    return judged(name, [findingAt(asked, 'what lies outside is served', 'a refusal without records')]);
  if (isRefused(asked)) return judged(name, []);
  // Doubt scope-refusal: an empty list gives nothing away either.
  if (listOf(asked)) return judged(name, [], ['answered with an empty list in place of a refusal']);
  return undecided(name, 'cantTell', `neither served nor refused: ${describeAnswer(asked)}`);
}

/** A token for students asks for other resources; the control is the full token. */
export const judgeScopes: Judge = (exchanges) => {
  const cases = casesOf(exchanges, 'access/scopes-limit-resources');
  const own = inRole(cases.get('own') ?? [], 'own');
  if (!own) return outcomeOf([], 'no token with few scopes was used');
  if (!servesRecords(own)) {
    const why = `the token was not served what its scopes allow: ${describeAnswer(own)}`;
    return outcomeOf([undecided('own', isPassing(own) ? 'cantTell' : 'untested', why)], '');
  }
  const outcomes: CaseOutcome[] = [];
  for (const [name, group] of cases) {
    const asked = inRole(group, 'asked');
    const events = inRole(group, 'events');
    if (asked) outcomes.push(refusalCase(name, asked, exchanges));
    if (events) outcomes.push(eventsCase(name, events, inRole(group, 'control')));
  }
  const isTold = outcomes.some((one) => one.outcome !== 'inapplicable');
  return outcomeOf(isTold ? outcomes : [], 'no record outside the scopes was served to anybody');
};

/** An event carries the record that it tells of; one of another resource lies outside the scopes just the same. */
function eventsCase(name: string, asked: Exchange, control: Exchange | undefined): CaseOutcome {
  const isForeign = (record: Members) =>
    typeof record.type === 'string' && !record.type.startsWith('students.');
  if (!control || !listOf(control)?.items.some((item) => isForeign(item.record)))
    return undecided(name, 'inapplicable', 'there are no events of other resources');
  if (isPassing(asked)) return undecided(name, 'cantTell', whyPassing(asked));
  const foreign = listOf(asked)?.items.find((item) => isForeign(item.record));
  if (foreign)
    return judged(name, [
      findingAt(
        asked,
        'an event tells of a resource outside the scopes',
        'events of students only',
        String(foreign.record.type),
      ),
    ]);
  return servesRecords(asked)
    ? judged(name, [])
    : undecided(name, 'inapplicable', `the token is served no events: ${describeAnswer(asked)}`);
}

/** Tokens with a view of their own ask for what lies outside of it, by id, below it, and in lists. */
export const judgeSharing: Judge = (exchanges) => {
  const cases = casesOf(exchanges, 'access/sharing-limits-data');
  const viewers = Map.groupBy(cases, ([name]) => name.split(':', 1)[0] ?? '');
  const outcomes = [...viewers].flatMap(([viewer, group]) => {
    const all = group.flatMap(([, some]) => some);
    const view = viewOf(all);
    if (!view.isServed) {
      const why = 'the token was served nothing of what it may see';
      return [undecided(viewer, 'untested', why)];
    }
    return group.flatMap(([name, some]) => {
      const asked = inRole(some, 'asked');
      const list = inRole(some, 'list');
      return [
        ...(asked ? [sharedOnly(name, asked, view) ?? refusalCase(name, asked, exchanges)] : []),
        ...(list ? [listCase(name, list, view)] : []),
      ];
    });
  });
  return outcomeOf(outcomes, 'no token with a view of its own was used');
};

/** What a viewer may see and what not, as far as its own lists and the controls tell. */
interface View {
  readonly isServed: boolean;
  /** Ids of records that are there, but for somebody else. */
  readonly hidden: ReadonlySet<string>;
  /** Ids of its districts and schools; empty where the viewer has no such list. */
  readonly districts: ReadonlySet<string>;
  readonly schools: ReadonlySet<string>;
}

function viewOf(exchanges: readonly Exchange[]): View {
  const hidden = exchanges.filter((one) => one.step?.role === 'hidden').flatMap(carriedIds);
  const lists = exchanges.filter((one) => one.step?.role === 'list');
  const allowed = (collection: string) =>
    lists
      .filter((one) => pathnameOf(one).endsWith(`/${collection}`))
      .flatMap(carriedIds)
      .filter((id) => !hidden.includes(id));
  return {
    isServed: lists.some(servesRecords),
    hidden: new Set(hidden),
    districts: new Set(allowed('districts')),
    schools: new Set(allowed('schools')),
  };
}

/** A list below a hidden record gives nothing away when all that it holds is shared by another way. */
function sharedOnly(name: string, asked: Exchange, view: View): CaseOutcome | undefined {
  const items = listOf(asked)?.items ?? [];
  if (items.length === 0 || view.schools.size === 0) return undefined;
  if (items.some(({ id, record }) => view.hidden.has(id) || strayReason(record, view) !== undefined))
    return undefined;
  return judged(name, [], ['answered with records that are shared through another school']);
}

function listCase(name: string, list: Exchange, view: View): CaseOutcome {
  if (isPassing(list)) return undecided(name, 'cantTell', whyPassing(list));
  const page = listOf(list);
  if (!page || !isServed(list))
    return undecided(name, 'inapplicable', `the token is not served this list: ${describeAnswer(list)}`);
  const findings: Finding[] = [];
  for (const { id, record } of page.items) {
    const why = view.hidden.has(id) ? 'belongs to somebody else' : strayReason(record, view);
    if (why !== undefined)
      findings.push(
        findingAt(list, 'a list holds what is not shared', 'only what is shared', `${id} ${why}`),
      );
  }
  return judged(name, findings.slice(0, 10));
}

/** Why a record cannot belong to the view, by the ids that it names itself. */
function strayReason(record: Members, view: View): string | undefined {
  const payload = isObject(record.data) && isObject(record.data.object) ? record.data.object : record;
  const { district } = payload;
  if (view.districts.size > 0 && typeof district === 'string' && !view.districts.has(district))
    return `belongs to district ${district}`;
  const schools: readonly unknown[] = Array.isArray(payload.schools) ? payload.schools : [payload.school];
  const named = schools.filter((id) => typeof id === 'string');
  if (view.schools.size > 0 && named.length > 0 && !named.some((id) => view.schools.has(id)))
    return `belongs to school ${named.join(', ')}`;
  return undefined;
}

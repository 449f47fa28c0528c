import { model } from '../../generated/model.ts';
import { type Exchange, jsonOf, queryOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isPassing, whyPassing } from './answers.ts';
import { type EventSeen, type EventsPage, eventsPagesOf, schoolsOf } from './events-material.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { casesOf, describeAnswer, linksIn, tokenOf } from './material.ts';

/** Filters that the description gives the list of events. */
const claim = 'events/filters';

/** Every filtered list in any traffic, by what it filters; the list without a filter is the control. */
export const judgeFilters: Judge = (exchanges, context) => {
  const pages = eventsPagesOf(exchanges, context);
  const groups = Map.groupBy(
    pages.filter((page) => filterName(page.exchange) !== ''),
    (page) => filterName(page.exchange),
  );
  const controls = pages.filter((page) => filterName(page.exchange) === '' && isComparable(page, context));
  const cases = [...groups].map(([name, group]) => filterCase(name, group, controls, context));
  const unanswered = [...casesOf(exchanges, claim).values()]
    .flatMap((some) => some.slice(-1))
    .filter((one) => filterName(one) !== '' && !groups.has(filterName(one)));
  for (const one of unanswered) {
    const why = isPassing(one) ? whyPassing(one) : `the filter was answered with ${describeAnswer(one)}`;
    cases.push(undecided(filterName(one), 'cantTell', why));
  }
  if (cases.length === 0 && controls.length > 0)
    return outcomeOf([undecided('filters', 'inapplicable', 'there are no events to filter')], '');
  return outcomeOf(cases, 'no list of events was asked for with a filter');
};

/** Between probes the list may change; within our own, and in captured traffic, it is taken to be the same. */
function isComparable({ exchange }: EventsPage, context: JudgeContext): boolean {
  return exchange.step ? exchange.step.claim === claim : context.subject === 'har';
}

function filterName(exchange: Exchange): string {
  const query = queryOf(exchange);
  const types = query.getAll('record_type').length;
  const parts = [
    query.has('school') ? 'school' : '',
    types === 1 ? 'record_type' : types > 1 ? 'repeated record_type' : '',
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

function filterCase(
  name: string,
  group: readonly EventsPage[],
  controls: readonly EventsPage[],
  context: JudgeContext,
): CaseOutcome {
  const findings: Finding[] = group.flatMap((page) => strays(page));
  const doubts: string[] = [];
  let isTold = false;
  for (const page of group.filter((one) => isComparable(one, context))) {
    const control = controls.find((one) => tokenOf(one.exchange) === tokenOf(page.exchange));
    const compared = control && compare(page, control, context.subject === 'har');
    if (!compared) continue;
    isTold ||= compared.isTold;
    findings.push(...compared.findings);
    if (compared.doubt !== undefined) doubts.push(compared.doubt);
  }
  if (findings.length > 0) return judged(name, findings);
  const [doubt] = doubts;
  if (doubt !== undefined) return undecided(name, 'cantTell', doubt);
  if (isTold) return judged(name, []);
  return undecided(name, 'inapplicable', 'the list without the filter holds nothing else');
}

/** Whether an event fits all filters; `undefined` where neither it nor the documents say. */
function fits(event: EventSeen, exchange: Exchange): boolean | undefined {
  const query = queryOf(exchange);
  const types = query.getAll('record_type').map((type) => type.replaceAll('_', ''));
  if (types.length > 0 && !types.includes(event.resource))
    return types.every((type) => resources.has(type)) ? false : undefined;
  const school = query.get('school');
  if (school === null) return true;
  const { now, before } = schoolsOf(event);
  if (now.includes(school)) return true;
  return now.length > 0 && !before.includes(school) ? false : undefined;
}

/** `students`, `schooladmins`: what the 30 documented types tell of. */
const resources: ReadonlySet<string> = new Set(
  (model.schemas.Event?.fields.type?.enum ?? []).map((type) => type.split('.', 1)[0] ?? ''),
);

function strays(page: EventsPage): readonly Finding[] {
  const stray = page.events.find((event) => fits(event, page.exchange) === false);
  if (!stray) return [];
  const what = `${String(stray.event.type)} of other schools or types`;
  return [
    findingAt(page.exchange, 'a filtered list holds an event that does not fit', 'only what fits', what),
  ];
}

/** The events of a page that lie between the first and the last of another one. */
function between(page: EventsPage, other: EventsPage): EventsPage {
  const [first, last] = [other.events[0]?.id, other.events.at(-1)?.id];
  if (first === undefined || last === undefined) return page;
  return { ...page, events: page.events.filter(({ id }) => id >= first && id <= last) };
}

/** Compares a filtered page with the unfiltered one over the stretch that both cover. */
function compare(filtered: EventsPage, whole: EventsPage, isCaptured: boolean) {
  // In somebody's traffic the two are of different times, and events came and went at both ends.
  const [page, control] = isCaptured
    ? [between(filtered, whole), between(whole, filtered)]
    : [filtered, whole];
  const wanted = control.events.filter((event) => fits(event, page.exchange) === true);
  const others = control.events.some((event) => fits(event, page.exchange) === false);
  const findings: Finding[] = [];
  const ids = new Set(page.events.map((event) => event.id));
  const known = new Set(control.events.map((event) => event.id));
  const isWhole = !linksIn(jsonOf(control.exchange)).some((link) => link.rel === 'next');
  const end = control.events.at(-1)?.id ?? '';
  const foreign = page.events.find((event) => !known.has(event.id) && (isWhole || event.id < end));
  if (foreign)
    findings.push(
      findingAt(
        page.exchange,
        'a filtered list holds an event that the list without the filter has not',
        'a part of the whole list',
        foreign.id,
      ),
    );
  const isTold = wanted.length > 0 && others;
  if (isTold && page.events.length === 0)
    return { findings, isTold, doubt: 'the filter lets nothing through; its values are documented nowhere' };
  const last = page.events.at(-1)?.id ?? '';
  const goesOn = linksIn(jsonOf(page.exchange)).some((link) => link.rel === 'next');
  const missing = wanted.find((event) => !ids.has(event.id) && (!goesOn || event.id < last));
  if (missing)
    findings.push(
      findingAt(
        page.exchange,
        'a filtered list lacks an event that fits',
        `${String(missing.event.type)} ${missing.id}`,
      ),
    );
  return { findings, isTold, doubt: undefined };
}

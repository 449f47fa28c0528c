import { model } from '../../generated/model.ts';
import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, type Outcome, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isPassing, whyPassing } from './answers.ts';
import { judgeFilters } from './events-filters.ts';
import { type EventSeen, type EventsPage, eventsOf, eventsPagesOf } from './events-material.ts';
import type { Judge, JudgeContext, ServerJudges } from './judge.ts';
import { casesOf, describeAnswer, isObject } from './material.ts';
import { findWalks } from './walks.ts';

/** The 30 types of the description. */
const types: ReadonlySet<string> = new Set(model.schemas.Event?.fields.type?.enum ?? []);

/** Within a page and across the pages of a walk: ids ascend, and so do the times of creation. */
const judgeOrder: Judge = (exchanges, context) => {
  const pages = eventsPagesOf(exchanges, context);
  if (pages.every((page) => page.events.length < 2)) return withoutEvents(exchanges, pages);
  return outcomeOf([idsCase(pages), timesCase(pages), pagesCase(exchanges, pages)], '');
};

function withoutEvents(exchanges: readonly Exchange[], pages: readonly EventsPage[]): Outcome {
  if (pages.length > 0)
    return outcomeOf([undecided('list', 'inapplicable', 'the list holds fewer than two events')], '');
  const asked = casesOf(exchanges, 'events/list-ascends').get('whole')?.[0];
  if (asked && isPassing(asked)) return outcomeOf([undecided('list', 'cantTell', whyPassing(asked))], '');
  return outcomeOf(
    [],
    asked ? `the list was answered with ${describeAnswer(asked)}` : 'no events were asked for',
  );
}

function idsCase(pages: readonly EventsPage[]): CaseOutcome {
  return judged(
    'ids',
    pages.flatMap(({ exchange, events }) => {
      const at = events.findIndex((event, index) => event.id <= (events[index - 1]?.id ?? ''));
      const before = events[at - 1]?.id;
      if (at < 1) return [];
      return [findingAt(exchange, 'ids do not ascend', `an id above ${before}`, events[at]?.id)];
    }),
  );
}

/** An id tells whole seconds, `created` tells milliseconds: within a second the two may disagree. */
const withinMs = 1000;

function timesCase(pages: readonly EventsPage[]): CaseOutcome {
  const findings: Finding[] = [];
  let compared = 0;
  for (const { exchange, events } of pages) {
    let latestMs = Number.NEGATIVE_INFINITY;
    for (const { event } of events) {
      const ms = typeof event.created === 'string' ? Date.parse(event.created) : Number.NaN;
      if (Number.isNaN(ms)) continue;
      compared++;
      if (ms < latestMs - withinMs) {
        const expected = `created at or after ${new Date(latestMs).toISOString()}`;
        findings.push(
          findingAt(exchange, 'an older event comes after a newer one', expected, String(event.created)),
        );
        break;
      }
      latestMs = Math.max(latestMs, ms);
    }
  }
  return compared < 2
    ? undecided('times', 'cantTell', 'the events have no times')
    : judged('times', findings);
}

/** The pages of our own walk, put together, are the list that was asked for as a whole. */
function pagesCase(exchanges: readonly Exchange[], pages: readonly EventsPage[]): CaseOutcome {
  const own = exchanges.filter((one) => one.step?.claim === 'events/list-ascends');
  const whole = pages.find((page) => page.exchange.step?.role === 'whole');
  const walk = findWalks(
    own.filter((one) => one.step?.role === 'walk'),
    'next',
  )[0];
  if (!whole || !walk) return undecided('pages', 'inapplicable', 'the list was not walked');
  const walked = walk.pages.flatMap((page) => page.items.map((item) => item.id));
  const expected = whole.events.map((event) => event.id).slice(0, walked.length);
  const at = walked.findIndex((id, index) => index < expected.length && id !== expected[index]);
  const last = walk.pages.at(-1)?.exchange;
  if (at >= 0 && last)
    return judged('pages', [
      findingAt(
        last,
        'the pages hold other events than the whole list',
        `${expected[at]} at place ${at + 1}`,
        walked[at],
      ),
    ]);
  if (walk.end.kind === 'answer')
    return undecided('pages', 'cantTell', `a page was answered with ${describeAnswer(walk.end.exchange)}`);
  if (walk.pages.length > 1) return judged('pages', []);
  return last && walked.length < whole.events.length
    ? judged('pages', [findingAt(last, 'the list ends after its first page', 'a next link')])
    : undecided('pages', 'inapplicable', 'the list has one page only');
}

/** One case for each type that occurs. */
const judgeTypes: Judge = (exchanges, context) => {
  const groups = Map.groupBy(eventsOf(exchanges, context), ({ event }) =>
    typeof event.type === 'string' ? event.type : 'no type',
  );
  const cases = [...groups].map(([type, [first]]) =>
    judged(
      type,
      types.has(type) || !first
        ? []
        : [findingAt(first.exchange, 'the type of an event is not documented', 'one of the 30 types', type)],
    ),
  );
  return noneOr(cases, exchanges, context);
};

/** What an event of each action has to carry. */
const judgePayload: Judge = (exchanges, context) => {
  const events = eventsOf(exchanges, context);
  const cases = ['created', 'updated', 'deleted'].map((action) => {
    const some = events.filter((one) => one.action === action);
    if (some.length === 0) return undecided(action, 'inapplicable', 'no such event was served');
    const beside = some.some((one) => isObject(one.event.previous_attributes));
    const findings = some.flatMap((one) => payloadFindings(one)).slice(0, 10);
    return judged(action, findings, beside ? ['previous attributes stand beside `data`'] : []);
  });
  return noneOr(events.length === 0 ? [] : cases, exchanges, context);
};

function payloadFindings({ exchange, event, action, object }: EventSeen): readonly Finding[] {
  const findings: Finding[] = [];
  const what = `${String(event.type)} ${String(event.id)}`;
  if (typeof object?.id !== 'string')
    findings.push(findingAt(exchange, 'an event does not carry its record', 'data.object with an id', what));
  const data = isObject(event.data) ? event.data : {};
  if (action === 'updated' && !isObject(data.previous_attributes) && !isObject(event.previous_attributes))
    findings.push(findingAt(exchange, 'an update does not say what was before', 'previous_attributes', what));
  return findings;
}

/** No events is no violation where the list was served. */
function noneOr(
  cases: readonly CaseOutcome[],
  exchanges: readonly Exchange[],
  context: JudgeContext,
): Outcome {
  if (cases.length > 0 || eventsPagesOf(exchanges, context).length === 0)
    return outcomeOf(cases, 'no events were served');
  return outcomeOf([undecided('events', 'inapplicable', 'the list holds no events')], '');
}

/** The Events API of v2.0: what changed, oldest first. */
export const eventsJudges: ServerJudges<'events'> = {
  'events/list-ascends': judgeOrder,
  'events/type-known': judgeTypes,
  'events/payload': judgePayload,
  'events/filters': judgeFilters,
};

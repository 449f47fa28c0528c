import type { ListItem } from '../../src/traffic/body.ts';
import { isOtherEmptyList } from '../../src/traffic/list-page.ts';
import { isServed as isServedByLms, submissionsOf } from '../../src/traffic/lms/responses.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { type SharedView, sharedViews } from '../../src/traffic/sharing.ts';
import type { StepCase } from '../../src/traffic/steps.ts';
import type { Traffic } from '../../src/traffic/traffic.ts';
import { answeredWith, expectConclusive, expectControl, expectServedControl } from '../support/responses.ts';
import { claim, expect, note, undecided, violation } from '../support/server.ts';

/** Tokens, and what they open. */

claim('access/bearer-token', {
  cases: (traffic) => {
    const cases = traffic.steps('access/bearer-token').flatMap(firstRequest);
    const list = cases.find((one) => one.name === 'list');
    if (!list) return servedTokens(traffic);
    // Without a list there is nothing to compare with; the token may have no scopes at all.
    return list.exchange.servesRecords ? cases : [list];
  },
  otherwise: { untested: 'no request with a bearer token was served' },
  assert: ({ name, exchange }) => {
    if (name === 'list' || name === 'served') return expectServedControl(exchange);
    expectConclusive(exchange);
    if (name === 'record') return expectRecordServed(exchange);
    if (name === 'scheme in lower case') {
      if (!exchange.isServed) note(`refused: ${exchange.summary}`);
      return;
    }
    // A target that needs no token violates errors/missing-token-is-401; what the token opens does not show.
    if (name === 'no token' && exchange.isServed)
      undecided('ambiguous', 'the list is served without a token as well');
    if (exchange.servesRecords)
      violation('Records are served without a bearer token.', { expected: 'a refusal' });
    if (!exchange.isRefused) undecided('ambiguous', `neither served nor refused: ${exchange.summary}`);
  },
});

/** Traffic without the probe's requests shows no more than that a token was served. */
function servedTokens({ exchanges }: Traffic) {
  const exchange = exchanges.find((one) => /^bearer\s/i.test(one.token) && one.servesRecords);
  return exchange ? [{ name: 'served', exchange }] : [];
}

function expectRecordServed(exchange: ReadExchange): void {
  const { status, servesRecords } = exchange;
  if (!servesRecords && status !== 401 && status !== 403) undecided('ambiguous', answeredWith(exchange));
  expect(exchange, 'The token opens a list but not a record of it.').to.be.servedWithRecords;
}

claim('access/test-token', {
  cases: (traffic) => traffic.steps('access/test-token').flatMap(firstRequest),
  otherwise: { untested: '`TEST_TOKEN` was not sent' },
  assert: ({ exchange }, { data }) => {
    expectConclusive(exchange);
    // The list may have had records in another state of the data: the nearest response counts.
    const served = data.servedAt(exchange).filter((one) => one.token !== exchange.token);
    const nearest = served.findLast((one) => one.seq < exchange.seq) ?? served[0];
    const isKnownToHold = nearest?.servesRecords ?? false;
    if (exchange.page?.items.length === 0 && !isKnownToHold)
      undecided('ambiguous', 'the list is empty, and no token was served a record of it');
    expect(exchange, '`TEST_TOKEN` opens no records.').to.be.servedWithRecords;
  },
});

/** The first request of a case. */
function firstRequest({ name, exchanges: [exchange] }: StepCase) {
  return exchange ? [{ name, exchange }] : [];
}

/** Tokens with some scopes request what is within them and what is not; the control has all scopes. */
claim('access/scopes-limit-resources', {
  cases: (traffic) => {
    const byToken = Map.groupBy(traffic.steps('access/scopes-limit-resources'), ({ name }) => scopesIn(name));
    return [...byToken.values()].flatMap((steps) => {
      const own = steps.flatMap(({ role }) => role('own') ?? []);
      const isUsable = own.length === 0 || own.some((one) => one.servesRecords);
      return steps.flatMap((step) => scopeCases(step, traffic, isUsable));
    });
  },
  otherwise: { untested: 'no record outside the scopes of a token was served to another one' },
  assert: ({ exchange, assert, isUsable }) => {
    expectControl(isUsable, 'the token was served nothing of what is within its scopes');
    assert(exchange);
  },
});

/** `only students and events` */
function scopesIn(name: string): string {
  return name.split(':', 1)[0] ?? '';
}

type ScopeStep = StepCase<'access/scopes-limit-resources'>;

function scopeCases({ name, role }: ScopeStep, traffic: Traffic, isUsable: boolean) {
  const [own, asked, events] = [role('own'), role('asked'), role('events')];
  if (own && isServedToOthers(own, traffic))
    return [{ name, exchange: own, assert: expectOwn, isUsable: true }];
  if (asked && isServedToOthers(asked, traffic))
    return [{ name, exchange: asked, assert: (one: ReadExchange) => expectHidden(one, traffic), isUsable }];
  if (!events) return [];
  const isForeign = foreignEvents(scopesIn(name));
  const offered = traffic.data.servedAt(events).filter((one) => one.token !== events.token);
  if (!offered.some(({ page }) => page?.items.some(isForeign))) return [];
  const assert = (exchange: ReadExchange) => expectOwnEvents(exchange, isForeign);
  return [{ name, exchange: events, assert, isUsable }];
}

function expectOwn(exchange: ReadExchange): void {
  expectConclusive(exchange);
  expect(exchange, 'A token is not served what is within its scopes.').to.be.servedWithRecords;
}

/** An event carries the record that it reports; one of another resource is outside the scopes as well. */
function expectOwnEvents(exchange: ReadExchange, isForeign: (item: ListItem) => boolean): void {
  expectConclusive(exchange);
  const foreign = exchange.page?.items.filter(isForeign) ?? [];
  expect(
    foreign.map((one) => one.record.type),
    'Events of resources outside the scopes are served.',
  ).to.be.empty;
  if (!exchange.servesRecords) undecided('not-offered', `the token is served no events: ${exchange.summary}`);
}

/** Events are named without an underscore: `districtadmins.created`. */
function foreignEvents(scopes: string): (item: ListItem) => boolean {
  const [, kind, collection = ''] = /^(only|without) (\w+)/.exec(scopes) ?? [];
  const word = `${collection.replaceAll('_', '')}.`;
  return ({ record: { type } }) => typeof type === 'string' && type.startsWith(word) === (kind === 'without');
}

/** Tokens request what is not shared with them: by id, below it, and in lists. */
claim('access/sharing-limits-data', {
  cases: (traffic) =>
    [...sharedViews(traffic.steps('access/sharing-limits-data'), traffic.dataApi)].flatMap(([token, view]) =>
      view.servesAnything ? view.steps.flatMap((step) => sharingCases(step, view)) : [{ name: token, view }],
    ),
  otherwise: { untested: 'no token that sees only a part of the data was used' },
  assert: ({ view, asked, list }, traffic) => {
    expectControl(view.servesAnything, 'the token was served nothing of what is shared with it');
    if (list) expectSharedOnly(list, view);
    if (!asked) return;
    if (view.sharesAll(asked.carriedRecords))
      return note('answered with records that are shared through another school');
    if (!isServedToOthers(asked, traffic))
      undecided('not-offered', 'no other token was served a record here, so there is nothing to hide');
    if (asked.method !== 'GET') expectRefusedWrite(asked);
    else expectHidden(asked, traffic);
  },
});

interface SharingCase {
  readonly name: string;
  readonly view: SharedView;
  readonly exchange?: ReadExchange;
  readonly asked?: ReadExchange | undefined;
  readonly list?: ReadExchange | undefined;
}

function sharingCases({ name, role }: SharedView['steps'][number], view: SharedView): readonly SharingCase[] {
  const [asked, list] = [role('asked'), role('list')];
  const exchange = asked ?? list;
  return exchange ? [{ name, view, exchange, asked, list }] : [];
}

function expectSharedOnly(list: ReadExchange, view: SharedView): void {
  expectConclusive(list);
  if (!list.page) undecided('not-offered', `the token is not served this list: ${list.summary}`);
  const { items } = list.page;
  const strays = view.strays(items);
  if (strays.length > 0)
    violation(`${strays.length} of ${items.length} records in a list are not shared with the token.`, {
      expected: 'only records that are shared with the token',
      actual: strays[0],
    });
}

/** Assignments and submissions of LMS Connect are at the same paths for every method. */
function isServedToOthers(asked: ReadExchange, { data, exchanges }: Traffic): boolean {
  if (asked.addressed?.profile.kind === 'data')
    return data.servedAt(asked).some((one) => one.token !== asked.token && one.servesRecords);
  return exchanges.some(
    (one) => one.pathname === asked.pathname && one.token !== asked.token && isServedByLms(one),
  );
}

function expectRefusedWrite(asked: ReadExchange): void {
  expectConclusive(asked);
  if (!asked.isRefused)
    violation('A write to what the token must not see is not refused.', { expected: 'a refusal' });
}

/** What the token must not see is refused to it. */
function expectHidden(asked: ReadExchange, { operations }: Traffic): void {
  const crashes = operations
    .of(asked.addressed?.operation)
    .filter(({ status, step }) => status === 500 && step?.role === 'asked');
  // One may be a hiccup, and what other requests of the operation get has other causes.
  if (crashes.length > 1 && asked.status === 500)
    violation('Requests of what the token must not see end in server errors.', { expected: 'a refusal' });
  expectConclusive(asked);
  const submissions = submissionsOf(asked);
  const entries = asked.bareEntries?.map((_, at) => `entry ${at + 1}`);
  const carried = [...asked.carriedIds, ...(submissions ?? []).map((one) => one.user_id), ...(entries ?? [])];
  expect(carried, 'Records that the token must not see are served.').to.be.empty;
  // Open question scope-refusal: an empty list reveals nothing either.
  if (asked.page || submissions || entries || isOtherEmptyList(asked))
    note('answered with an empty list instead of a refusal');
  else if (!asked.isRefused) undecided('ambiguous', `neither served nor refused: ${asked.summary}`);
}

import { unlisted404 } from '../../../contracts/versions.ts';
import { ownerIn } from '../../../src/api.ts';
import { type DataRequest, isTokenless, nameOf } from '../../../src/traffic/data-requests.ts';
import { idInPath } from '../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { type GoneRecord, goneRecord } from '../../../src/traffic/records/gone-records.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import {
  answeredWith,
  expectControl,
  expectErrorIfCertain,
  expectServedControl,
} from '../../support/responses.ts';
import { claim, each, expect, note, undecided } from '../../support/server.ts';

/** Errors that depend on the token and on what exists. Each is compared with a request that was served. */

claim('errors/missing-token-is-401', {
  cases: (traffic) => {
    const requests = [...Map.groupBy(withoutToken(traffic), caseOf)];
    return requests.map(([name, some]) => ({ name, asked: some.map((one) => one.exchange) }));
  },
  otherwise: { untested: 'nothing was requested without a token' },
  assert: ({ asked }, traffic) => expectUnauthenticated(asked, 'A request without a token', traffic),
});

/** A capture may have lost the header of a request that was served; one that got a 401 is what it seems. */
function withoutToken({ data, certainty }: Traffic): readonly DataRequest[] {
  return data.reads.filter(
    ({ exchange }) => isTokenless(exchange) && (certainty.ownSteps || exchange.status === 401),
  );
}

function caseOf(request: DataRequest): string {
  return request.exchange.token === '' ? nameOf(request) : `${nameOf(request)}, empty token`;
}

claim('errors/invalid-token-is-401', {
  cases: (traffic) =>
    traffic.steps('errors/invalid-token-is-401').flatMap(({ name, exchanges, roles }) => {
      const controls = new Set(roles('control'));
      const asked = exchanges.filter((one) => !controls.has(one));
      return asked.length > 0 ? [{ name, asked }] : [];
    }),
  otherwise: { untested: 'nothing was requested with an unknown token' },
  assert: ({ asked }, traffic) => expectUnauthenticated(asked, 'A request with an unknown token', traffic),
});

/** Only where the same path was served to another token: an API that refuses everything would pass otherwise. */
function expectUnauthenticated(
  asked: readonly ReadExchange[],
  what: string,
  { data, certainty }: Traffic,
): void {
  const comparable = asked.filter((one) => data.servedAt(one).some(({ token }) => token !== one.token));
  expectControl(comparable.length > 0, 'the same was not served with a valid token');
  each(comparable, (one) => expectErrorIfCertain(one, 401, what, certainty));
}

claim('errors/unknown-record-is-404', {
  cases: (traffic) =>
    traffic
      .steps('errors/unknown-record-is-404')
      .filter(({ exchanges, roles }) => exchanges.length > roles('control').length),
  otherwise: { untested: 'no id that does not exist was requested' },
  assert: ({ role, roles }, traffic) => {
    const [unknown, others, malformed] = [roles('unknown'), roles('other type'), roles('malformed')];
    const control = role('control') ?? servedLike([...unknown, ...others, ...malformed][0], traffic);
    if (!control)
      undecided('precondition-failed', 'nothing of this kind was served, so an error proves nothing');
    if (role('control')) expectServedControl(control);
    each(unknown, (one) => expectUnknown(one, 'A request for an id that does not exist', traffic));
    each(others, (one) => {
      if (one.isServed && !isOfNoRecord(one, traffic))
        undecided('ambiguous', 'there may be a record of this type with the same id');
      expectUnknown(one, 'A request with the id of a record of another type', traffic);
    });
    // Open question malformed-record-id: both say that there is no such record.
    each(malformed, (one) => {
      if (one.status === 400 && one.isRefused) note('text that is no id is refused with 400');
      else expectUnknown(one, 'A request for text that is no id', traffic);
    });
  },
});

/** A request of the same operation and token that was served. */
function servedLike(asked: ReadExchange | undefined, { operations }: Traffic): ReadExchange | undefined {
  const served = operations.of(asked?.addressed?.operation).filter((one) => one.token === asked?.token);
  return served.find((one) => one.servesRecords) ?? served.find((one) => one.isServed);
}

/** Whether the list of the type of records that a path begins with was read to its end, and does not have the id in the path. */
function isOfNoRecord(exchange: ReadExchange, { lists }: Traffic): boolean {
  const type = ownerIn(exchange.addressed?.operation.path ?? '');
  const ofType = lists.of(`/${type}`).lists.filter((one) => one.pages.some(({ ids }) => ids.length > 0));
  const isRead = ofType.some(({ forward }) =>
    forward.some(({ fromStart, end }) => fromStart && end.kind === 'complete'),
  );
  return isRead && !ofType.some((one) => one.knows(idInPath(exchange)));
}

function expectUnknown(exchange: ReadExchange, what: string, { certainty }: Traffic): void {
  const isEmpty = exchange.page?.items.length === 0;
  // Open question unknown-parent.
  if (isEmpty && unlisted404.has(exchange.addressed?.operation.path ?? ''))
    note('answered with an empty list; the published description lists no 404 here');
  else expectErrorIfCertain(exchange, 404, what, certainty);
}

claim('errors/deleted-record-is-404', {
  cases: (traffic) => traffic.steps('errors/deleted-record-is-404').map(goneRecord),
  otherwise: { untested: 'no record was deleted' },
  control: expectRequested,
  assert: (record, traffic) => expectGone(record, 'a deleted record', traffic),
});

claim('errors/unshared-record-is-404', {
  cases: (traffic) => traffic.steps('errors/unshared-record-is-404').map(goneRecord),
  otherwise: { untested: 'no record was unshared' },
  control: expectRequested,
  assert: (record, traffic) => expectGone(record, 'a record that is no longer shared', traffic),
});

function expectRequested({ id, byId, lists }: GoneRecord, { certainty }: Traffic): void {
  expectControl(id !== undefined, 'the record was not served while it existed');
  // What a capture has no request for may never have been requested.
  if (certainty.ownSteps && (byId.length === 0 || lists.length === 0))
    undecided('not-exercised', 'the record was not requested by id and in a list');
}

function expectGone({ id, byId, lists }: GoneRecord, what: string, { certainty }: Traffic): void {
  each(byId, (one) => expectErrorIfCertain(one, 404, `A request for ${what}`, certainty));
  each(lists, (list) => {
    expect(list.carriedIds, `A list still has ${what}.`).to.not.include(id);
    if (!list.isServed) undecided('inconclusive-response', answeredWith(list));
  });
}

claim('errors/outage-statuses', {
  cases: (traffic) => traffic.steps('errors/outage-statuses'),
  otherwise: { untested: 'the target was not made to fail' },
  assert: ({ name, role }) => {
    const [before, during, after] = [role('before'), role('during'), role('after')];
    if (!before?.isServed || !during || !after)
      undecided('precondition-failed', 'the request was not served before the outage');
    if (!during.response) undecided('inconclusive-response', answeredWith(during));
    each([during], (one) =>
      expect(one, `An outage with ${name} reaches the client as a ${one.status}.`).to.have.errorStatus(
        Number(name),
      ),
    );
    each([after], (one) => {
      expect(one, 'A request fails after the outage is over.').to.be.served;
      expect(one.json, 'The list has changed after an outage.').to.deep.equal(before.json);
    });
  },
});

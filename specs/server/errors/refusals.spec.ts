import { type DataRequest, kindOf } from '../../../src/traffic/data-requests.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { type GoneRecord, goneRecord } from '../../../src/traffic/records/gone-records.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import {
  answeredWith,
  expectControl,
  expectErrorIfCertain,
  expectServedControl,
} from '../../support/responses.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';

/** Errors that depend on the token and on what exists. Each is compared with a request that was served. */

claim('errors/missing-token-is-401', {
  cases: (traffic) => {
    const requests = [...Map.groupBy(withoutToken(traffic), kindOf)];
    return requests.map(([name, some]) => ({ name, asked: some.map((one) => one.exchange) }));
  },
  otherwise: { untested: 'nothing was requested without a token' },
  assert: ({ asked }, traffic) => expectUnauthenticated(asked, 'A request without a token', traffic),
});

/** A capture may have lost the header of a request that was served; one that got a 401 is what it seems. */
function withoutToken({ data, certainty }: Traffic): readonly DataRequest[] {
  return data.reads.filter(
    ({ exchange }) => exchange.token === '' && (certainty.ownSteps || exchange.status === 401),
  );
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
    traffic.steps('errors/unknown-record-is-404').filter((one) => one.roles('unknown').length > 0),
  otherwise: { untested: 'no resource type was served with a record' },
  assert: ({ role, roles }, { certainty }) => {
    const control = role('control');
    if (!control) undecided('not-exercised', 'no record of this type was requested');
    expectServedControl(control);
    each(roles('unknown'), (one) =>
      expectErrorIfCertain(one, 404, 'A request for an id that does not exist', certainty),
    );
  },
});

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

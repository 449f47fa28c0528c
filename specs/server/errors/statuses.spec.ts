import { type DataRequest, kindOf } from '../../../src/traffic/data-requests.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import {
  conclusiveOf,
  expectConclusive,
  expectControl,
  expectError,
  expectErrorIfCertain,
} from '../../support/responses.ts';
import { claim, each, expect, note, undecided } from '../../support/server.ts';

/** Statuses that follow from the request alone. */

const readsOf = {
  list: 'lists',
  record: 'records by id',
  'second-level path': 'second-level paths',
} as const;

claim('errors/success-is-200', {
  cases: ({ data }) => byName(data.reads, (one) => readsOf[kindOf(one)]),
  otherwise: { untested: 'no read was served a documented record' },
  assert: ({ requests }) =>
    each(requests.map((one) => one.exchange).filter(succeeds), (read) => {
      const { status } = read;
      const message =
        status < 300 ? `A read succeeds with a ${status}, not a 200.` : `A ${status} comes with records.`;
      expect(read, message).to.have.status(200);
    }),
});

/** With a record, or with a status that says so. */
function succeeds(read: ReadExchange): boolean {
  const { status, carriedIds } = read;
  if (status === 200) return read.servesRecords;
  return (status > 200 && status < 300) || (carriedIds.length > 0 && !isMeantToFail(read));
}

/** What requests get that were sent to be refused belongs to the requirements that they were sent for. */
function isMeantToFail({ step }: ReadExchange): boolean {
  return (
    step !== undefined && /^(?:errors|access)\//.test(step.claim) && step.claim !== 'errors/success-is-200'
  );
}

const withoutFault = 'the same path was not served without the fault, so an error proves nothing';

claim('errors/limit-over-10000-is-413', {
  cases: ({ data }) =>
    byName(data.reads.filter(isOverMaximum), ({ exchange, operation }) => {
      return `limit=${exchange.query.get('limit')} of ${operation.path}`;
    }),
  otherwise: { untested: 'no list was requested with a limit over the maximum' },
  assert: ({ requests }, { data }) =>
    each(conclusiveOf(requests), ({ exchange, profile }) => {
      expectConclusive(exchange);
      const isWithin = ({ query }: ReadExchange) => Number(query.get('limit') ?? 1) <= profile.limit.max;
      expectControl(data.servedAt(exchange).some(isWithin), withoutFault);
      expectError(exchange, 413, 'A `limit` over the maximum');
    }),
});

function isOverMaximum({ exchange, operation, profile }: DataRequest): boolean {
  const limit = exchange.query.get('limit') ?? '';
  return operation.paginated && /^\d{1,15}$/.test(limit) && Number(limit) > profile.limit.max;
}

claim('errors/bad-request-is-400', {
  cases: (traffic) => {
    const cases = traffic.steps('errors/bad-request-is-400');
    const faulty = new Set(cases.flatMap((one) => one.exchanges));
    return cases.flatMap(({ name, exchanges: [exchange] }) => {
      if (!exchange) return [];
      const isComparable = traffic.data.servedAt(exchange).some((one) => !faulty.has(one));
      return [{ name, exchange, isComparable }];
    });
  },
  otherwise: { untested: 'no faulty query was sent' },
  assert: ({ name, exchange, isComparable }, { certainty }) => {
    if (exchange.isServed)
      undecided(
        name.startsWith(mayBeCursor) ? 'ambiguous' : 'not-offered',
        'the request is served, and no document says that it cannot be read',
      );
    expectControl(isComparable, withoutFault);
    expectErrorIfCertain(exchange, 400, 'A query that cannot be read', certainty);
  },
});

/** The documents do not say which texts are ids. */
const mayBeCursor = 'a cursor that is no id';

/** Methods that browsers and caches send of themselves, and GET, which every path has. */
const unasserted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

claim('errors/unsupported-is-501', {
  cases: ({ data }) =>
    byName(
      data.all.filter(isUnsupported),
      ({ exchange, operation }) => `${exchange.method} ${operation.path}`,
    ),
  otherwise: { untested: 'no unsupported method was sent' },
  assert: ({ requests }, { exchanges, certainty }) => {
    const isUp = exchanges.some((one) => one.method === 'GET' && one.servesRecords);
    expectControl(isUp, 'no read was served, so an error proves nothing');
    each(conclusiveOf(requests), ({ exchange }) => {
      expectConclusive(exchange);
      const { status, method } = exchange;
      // Open question unsupported-405-or-501: recordings of the real API show other refusals, and a proxy may refuse as well.
      if (!certainty.syntheticData && status !== 501) {
        if (status === 405 || status === 404) return note(`refused with ${status} instead of 501`);
        if (status >= 400) undecided('ambiguous', `refused with ${status}, perhaps by a proxy`);
      }
      expect(
        exchange,
        `A \`${method}\`, which the path does not have, gets a ${status}, not a 501.`,
      ).to.have.status(501);
    });
  },
});

/** What the suite's own guard held back was not sent. */
function isUnsupported({ exchange: { method, failure } }: DataRequest): boolean {
  return !unasserted.has(method) && failure?.kind !== 'refused';
}

interface NamedRequests {
  readonly name: string;
  readonly requests: readonly DataRequest[];
}

function byName(
  requests: readonly DataRequest[],
  nameOf: (request: DataRequest) => string,
): readonly NamedRequests[] {
  return [...Map.groupBy(requests, nameOf)].map(([name, some]) => ({ name, requests: some }));
}

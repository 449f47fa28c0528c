import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { type DataRequest, kindOf, nameOf } from '../../traffic/data-requests.ts';
import { isRefusal } from '../../traffic/good-requests.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';
import { place } from './place.ts';

/**
 * Steps of the category `errors` in captured traffic. The purpose of a request is inferred from its content and from other
 * traffic; an ambiguous request does not become a step.
 */
export function attributeErrors(traffic: Traffic): readonly PlacedStep[] {
  return [
    ...unreadableLimits(traffic),
    ...refusedTokens(traffic),
    ...unknownRecords(traffic),
    ...deletedRecords(traffic),
    ...goodAroundRefused(traffic),
  ];
}

/** A limit that is not a number cannot be read. Other query faults are lost in redaction. */
function unreadableLimits({ data }: Traffic): readonly PlacedStep[] {
  return data.reads
    .filter(
      ({ operation, exchange }) => operation.paginated && /^[a-z]/i.test(exchange.query.get('limit') ?? ''),
    )
    .map(({ exchange }) =>
      place(
        {
          claim: 'errors/bad-request-is-400',
          case: `a limit that is no number (request ${exchange.seq})`,
        },
        exchange,
      ),
    );
}

/** Reads refused for their token. A successful read had a valid token. */
function refusedTokens({ data }: Traffic): readonly PlacedStep[] {
  return data.reads
    .filter(({ exchange }) => exchange.token !== '' && exchange.status === 401)
    .map((one) => place({ claim: 'errors/invalid-token-is-401', case: nameOf(one) }, one.exchange));
}

/** Requested ids that appear in no response, where the token was served other records of the type or of the operation. */
function unknownRecords({ data, exchanges }: Traffic): readonly PlacedStep[] {
  const claim = 'errors/unknown-record-is-404';
  const isUnknown = ({ exchange, params: { id = '' } }: DataRequest) =>
    exchange.status === 404 &&
    !exchanges.some((other) => other !== exchange && other.response?.body.includes(id));
  return data.reads
    .filter(({ params }) => params.id !== undefined)
    .flatMap((one) => {
      if (!isUnknown(one)) return [];
      const { exchange } = one;
      const name = nameOf(one);
      const control = data.reads.find(
        (other) =>
          (nameOf(other) === name || (kindOf(one) === 'record' && typeOf(other) === typeOf(one))) &&
          other.exchange.token === exchange.token &&
          other.exchange.servesRecords,
      );
      if (!control) return [];
      return [
        place({ claim, case: name, role: 'control' }, control.exchange),
        place({ claim, case: name, role: 'unknown' }, exchange),
      ];
    });
}

function typeOf({ operation }: DataRequest): string {
  return operation.path.split('/')[1] ?? '';
}

/** Records that an event reported as deleted, requested later by the same token. */
function deletedRecords({ data }: Traffic): readonly PlacedStep[] {
  const claim = 'errors/deleted-record-is-404';
  const keyOf = ({ token }: ReadExchange, id: string) => `${token}\n${id}`;
  const requests = Map.groupBy(data.reads, ({ exchange, params: { id = '' } }) => keyOf(exchange, id));
  return data.reads.flatMap(({ exchange: report, operation }) => {
    if (operation.path !== '/events' && operation.path !== '/events/{id}') return [];
    return recordsIn(report)
      .flatMap(deletionIn)
      .flatMap(({ type, id }) => {
        const read = requests
          .get(keyOf(report, id))
          ?.find(({ exchange }) => exchange.seq > report.seq && exchange.pathname.endsWith(`/${id}`));
        if (!read) return [];
        const name = `${type} (request ${read.exchange.seq})`;
        return [
          place({ claim, case: name, role: 'report' }, report),
          place({ claim, case: name, role: 'after' }, read.exchange),
        ];
      });
  });
}

/** The records of a list or a single one, as documented. */
function recordsIn({ page, record }: ReadExchange): readonly Members[] {
  return page?.items.map((item) => item.record) ?? (record ? [record] : []);
}

/** Type and id of the record, where an event reports a deletion: `students.deleted`. */
function deletionIn({ type, data }: Members): readonly { readonly type: string; readonly id: string }[] {
  const [resource = '', action] = typeof type === 'string' ? type.split('.') : [];
  const object = isObject(data) && isObject(data.object) ? data.object : undefined;
  if (action !== 'deleted' || typeof object?.id !== 'string') return [];
  return [{ type: resource, id: object.id }];
}

/** The same served request of one token before and after refused ones. */
function goodAroundRefused({ exchanges }: Traffic): readonly PlacedStep[] {
  const claim = 'errors/error-is-side-effect-free';
  const latest = new Map<string, ReadExchange>();
  const lastRefusal = new Map<string, number>();
  return exchanges.flatMap((after) => {
    if (isRefusal(after)) lastRefusal.set(after.token, after.seq);
    if (after.method !== 'GET' || !after.isServed) return [];
    const { origin, path } = after.request;
    const key = [after.token, origin, path].join('\n');
    const before = latest.get(key);
    latest.set(key, after);
    if (!before || (lastRefusal.get(after.token) ?? -1) < before.seq) return [];
    const name = `request ${after.seq}` as const;
    return [
      place({ claim, case: name, role: 'before' }, before),
      place({ claim, case: name, role: 'good' }, after),
    ];
  });
}

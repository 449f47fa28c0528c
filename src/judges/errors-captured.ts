import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import { type CaseOutcome, judged, undecided } from '../outcome.ts';
import { controlOf, dataAddressOf, isServed, servesRecords } from './answers.ts';
import { eventsOf } from './events-material.ts';
import type { JudgeContext } from './judge.ts';
import { describeAnswer, isText, tokenOf } from './material.ts';

/**
 * Refusals in captured traffic. Nobody says there what a request was meant for, so each is told by what was sent and by what else was
 * seen; whatever has another explanation stays open.
 */

/** A limit that is no number cannot be read. Other faults of a query leave no trace in what is redacted. */
export function capturedBadRequests(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  return exchanges.flatMap((one): readonly CaseOutcome[] => {
    const limit = queryOf(one).get('limit') ?? '';
    const paginated = one.request.method === 'GET' && dataAddressOf(one, context)?.operation.paginated;
    if (!paginated || !/^[a-z]/i.test(limit)) return [];
    const name = `a limit that is no number (request ${one.seq})`;
    if (isServed(one))
      return [
        undecided(
          name,
          'inapplicable',
          'the server serves such a request, and no document says that it cannot be read',
        ),
      ];
    if (one.response?.status !== 400)
      return [undecided(name, 'cantTell', `answered with ${describeAnswer(one)}`)];
    return controlOf(one, exchanges)
      ? [judged(name, [])]
      : [undecided(name, 'cantTell', 'the same list was not served without the fault')];
  });
}

/** Reads that a token was sent with, and that were refused for it. */
export function refusedTokens(exchanges: readonly Exchange[], context: JudgeContext): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      one.request.method === 'GET' &&
      tokenOf(one) !== '' &&
      one.response?.status === 401 &&
      dataAddressOf(one, context) !== undefined,
  );
}

/** Ids that stand in no answer, asked for where other records of the type were served. */
export function capturedUnknown(
  types: readonly string[],
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  return types.map((type) => {
    const own = exchanges.filter((one) => dataAddressOf(one, context)?.operation.path.split('/')[1] === type);
    const unknown = own.filter((one) => {
      const found = dataAddressOf(one, context);
      const id = found?.params.id ?? '';
      if (one.request.method !== 'GET' || found?.operation.path !== `/${type}/{id}`) return false;
      return (
        one.response?.status === 404 &&
        !exchanges.some((other) => other !== one && other.response?.body.includes(id))
      );
    });
    const isControlled = unknown.some((one) =>
      own.some((other) => tokenOf(other) === tokenOf(one) && servesRecords(other)),
    );
    if (isControlled) return judged(type, []);
    return undecided(type, 'inapplicable', 'no id of this type that nobody knows was asked for');
  });
}

/** Records that an event told to be deleted, asked for later by the same token. */
export function capturedDeleted(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  const gone = eventsOf(exchanges, context).filter(
    ({ action, object }) => action === 'deleted' && isText(object?.id),
  );
  return gone.flatMap(({ exchange, object, resource }): readonly CaseOutcome[] => {
    const id = String(object?.id);
    const asked = exchanges.find(
      (one) =>
        one.seq > exchange.seq &&
        one.request.method === 'GET' &&
        tokenOf(one) === tokenOf(exchange) &&
        pathnameOf(one).endsWith(`/${id}`),
    );
    if (!asked) return [];
    const name = `${resource} (request ${asked.seq})`;
    if (asked.response?.status === 404) return [judged(name, [])];
    return [
      undecided(name, 'cantTell', `answered with ${describeAnswer(asked)}; it may have been there again`),
    ];
  });
}

/** The same good request of one token before and after refused ones. */
export interface Around {
  readonly before: Exchange;
  readonly after: Exchange;
  readonly refused: readonly Exchange[];
}

export function aroundRefusals(
  exchanges: readonly Exchange[],
  isRefusal: (one: Exchange) => boolean,
): readonly Around[] {
  const latest = new Map<string, Exchange>();
  return exchanges.flatMap((after): readonly Around[] => {
    if (after.request.method !== 'GET' || !isServed(after)) return [];
    const { origin, path } = after.request;
    const key = [tokenOf(after), origin, path].join('\n');
    const before = latest.get(key);
    latest.set(key, after);
    if (!before) return [];
    const refused = exchanges.filter(
      (one) =>
        one.seq > before.seq && one.seq < after.seq && tokenOf(one) === tokenOf(after) && isRefusal(one),
    );
    return refused.length > 0 ? [{ before, after, refused }] : [];
  });
}

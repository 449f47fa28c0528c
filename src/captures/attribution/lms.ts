import type { ClaimStep } from '../../../contracts/steps/index.ts';
import type { LifecycleStep } from '../../../contracts/steps/lms.ts';
import { isSameValue } from '../../traffic/lms/fields.ts';
import {
  isSuccess,
  pathBelowVersion,
  pathCreatedBy,
  recordOf,
  sentBody,
} from '../../traffic/lms/responses.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** A captured exchange labelled with the step of a probe. */
export type LabelledExchange = ClaimStep & { readonly exchange: ReadExchange };

/** A later read (milliseconds) may show a change by another client. */
const soonMs = 60_000;

const createPath = /\/sections\/[^/]+\/assignments$/;
const assignmentPath = /\/sections\/[^/]+\/assignments\/[^/]+$/;
const submissionPath = /\/submissions\/[^/]+$/;

/**
 * Steps of the category `lms` in captured traffic: lifecycles of assignments, grades and the reads of them, refused writes between
 * two reads, and requests under other versions. A read counts for a write only if it follows soon.
 */
export function attributeLms({ exchanges, profiles }: Traffic): readonly PlacedStep[] {
  const prefixes = profiles.filter((one) => one.kind === 'lms').map((one) => one.prefix);
  return [
    ...lifecycles(exchanges),
    ...grades(exchanges),
    ...refusedWrites(exchanges),
    ...underOtherVersions(exchanges, prefixes),
  ];
}

function lifecycles(exchanges: readonly ReadExchange[]): readonly LabelledExchange[] {
  const creates = exchanges.filter(
    (one) => one.method === 'POST' && createPath.test(one.pathname) && recordOf(one),
  );
  return creates.flatMap((create, index) => {
    const path = pathCreatedBy(create);
    // A test server that was reset assigns the same ids again.
    const again = creates.find((one) => one.seq > create.seq && pathCreatedBy(one) === path);
    const own = exchanges.filter(
      (one) =>
        one.seq > create.seq &&
        one.seq < (again?.seq ?? Number.POSITIVE_INFINITY) &&
        one.pathname === path &&
        one.token === create.token,
    );
    const change = own.find((one) => one.method === 'PATCH' && isSuccess(one));
    const deletion = own.find((one) => one.method === 'DELETE' && isSuccess(one));
    const steps: readonly (readonly [LifecycleStep, ReadExchange | undefined])[] = [
      ['create', create],
      ['read', readAfter(create, own)],
      ['change', change],
      ['read after the change', change && readAfter(change, own)],
      ['delete', deletion],
      ['look for it', deletion && unlessCreatedAgain(readAfter(deletion, own), exchanges)],
    ];
    return steps.flatMap(([step, exchange]): readonly LabelledExchange[] =>
      exchange
        ? [{ claim: 'lms/create-read-update-delete', case: `assignment ${index + 1}, ${step}`, exchange }]
        : [],
    );
  });
}

/** A grade is a regrade if an earlier update of the same submission sent other values. */
function grades(exchanges: readonly ReadExchange[]): readonly LabelledExchange[] {
  const updates = exchanges.filter(
    (one) => one.method === 'PATCH' && submissionPath.test(one.pathname) && isSuccess(one),
  );
  return updates.flatMap((update, index): readonly LabelledExchange[] => {
    const own = exchanges.filter((one) => one.request.path === update.request.path);
    const before = updates.findLast(
      (one) => one.seq < update.seq && one.request.path === update.request.path,
    );
    const isRegrade = before !== undefined && !isSameValue(sentBody(before), sentBody(update));
    const claim = isRegrade ? 'lms/regrade-overwrites' : 'lms/grade-passback';
    const read = readAfter(update, own);
    return [
      { claim, case: `grade ${index + 1}`, role: 'update', exchange: update },
      ...(read ? [{ claim, case: `grade ${index + 1}`, role: 'read', exchange: read } as const] : []),
    ];
  });
}

/** A refused write between two reads of the same assignment, with no other successful write between them. */
function refusedWrites(exchanges: readonly ReadExchange[]): readonly LabelledExchange[] {
  const claim = 'lms/failed-write-changes-nothing';
  const own = exchanges.filter((one) => assignmentPath.test(one.pathname));
  return [...Map.groupBy(own, (one) => one.request.path).values()].flatMap((some) =>
    some.flatMap((write, at): readonly LabelledExchange[] => {
      if (!isRefusedWrite(write)) return [];
      const before = some.slice(0, at).findLast((one) => !isRefusedWrite(one));
      const after = some.slice(at + 1).find((one) => !isRefusedWrite(one));
      if (!before || !after || !isRead(before) || !isRead(after) || !isSoon(write, after)) return [];
      const name = `${write.method} (request ${write.seq})` as const;
      return [
        { claim, case: name, role: 'before', exchange: before },
        { claim, case: name, role: 'write', exchange: write },
        { claim, case: name, role: 'after', exchange: after },
      ];
    }),
  );
}

function isRefusedWrite({ method, status }: ReadExchange): boolean {
  return method !== 'GET' && status >= 400 && status < 500 && status !== 429;
}

/** Requests for paths that only LMS Connect has, under the version of another API. A refused token proves nothing. */
function underOtherVersions(
  exchanges: readonly ReadExchange[],
  prefixes: readonly string[],
): readonly LabelledExchange[] {
  return exchanges.flatMap((one): readonly LabelledExchange[] => {
    const isOther =
      /^\/sections\/[^/]+\/assignments(?:\/|$)/.test(pathBelowVersion(one)) &&
      /^\/v\d/.test(one.pathname) &&
      !prefixes.some((prefix) => one.pathname.startsWith(`${prefix}/`)) &&
      !isTokenRefused(one);
    if (!isOther) return [];
    const name = `${one.method} (request ${one.seq})` as const;
    return [{ claim: 'lms/served-on-v3.1-only', case: name, role: 'asked', exchange: one }];
  });
}

/**
 * A read of a deleted assignment, unless it returns a record that was never seen before: test servers that were reset
 * create other records with the same id.
 */
export function unlessCreatedAgain(
  read: ReadExchange | undefined,
  exchanges: readonly ReadExchange[],
): ReadExchange | undefined {
  const record = recordOf(read);
  if (!read || !record) return read;
  const text = JSON.stringify(record);
  const isKnown = exchanges.some((one) => one.seq < read.seq && JSON.stringify(recordOf(one)) === text);
  return isKnown ? read : undefined;
}

/** The first read after a write, if it follows soon and no other write comes before it. */
function readAfter(write: ReadExchange, own: readonly ReadExchange[]): ReadExchange | undefined {
  const next = own.find((one) => one.seq > write.seq);
  // The token may have expired.
  return next?.method === 'GET' && isSoon(write, next) && !isTokenRefused(next) ? next : undefined;
}

function isTokenRefused({ status }: ReadExchange): boolean {
  return status === 401 || status === 403;
}

function isRead(one: ReadExchange): boolean {
  return one.method === 'GET' && recordOf(one) !== undefined;
}

function isSoon(write: ReadExchange, read: ReadExchange): boolean {
  return read.request.sentAtMs - write.request.sentAtMs <= soonMs;
}

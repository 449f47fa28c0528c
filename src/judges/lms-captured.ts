import { type Exchange, pathnameOf } from '../exchange.ts';
import { isSuccess, pathBelowVersion, recordIn, sentBody } from './lms-material.ts';
import { tokenOf } from './material.ts';

/**
 * Finds in captured traffic what a prober would have done on purpose: the life of an assignment, grades and what is read of them.
 * A look counts for a write only where it follows soon after, since others work on the same things.
 */

/** A look that comes later may show what somebody else has done. */
const soonMs = 60_000;

const createPath = /\/sections\/[^/]+\/assignments$/;
const assignmentPath = /\/sections\/[^/]+\/assignments\/[^/]+$/;
const submissionPath = /\/submissions\/[^/]+$/;

/** The steps of the life of each assignment that was created, by the names that a prober gives them. */
export function livesInTraffic(
  exchanges: readonly Exchange[],
): readonly ReadonlyMap<string, readonly Exchange[]>[] {
  const creates = exchanges.filter(
    (one) => one.request.method === 'POST' && createPath.test(pathnameOf(one)) && recordIn(one),
  );
  return creates.map((create) => {
    const path = pathCreatedBy(create);
    // A test server that was set back gives the same ids once more.
    const again = creates.find((one) => one.seq > create.seq && pathCreatedBy(one) === path);
    const own = exchanges.filter(
      (one) =>
        one.seq > create.seq &&
        one.seq < (again?.seq ?? Number.POSITIVE_INFINITY) &&
        pathnameOf(one) === path &&
        tokenOf(one) === tokenOf(create),
    );
    const change = own.find((one) => one.request.method === 'PATCH' && isSuccess(one));
    const gone = own.find((one) => one.request.method === 'DELETE' && isSuccess(one));
    const steps: readonly (readonly [string, Exchange | undefined])[] = [
      ['create', create],
      ['read', lookAfter(create, own)],
      ['change', change],
      ['read after the change', change && lookAfter(change, own)],
      ['delete', gone],
      ['look for it', gone && notReborn(lookAfter(gone, own), exchanges)],
    ];
    return new Map(steps.flatMap(([name, one]) => (one ? [[name, [one]] as const] : [])));
  });
}

/** Where the assignment of a create is read. */
export function pathCreatedBy(create: Exchange): string {
  return `${pathnameOf(create)}/${String(recordIn(create)?.id)}`;
}

/** Grades that were passed, with the grade of the same submission before, and what was read after each. */
export interface PassedGrade {
  readonly update: Exchange;
  readonly read: Exchange | undefined;
  /** An update before it that passed something else, and was read. */
  readonly isAgain: boolean;
}

export function gradesInTraffic(exchanges: readonly Exchange[]): readonly PassedGrade[] {
  const updates = exchanges.filter(
    (one) => one.request.method === 'PATCH' && submissionPath.test(pathnameOf(one)) && isSuccess(one),
  );
  return updates.map((update) => {
    const own = exchanges.filter((one) => one.request.path === update.request.path);
    const before = updates.findLast(
      (one) => one.seq < update.seq && one.request.path === update.request.path,
    );
    return {
      update,
      read: lookAfter(update, own),
      isAgain: before !== undefined && JSON.stringify(sentBody(before)) !== JSON.stringify(sentBody(update)),
    };
  });
}

/** A refused write between two looks at the same assignment, with nothing else between that succeeded. */
export interface RefusedWrite {
  readonly before: Exchange;
  readonly write: Exchange;
  readonly after: Exchange;
}

export function refusedWritesInTraffic(exchanges: readonly Exchange[]): readonly RefusedWrite[] {
  const own = exchanges.filter((one) => assignmentPath.test(pathnameOf(one)));
  return [...Map.groupBy(own, (one) => one.request.path).values()].flatMap((some) =>
    some.flatMap((write, at): readonly RefusedWrite[] => {
      if (!isRefusedWrite(write)) return [];
      const before = some.slice(0, at).findLast((one) => !isRefusedWrite(one));
      const after = some.slice(at + 1).find((one) => !isRefusedWrite(one));
      return before && after && isLook(before) && isLook(after) && isSoon(write, after)
        ? [{ before, write, after }]
        : [];
    }),
  );
}

function isRefusedWrite({ request, response }: Exchange): boolean {
  const status = response?.status ?? 0;
  return request.method !== 'GET' && status >= 400 && status < 500 && status !== 429;
}

/** Requests for what only LMS Connect has, under the version of another API. */
export function underOtherVersions(
  exchanges: readonly Exchange[],
  prefixes: readonly string[],
): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      /^\/sections\/[^/]+\/assignments(?:\/|$)/.test(pathBelowVersion(one)) &&
      /^\/v\d/.test(pathnameOf(one)) &&
      !prefixes.some((prefix) => pathnameOf(one).startsWith(`${prefix}/`)) &&
      ![401, 403].includes(one.response?.status ?? 0),
  );
}

/**
 * A look at what was deleted, unless it shows a record that was never there before: then somebody made a new one under the same
 * id, as test servers do that are set back.
 */
export function notReborn(look: Exchange | undefined, exchanges: readonly Exchange[]): Exchange | undefined {
  const record = look && recordIn(look);
  if (!record) return look;
  const text = JSON.stringify(record);
  const isKnown = exchanges.some((one) => one.seq < look.seq && JSON.stringify(recordIn(one)) === text);
  return isKnown ? look : undefined;
}

/** The first look after a write, if it comes soon and no other write comes before it. */
function lookAfter(write: Exchange, own: readonly Exchange[]): Exchange | undefined {
  const next = own.find((one) => one.seq > write.seq);
  if (next?.request.method !== 'GET' || !isSoon(write, next)) return undefined;
  // The token may have come to its end.
  return [401, 403].includes(next.response?.status ?? 0) ? undefined : next;
}

function isLook(one: Exchange): boolean {
  return one.request.method === 'GET' && recordIn(one) !== undefined;
}

function isSoon(write: Exchange, look: Exchange): boolean {
  return look.request.sentAtMs - write.request.sentAtMs <= soonMs;
}

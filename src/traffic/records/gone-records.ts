import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';

type GoneStep = StepCase<'errors/deleted-record-is-404'> | StepCase<'errors/unshared-record-is-404'>;

/** A record that was served and then went away, and the requests that look for it since. */
export interface GoneRecord {
  readonly name: string;
  /** `undefined` where the record was not served before. */
  readonly id: string | undefined;
  /** By its id, and below it; each was served before. */
  readonly byId: readonly ReadExchange[];
  /** Lists that had the record before. */
  readonly lists: readonly ReadExchange[];
}

/** What a case shows of a record that went away. */
export function goneRecord({ name, roles }: GoneStep): GoneRecord {
  const after = roles('after');
  if (roles('report').length > 0)
    return { name, id: after[0]?.pathname.split('/').at(-1), byId: after, lists: [] };
  const before = roles('before');
  const recordId = before[0]?.record?.id;
  const id = typeof recordId === 'string' ? recordId : undefined;
  const earlier = (one: ReadExchange) => before.find((other) => other.request.path === one.request.path);
  if (id === undefined) return { name, id, byId: [], lists: [] };
  const isBelow = (one: ReadExchange) => one.pathname.includes(`/${id}/`) && earlier(one)?.isServed === true;
  return {
    name,
    id,
    byId: after.filter((one) => typeof earlier(one)?.record?.id === 'string' || isBelow(one)),
    lists: after.filter((one) => earlier(one)?.page?.items.some((item) => item.id === id)),
  };
}

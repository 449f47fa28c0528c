import { sharedSections } from '../../../contracts/relations.ts';
import type { Members } from '../../exchange.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { recordOf } from './responses.ts';

/** The section in the path of a request, as the Data API showed it last before. */
export function sectionOf(request: ReadExchange, exchanges: readonly ReadExchange[]): Members | undefined {
  const id = request.addressed?.params.section_id;
  return exchanges
    .filter((one) => one.seq < request.seq && one.addressed?.operation.path === sharedSections)
    .flatMap((one) => one.carriedRecords)
    .findLast((one) => one.id === id);
}

/**
 * Whether an LMS may have the section in a path and the one in which the assignment in it was created as one course: unless both
 * are known, and have no teacher in common.
 */
export function mayBeJoined(request: ReadExchange, exchanges: readonly ReadExchange[]): boolean {
  const id = request.addressed?.params.assignment_id;
  const created = exchanges.find((one) => one.method === 'POST' && recordOf(one)?.id === id);
  // A teacher has another id in another version of the Data API.
  const versions = Map.groupBy(exchanges, (one) => one.addressed?.profile);
  const known = [...versions.values()].flatMap((some) => {
    const [here = [], there = []] = [request, created].map((one) =>
      textsIn(one && sectionOf(one, some)?.teachers),
    );
    return here.length === 0 || there.length === 0 ? [] : [here.some((teacher) => there.includes(teacher))];
  });
  return known.length === 0 || known.includes(true);
}

/** The texts of a list; none if it is not a list. */
export function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

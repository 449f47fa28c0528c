import type { OperationModel } from '../../../openapi/model-types.ts';
import { withId } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { isBareList } from '../../traffic/list-page.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { sampleAll } from './reader.ts';

/** The largest limit that the description has for them. */
const largest = 1000;
/** Owners whose lists are read to find one with entries. */
const maxOwners = 3;
const maxPages = 4;

/** Lists of entries without ids, such as attendance: whole, in small pages, back, with each filter, and whole again. */
export const attendanceProbe: Probe = {
  name: 'data/attendance',
  api: 'data',
  provokes: ['pagination/attendance-paginates', 'data/attendance-owner', 'data/attendance-filters'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    // The last first: sections have short lists.
    const lists = actor.api.operations.filter(isBareList).reverse();
    for (const operation of actor.pick(lists, 1)) {
      const owners = (samples.get(operation.path.split('/')[2] ?? '') ?? []).map(({ id }) => String(id));
      for (const id of owners.slice(0, maxOwners)) {
        const path = withId(operation.path, id);
        const whole = await readWhole(actor, path, operation);
        if (whole.length < 2) continue;
        await page(actor, path, operation, whole.length);
        await filter(actor, path, operation, whole);
        await readWhole(actor, path, operation);
        break;
      }
    }
  },
};

async function readWhole(actor: Actor, path: string, operation: OperationModel) {
  const pages = await actor.walk(`${path}?limit=${largest}`, { maxPages, step: pagingStep(operation) });
  return pages.flatMap(entriesIn);
}

/** In two pages and more, and back from the last one. */
async function page(actor: Actor, path: string, operation: OperationModel, count: number): Promise<void> {
  const step = pagingStep(operation);
  const few = Math.floor(Math.min(count, largest) / 2) + 1;
  for (const limit of actor.pick([few, Math.ceil(Math.min(count, largest) / 3)], 1)) {
    const pages = await actor.walk(`${path}?limit=${limit}`, { maxPages, step });
    const last = pages.findLast((one) => entriesIn(one).length > 0);
    if (last && pages.length > 1 && actor.depth === 'full')
      await actor.walk(last.request.path, { rel: 'prev', maxPages, step });
  }
}

async function filter(
  actor: Actor,
  path: string,
  { path: name, record }: OperationModel,
  entries: readonly Members[],
): Promise<void> {
  const step = { claim: 'data/attendance-filters', case: name as `/${string}` } as const;
  for (const [param, { field, keeps }] of Object.entries(actor.api.choices.entryFilters)) {
    const days = [
      ...new Set(entries.map((one) => one[field]).filter((one) => typeof one === 'string')),
    ].sort();
    const listed = actor.api.schemas[record]?.fields[field]?.enum ?? [];
    // The middle one: a filter that is ignored shows on either side of it.
    const asked = keeps === 'equal' ? listed : days.slice(Math.floor(days.length / 2)).slice(0, 1);
    // In a full run also in pages so small that the filter has to be kept from one to the next.
    const limits = actor.pick([largest, Math.min(largest, Math.ceil(entries.length / 3))], 1);
    for (const value of asked)
      for (const limit of limits)
        await actor.walk(`${path}?${param}=${encodeURIComponent(value)}&limit=${limit}`, { maxPages, step });
  }
}

function entriesIn({ entries = [] }: ReadExchange): readonly Members[] {
  return entries.filter(isObject);
}

function pagingStep({ path }: OperationModel): ProbeStep {
  return { claim: 'pagination/attendance-paginates', case: path as `/${string}` };
}

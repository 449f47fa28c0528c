import { profiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Members, pathnameOf } from '../../exchange.ts';
import type { Actor, ProbeStep } from '../../probes/probe.ts';
import { hasNext, idOf, idsIn, linkedPath } from '../../probes/responses.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Setting } from '../command.ts';

/** A list that commands read: its template, and the path of one instance. */
export interface KnownList {
  /** `/students`, `/schools/{id}/students`. */
  readonly template: string;
  /** Below the prefix, without a query. */
  readonly path: string;
  /** Its known ids, in the order in which they were served. */
  readonly ids: readonly string[];
}

const paginated = apiFor(profiles[0]).operations.filter((one) => one.paginated);
const templates = [...new Set(paginated.map((one) => one.path))];

/** Lists at the top of the API. The longest are first, where most faults can show. */
export const topLists: readonly string[] = [
  '/students',
  '/teachers',
  '/sections',
  ...templates.filter((one) => !one.includes('{')),
].filter((one, at, all) => templates.includes(one) && all.indexOf(one) === at);

export const nestedLists: readonly string[] = templates.filter((one) => one.includes('{'));

type Role = 'whole' | 'forth' | 'back';

/** The step of a request for a list: it makes the request part of that list, whatever asked for it. */
export function listStep(template: string, role: Role): ProbeStep {
  const claim = template.includes('{') ? 'pagination/nested-lists-paginate' : 'pagination/next-walk-complete';
  return { claim, case: template, role };
}

/** For one parent: a token may see a few hundred records below it. */
const maxParents = 3;

/** Reads the first page of a list and, unless it is whole, the largest page; once in a sequence. */
export async function knowList(setting: Setting, template: string, at = 0): Promise<KnownList | undefined> {
  const { data, known } = setting;
  const paths = template.includes('{') ? await instancesOf(data, template, at) : [template];
  let best: KnownList | undefined;
  for (const path of paths) {
    const ids = known.get(path) ?? (await readIds(data, template, path));
    known.set(path, ids);
    if (!best || ids.length > best.ids.length) best = { template, path, ids };
    if (best.ids.length > 2) break;
  }
  return best && best.ids.length > 0 ? best : undefined;
}

async function readIds(actor: Actor, template: string, path: string): Promise<readonly string[]> {
  const step = listStep(template, 'whole');
  const first = await actor.send({ path, step });
  if (!hasNext(first)) return idsIn(first);
  const all = await actor.send({ path: `${path}?limit=${actor.profile.limit.max}`, step });
  return idsIn(all).length > idsIn(first).length ? idsIn(all) : idsIn(first);
}

/** Parents to try: those whose records list the most relations first, beginning at a turn. */
async function instancesOf(actor: Actor, template: string, at: number): Promise<readonly string[]> {
  const [, collection = '', , relation = ''] = template.split('/');
  const records = await actor.sample(collection);
  const countOf = (record: Members) => (Array.isArray(record[relation]) ? record[relation].length : 0);
  const ids = records
    .toSorted((a, b) => countOf(b) - countOf(a))
    .flatMap((record) => idOf(record) ?? [])
    .filter((id) => /^[\w-]{1,100}$/.test(id));
  const from = ids.length === 0 ? 0 : at % Math.min(ids.length, maxParents);
  return ids.slice(from, from + maxParents).map((id) => template.replace('{id}', id));
}

/** Follows links from a page that was already read. */
export async function follow(
  actor: Actor,
  page: ReadExchange,
  rel: 'next' | 'prev',
  { pages, step }: { readonly pages: number; readonly step: ProbeStep },
): Promise<ReadExchange> {
  let last = page;
  const seen = new Set([page.request.path]);
  for (let count = 0; count < pages; count++) {
    const path = linkTo(last, rel);
    if (path === undefined || seen.has(path)) break;
    seen.add(path);
    last = await actor.send({ path, step });
  }
  return last;
}

/** Where a link of a page leads, if it may be followed. */
export function linkTo(page: ReadExchange, rel: 'next' | 'prev'): string | undefined {
  return linkedPath(page, rel, { origin: page.request.origin, collectionPath: pathnameOf(page) });
}

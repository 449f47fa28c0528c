import { idsIn as relatedIn } from '../../../contracts/relations.ts';
import { type Api, ownerIn } from '../../api.ts';
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

/** Lists at the top of the API. The longest are first, where most faults can show. */
export function topLists(api: Api): readonly string[] {
  const templates = templatesOf(api).filter((one) => !one.includes('{'));
  return [...new Set([...api.choices.long.map((one) => `/${one}`), ...templates])].filter((one) =>
    templates.includes(one),
  );
}

export function nestedLists(api: Api): readonly string[] {
  return templatesOf(api).filter((one) => one.includes('{'));
}

/** Lists that are likely to be known as a whole after one request. */
export function shortLists({ choices }: Api): readonly string[] {
  const names = [...choices.changing, ...choices.short].filter((one) => one !== choices.main);
  return [...new Set(names)].map((one) => `/${one}`);
}

function templatesOf({ operations }: Api): readonly string[] {
  return [...new Set(operations.filter((one) => one.paginated).map((one) => one.path))];
}

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
  const { relations } = actor.api;
  const fields =
    relations.direct.find((one) => one.path === template && one.named === 'parent')?.fields ?? [];
  const records = await actor.sample(ownerIn(template));
  const countOf = (record: Members) => relatedIn(record, fields).length;
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

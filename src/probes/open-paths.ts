import { model } from '../../generated/model.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { pathFor, sampleAll } from './data.ts';
import type { Actor } from './probe.ts';
import { sendUntilServed } from './served.ts';

/** A read operation, and a path of it that the target's own token should be served. */
export interface OpenPath {
  readonly operation: OperationModel;
  /** Below the prefix, without a query: `/students/5f…/sections`. */
  readonly path: `/${string}`;
  /** `GET /students/{id}/sections`: names a case. */
  readonly name: `GET /${string}`;
}

/** What a quick run requests: each kind of path, and the records of persons, come first. */
const first = [
  '/students',
  '/students/{id}',
  '/sections/{id}/students',
  '/contacts',
  '/teachers/{id}',
  '/students/{id}/contacts',
  '/events',
  '/schools/{id}/teachers',
  '/sections',
  '/contacts/{id}',
  '/sections/{id}/term',
  '/districts',
];

/** A path for every read operation for which the samples have an id, the most telling ones first. */
async function knownPaths(actor: Actor): Promise<readonly OpenPath[]> {
  const samples = await sampleAll(actor);
  const rankOf = ({ path }: OperationModel) => first.indexOf(path);
  const [leading, others] = [[] as OpenPath[], [] as OpenPath[]];
  for (const operation of model.operations) {
    if (operation.document !== actor.profile.document || operation.method !== 'GET') continue;
    const path = pathFor(operation, samples)?.split('?', 1)[0] as OpenPath['path'] | undefined;
    if (path === undefined) continue;
    const one = { operation, path, name: `GET /${operation.path.slice(1)}` } as const;
    (first.includes(operation.path) ? leading : others).push(one);
  }
  return [...leading.sort((a, b) => rankOf(a.operation) - rankOf(b.operation)), ...others];
}

/** Whether a path has an id in it: of a record, or of the parent of what is below it. */
export function hasId({ operation }: OpenPath): boolean {
  return operation.path.includes('{id}');
}

/** The path with another id: `/students/fff…/sections`. */
export function withId({ operation }: OpenPath, id: string): `/${string}` {
  return operation.path.replace('{id}', id) as `/${string}`;
}

/**
 * The paths that are served: what a refused request is compared with. In a full run all of them, and each is requested, so that
 * every operation is read several times; in a quick run the first `few`, and only what was not served before is requested.
 */
export async function openPaths(actor: Actor, few: number): Promise<readonly OpenPath[]> {
  const open: OpenPath[] = [];
  for (const one of await knownPaths(actor)) {
    const { operation, path, name } = one;
    if (actor.depth === 'quick' && open.length === few) break;
    if (actor.depth === 'full' || !actor.hasServed(path))
      await sendUntilServed(actor, {
        path: path + (operation.paginated ? '?limit=1' : ''),
        step: { claim: 'errors/missing-token-is-401', case: name, role: 'control' },
      });
    if (actor.hasServed(path)) open.push(one);
  }
  return open;
}

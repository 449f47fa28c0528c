import { unjudgedPaths } from '../../contracts/versions.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { withId } from '../api.ts';
import { pathFor } from './data/data.ts';
import { type Samples, sampleAll } from './data/reader.ts';
import type { Actor, ActorRequest } from './probe.ts';
import { sendUntilServed } from './served.ts';

/** A read operation, and a path of it that the target's own token should be served. */
export interface OpenPath {
  readonly operation: OperationModel;
  /** Below the prefix, without a query: `/students/5f…/sections`. */
  readonly path: `/${string}`;
  /** `GET /students/{id}/sections`: names a case. */
  readonly name: `GET /${string}`;
}

/** A path for every read operation for which the samples have an id, the most telling ones first. */
export function pathsOfSamples(actor: Actor, samples: Samples): readonly OpenPath[] {
  const first: readonly string[] = actor.api.choices.paths;
  const rankOf = ({ path }: OperationModel) => first.indexOf(path);
  const [leading, others] = [[] as OpenPath[], [] as OpenPath[]];
  for (const operation of actor.api.operations) {
    if (operation.method !== 'GET' || unjudgedPaths.includes(operation.path)) continue;
    const path = pathFor(operation, samples, actor.api)?.split('?', 1)[0] as OpenPath['path'] | undefined;
    if (path === undefined) continue;
    const one = { operation, path, name: `GET /${operation.path.slice(1)}` } as const;
    (first.includes(operation.path) ? leading : others).push(one);
  }
  return [...leading.sort((a, b) => rankOf(a.operation) - rankOf(b.operation)), ...others];
}

/** Whether a path has an id in it: of a record, or of the parent of what is below it. */
export function hasId({ operation }: OpenPath): boolean {
  return operation.path.includes('{');
}

/** The path with another id: `/students/fff…/sections`. */
export function withAnother({ operation }: OpenPath, id: string): `/${string}` {
  return withId(operation.path, id);
}

/** The step of a request for a path as it is to be served. */
type ControlStep = (path: OpenPath) => NonNullable<ActorRequest['step']>;

/**
 * The paths that are served to the target's own token: what a refused request is compared with. In a full run all of them, in a
 * quick one the first `few`. What was not served before is requested.
 */
export async function openPaths(
  actor: Actor,
  few: number,
  controlStep: ControlStep,
): Promise<readonly OpenPath[]> {
  const open: OpenPath[] = [];
  for (const known of pathsOfSamples(actor, await sampleAll(actor))) {
    if (actor.depth === 'quick' && open.length === few) break;
    // A quick run takes what was served to another probe.
    const path = actor.depth === 'quick' ? actor.servedAs(known.operation) : undefined;
    const one = path === undefined ? known : { ...known, path };
    if (!actor.hasServed(one.path)) await requestOpen(actor, one, controlStep);
    if (actor.hasServed(one.path)) open.push(one);
  }
  return open;
}

/** Requests a path as it is to be served. */
export async function requestOpen(actor: Actor, one: OpenPath, controlStep: ControlStep): Promise<void> {
  const query = one.operation.paginated ? '?limit=1' : '';
  await sendUntilServed(actor, { path: one.path + query, step: controlStep(one) });
}

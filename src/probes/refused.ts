import type { Choices } from '../../contracts/choices.ts';
import { malformedIds, unknownId } from '../../contracts/made-up-ids.ts';
import type { StepOf } from '../../contracts/steps/index.ts';
import { ownerIn } from '../api.ts';
import { hasId, type OpenPath, withAnother } from './open-paths.ts';
import type { Actor, ActorRequest } from './probe.ts';

/** Requests that must be refused, by what is wrong with them. In a full run every operation gets each of them. */

/** A request that must be refused, and its requirement. */
export type Refused = ActorRequest & { readonly step: NonNullable<ActorRequest['step']> };

/** The faults that were refused before a valid request. */
export type GoodCase = StepOf<'errors/error-is-side-effect-free'>['case'];

/** Formatted like a district token, and never issued. */
export const madeUpToken = '0123456789abcdef0123456789abcdef01234567';

/** Every path without a token, and one with a header that names the scheme and no token. */
export function tokenless(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const claim = 'errors/missing-token-is-401';
  const requests = actor.pick(paths, 8).map(({ path, name, operation }): Refused => {
    const query = operation.paginated ? '?limit=2' : '';
    return { path: path + query, token: null, step: { claim, case: name } };
  });
  const [{ path, name } = { path: undefined, name: undefined }] = paths;
  if (path === undefined) return requests;
  const headers = { authorization: 'Bearer ' };
  return [...requests, { path, token: null, headers, step: { claim, case: `${name}, empty token` } }];
}

/** Every path with a token that was never issued. */
export function withMadeUpToken(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const claim = 'errors/invalid-token-is-401';
  return actor
    .pick(paths, 6)
    .map(({ path, name }) => ({ path, token: madeUpToken, step: { claim, case: name } }));
}

/** Every path with a record, or a parent, that does not exist or is of another type, and with text that is no id. */
export function unknownRecords(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const claim = 'errors/unknown-record-is-404';
  const withIds = paths.filter(hasId);
  const unknown = withIds.map(
    (one): Refused => ({
      path: withAnother(one, unknownId),
      step: { claim, case: one.name, role: 'unknown' },
    }),
  );
  const malformed = actor.pick(withIds, 2).flatMap((one, at) =>
    // One text on every path, and the others in turn.
    [malformedIds[0], malformedIds[1 + (at % (malformedIds.length - 1))]]
      .slice(0, actor.depth === 'full' ? 2 : 1)
      .map(
        (id): Refused => ({
          path: withAnother(one, id ?? ''),
          step: { claim, case: one.name, role: 'malformed' },
        }),
      ),
  );
  return [...unknown, ...actor.pick(ofOtherTypes(withIds, actor.api.choices), 2), ...malformed];
}

/** A record by the ids of all types that are like its own; what is below a record by those of all types in turn. */
function ofOtherTypes(paths: readonly OpenPath[], { persons }: Choices): readonly Refused[] {
  const known = paths
    .filter(isRecord)
    .map((one) => ({ type: typeOf(one), id: one.path.split('/')[2] ?? '' }));
  return paths.flatMap((one, at) => {
    const others = known.filter(({ type }) => type !== typeOf(one));
    const isAlike = ({ type }: (typeof known)[number]) =>
      persons.includes(type) === persons.includes(typeOf(one));
    const inTurn = others.slice(at % Math.max(1, others.length)).slice(0, 1);
    return (isRecord(one) ? others.filter(isAlike) : inTurn).map(
      ({ id }): Refused => ({
        path: withAnother(one, id),
        step: { claim: 'errors/unknown-record-is-404', case: one.name, role: 'other type' },
      }),
    );
  });
}

function isRecord({ operation }: OpenPath): boolean {
  return /^\/\w+\/\{id\}$/.test(operation.path);
}

/** `students` for `/students/{id}/sections`. */
function typeOf({ operation }: OpenPath): string {
  return ownerIn(operation.path);
}

/** Just over the maximum, and limits that 31 and 32 bits cannot hold: cut to 32 bits, the last one is 1. */
const limits = [10_001, 20_000, 2_147_483_648, 4_294_967_297];

/** Every list with a limit over the maximum, and the first one with several. */
export function tooMuch(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const lists = paths.filter((one) => one.operation.paginated);
  return actor.pick(lists, 2).flatMap(({ path }, at) =>
    actor
      .pick(limits, 2)
      .slice(0, at === 0 ? limits.length : 1)
      .map(
        (limit): Refused => ({
          path: `${path}?limit=${limit}`,
          step: { claim: 'errors/limit-over-10000-is-413', case: 'too much' },
        }),
      ),
  );
}

type Unreadable = Extract<StepOf<'errors/bad-request-is-400'>['case'], `${string}: GET ${string}`>;
type Query = readonly [name: Unreadable extends `${infer Name}: GET ${string}` ? Name : never, query: string];

const cursor = `starting_after=${unknownId}&ending_before=${unknownId}`;
const queries: readonly Query[] = [
  ['a cursor that is no id', 'starting_after=not-an-id'],
  ['a cursor that is no id, backwards', 'ending_before=not-an-id'],
  ['a cursor with broken percent encoding', 'starting_after=%zz'],
  ['a limit that is no number', 'limit=ten'],
  ['two cursors at once', cursor],
];

/** Every top-level list with each query, and every second-level list with one of them. */
export function unreadable(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const claim = 'errors/bad-request-is-400';
  const lists = paths.filter((one) => one.operation.paginated);
  return actor.pick(lists, 1).flatMap((list, at) =>
    (hasId(list) ? queries.slice(at % queries.length).slice(0, 1) : queries).map(
      ([name, query]): Refused => ({
        path: `${list.path}?${query}`,
        step: { claim, case: `${name}: ${list.name}` },
      }),
    ),
  );
}

/**
 * Methods that no path of the Data API has. PROPFIND changes nothing on any server (RFC 4918), so it is always sent; methods
 * that could write are sent only if writes are allowed, and to a record that does not exist, or, on a test server, to a list.
 */
export function unsupported(actor: Actor, paths: readonly OpenPath[]): readonly Refused[] {
  const bare = paths.map((one) => ({ ...one, path: withAnother(one, unknownId) }));
  const records = bare.filter(isRecord);
  const below = bare.filter((one) => hasId(one) && !records.includes(one));
  const lists = bare.filter((one) => !hasId(one));
  const requests = actor.pick([...lists, ...records, ...below], 0).map(over('PROPFIND'));
  if (actor.depth === 'quick')
    requests.push(...[...lists.slice(0, 1), ...records.slice(0, 1)].map(over('PROPFIND')));
  if (!actor.allows('writes')) return requests;
  // DELETE comes last: it removes what another server may have created for PUT.
  for (const method of ['POST', 'PUT', 'PATCH']) {
    requests.push(...actor.pick(records, 1).map(over(method)));
    if (actor.allows('states')) requests.push(...actor.pick(lists, 0).map(over(method)));
  }
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
  requests.push(...actor.pick(below, 0).map((one, at) => over(methods[at % methods.length] ?? '')(one)));
  return [...requests, ...actor.pick(records, 1).map(over('DELETE'))];
}

function over(method: string) {
  return ({ path, operation }: OpenPath): Refused => ({
    method,
    path,
    ...(method === 'POST' || method === 'PUT' || method === 'PATCH' ? { body: {} } : {}),
    step: { claim: 'errors/unsupported-is-501', case: `${method} /${operation.path.slice(1)}` },
  });
}

import { allProfiles, profiles } from '../../contracts/profiles.ts';
import type { SetState } from '../../contracts/states.ts';
import type { Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { Collection } from './data/schema.ts';
import { people } from './data-v3/ids.ts';
import { createApp } from './http/app.ts';
import { createResettableCache } from './http/cache.ts';
import { createGate } from './http/gate.ts';
import { createRateLimiter } from './http/rate-limit.ts';
import { createTokens, everything, knownTokens } from './http/tokens.ts';
import type { StateControl } from './states/endpoint.ts';
import { createFaults } from './states/faults.ts';
import { readState, type StateCall } from './states/states.ts';
import { createWorld, type World } from './world.ts';

export interface SandboxOptions {
  /** The same seed gives the same data, down to every id. */
  readonly seed: number;
  /** Students of the token's district, 0 or more; other collections scale with it. */
  readonly students: number;
  readonly clock: Pick<Clock, 'now'>;
  /** Database file; reused when it exists. @default in memory, a large district in a temporary file */
  readonly db?: string;
  /** Whether other machines may ask for its own paths: provider states and the reference page. @default false */
  readonly isOpen?: boolean;
}

/** The reference server: every documented version of the Data API, and LMS Connect v3.1 over made-up districts. */
export interface Sandbox {
  /** Sends a request in process. */
  fetch(request: Request): Promise<Response>;
  /** The district token: all scopes, and the LMS Connect agreement. */
  readonly token: string;
  /** Another token of the same application and district. */
  readonly secondToken: string;
  /** Provider states, in process. Rejects with a UsageError for a state or parameter that does not exist. */
  readonly setState: SetState;
  close(): void;
}

/** After these, lists and records of the Data API, and who may read them, are as before. */
const keepsData: ReadonlySet<StateCall['name']> = new Set([
  'the bucket has {remaining} left',
  'the next answers are {script}',
  'a token of another district',
  'the clock moves {seconds}',
  'an assignment exists',
  'the LMS requires {field}',
] as const);

/**
 * Creates a sandbox that shares no state with others.
 * @throws UsageError when `db` cannot be used.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { seed, students, db, isOpen = false } = options;
  if (!Number.isSafeInteger(students) || students < 0) {
    throw new UsageError(`${students} is not a valid number of students.`, 'Give an integer, 0 or more.');
  }
  let offsetMs = 0;
  const clock = { now: () => options.clock.now() + offsetMs };
  const base = createWorld({ seed, students, clock, db });
  let other: World | undefined;
  let world = base;
  const ended = new Map<Collection, number>();
  const tokens = createTokens();
  const faults = createFaults();
  const cache = createResettableCache(32 * 1024 * 1024);
  // A file may have been left with changes.
  if (db === undefined) cache.reset();
  const { requests, windowS } = profiles[0].rateLimit;
  const limiter = createRateLimiter(requests, windowS);

  /** A district of another size is a separate in-memory world, so that a database file keeps its seeded data. */
  const enter = (wanted: number) => {
    if (wanted === students) world = base;
    else if (other?.students === wanted) world = other;
    else {
      other?.close();
      world = other = createWorld({ seed, students: wanted, clock });
    }
    world.changes.reset();
    world.views.reset();
    world.shelf.refresh();
    ended.clear();
    world.lms.reset();
    tokens.reset();
    return { token: knownTokens.district, district_id: world.districtIds[0] };
  };

  const apply = (call: StateCall): Readonly<Record<string, unknown>> | string => {
    const nowMs = clock.now();
    if (!keepsData.has(call.name)) cache.changed();
    switch (call.name) {
      case 'everything is as seeded': {
        offsetMs = 0;
        faults.script([]);
        limiter.reset();
        const values = enter(students);
        cache.reset();
        return values;
      }
      case 'a district with {students} students':
        return enter(call.students);
      case 'the bucket has {remaining} left': {
        const caller = tokens.callerOf(`Bearer ${call.token ?? knownTokens.district}`);
        limiter.leave(tokens.bucketOf(caller), call.remaining, nowMs);
        return {};
      }
      case 'the next answers are {script}':
        faults.script(call.script);
        return {};
      case 'the record {id} is deleted':
      case 'the record {id} is unshared': {
        const reason = call.name.endsWith('deleted') ? 'deleted' : 'unshared';
        // An employee with two accounts loses both.
        const legacyIds = world.shelf.legacyIdsOf(call.id);
        const ids = legacyIds.length > 0 ? legacyIds : [call.id];
        const found = ids.map((id) => world.changes.hide(id, reason, nowMs));
        return found.every(Boolean) ? {} : `there is no record ${call.id}`;
      }
      case 'a record is created in {collection}': {
        const id = world.changes.create(call.collection, nowMs);
        world.views.refresh();
        world.shelf.refresh();
        return { id };
      }
      case 'the collection {collection} has ended':
        ended.set(call.collection, call.status);
        return {};
      case 'a token with {scopes}': {
        const unknown = call.schools?.find(
          (id) => !world.store.single({ district: 0, view: 0 }, 'schools', id),
        );
        if (unknown !== undefined) return `there is no school ${unknown}`;
        const view = call.schools ? world.views.create(0, call.schools) : 0;
        const { scopes, agreement } = call;
        return { token: tokens.issue({ district: 0, scopes, agreement, view }).value };
      }
      case 'a token of the user {id}': {
        const viewer = { district: 0, view: 0, open: people };
        if (!world.shelf.store().single(viewer, 'users', call.id)) return `there is no user ${call.id}`;
        const rest = { district: 0, scopes: everything, agreement: false, view: 0, user: call.id } as const;
        return { token: tokens.issue(rest).value };
      }
      case 'a token of another district':
        return {
          token: knownTokens.other,
          district_id: world.districtIds[1],
          student_id: world.foreignStudentId,
        };
      case 'an assignment exists':
      case 'the LMS requires {field}':
        return world.lms.setState(call.name, call.params) ?? `"${call.name}" is not supported`;
      case 'the clock moves {seconds}':
        offsetMs += Math.round(call.seconds * 1000);
        return {};
    }
  };

  const states: StateControl = { apply, faults: () => faults.counts() };
  const gate = createGate({ clock, tokens, limiter, faults });
  const app = createApp({ world: () => world, ended, gate, cache, states, greeting, isOpen });
  return {
    fetch: async (request) => app.fetch(request),
    token: knownTokens.district,
    secondToken: knownTokens.second,
    setState: async (name, params = {}) => {
      const call = readState(name, params);
      const values = typeof call === 'string' ? call : apply(call);
      if (typeof values !== 'string') return values;
      throw new UsageError(
        `The sandbox cannot be put into this state: ${values}.`,
        'See contracts/states.ts.',
      );
    },
    close: () => {
      other?.close();
      base.close();
    },
  };
}

function greeting(origin: string): string {
  const versions = allProfiles.filter(({ kind }) => kind === 'data').map(({ prefix }) => prefix.slice(1));
  return `A sandbox of the Clever Data API (${versions.sort().join(', ')}) and LMS Connect v3.1, with made-up districts.

base URL      ${origin}
token         ${knownTokens.district}
second token  ${knownTokens.second}
public token  ${knownTokens.test}
reference     ${origin}/docs
states        ${origin}/_states

curl -H 'Authorization: Bearer ${knownTokens.test}' '${origin}/v2.0/students?limit=2'
`;
}

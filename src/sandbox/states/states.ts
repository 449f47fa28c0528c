import {
  type ScriptedAnswer,
  type StateDefinition,
  type StateName,
  type StateParams,
  states,
} from '../../../contracts/states.ts';
import { type Collection, collections, isCollection } from '../data/schema.ts';
import { scopes as knownScopes, type Scope, scopeNamed } from '../http/tokens.ts';
import { type Creatable, creatable } from './changes.ts';
import { readScript } from './faults.ts';

/** A requested state with validated parameters. */
export type StateCall =
  | { readonly name: 'everything is as seeded' | 'a token of another district' }
  | { readonly name: 'a district with {students} students'; readonly students: number }
  | { readonly name: 'the bucket has {remaining} left'; readonly remaining: number; readonly token?: string }
  | { readonly name: 'the next answers are {script}'; readonly script: readonly ScriptedAnswer[] }
  | { readonly name: 'the record {id} is deleted' | 'the record {id} is unshared'; readonly id: string }
  | { readonly name: 'a record is created in {collection}'; readonly collection: Creatable }
  | {
      readonly name: 'the collection {collection} has ended';
      readonly collection: Collection;
      readonly status: number;
    }
  | { readonly name: 'a token of the user {id}'; readonly id: string }
  | {
      readonly name: 'a token with {scopes}';
      readonly scopes: ReadonlySet<Scope>;
      readonly agreement: boolean;
      readonly schools?: readonly string[];
    }
  | { readonly name: 'an assignment exists' | 'the LMS requires {field}'; readonly params: StateParams }
  | { readonly name: 'the clock moves {seconds}'; readonly seconds: number };

const names: readonly StateName[] = states.map((one) => one.name);

/** Bounds the seeding time of a state; larger districts are for the command line. */
const maxStudents = 100_000;

/**
 * Reads a state by its name, or by its name with values filled in (`a district with 250 students`), as pacts write it.
 * Returns the error as a string, with the nearest known name.
 */
export function readState(asked: string, given: StateParams): StateCall | string {
  const found = findState(asked);
  if (!found) {
    return `there is no state "${asked}"; did you mean "${nearest(asked)}"? Known states: ${names.map((one) => `"${one}"`).join(', ')}`;
  }
  const params = { ...found.params, ...given };
  const definition: StateDefinition | undefined = states.find((one) => one.name === found.name);
  for (const [name, type] of Object.entries(definition?.params ?? {})) {
    const value = params[name];
    const isNeeded = found.name.includes(`{${name}}`);
    if (value === undefined ? isNeeded : !isOfType(value, type)) {
      return `"${found.name}" needs ${name} as ${type}`;
    }
  }
  return toCall(found.name, params);
}

function toCall(name: StateName, params: StateParams): StateCall | string {
  switch (name) {
    case 'everything is as seeded':
    case 'a token of another district':
      return { name };
    case 'a district with {students} students':
      return count(params.students, maxStudents, 'students', (students) => ({ name, students }));
    case 'the bucket has {remaining} left': {
      const token = params.token as string | undefined;
      return count(params.remaining, 1e9, 'remaining', (remaining) => ({
        name,
        remaining,
        ...(token === undefined ? {} : { token }),
      }));
    }
    case 'the clock moves {seconds}':
      return count(params.seconds, 1e9, 'seconds', (seconds) => ({ name, seconds }));
    case 'the next answers are {script}': {
      const script = readScript(params.script);
      return typeof script === 'string' ? script : { name, script };
    }
    case 'the record {id} is deleted':
    case 'the record {id} is unshared':
    case 'a token of the user {id}':
      return { name, id: String(params.id) };
    case 'a record is created in {collection}': {
      const collection = creatable.find((one) => one === params.collection);
      return collection ? { name, collection } : noCollection(params.collection, creatable);
    }
    case 'the collection {collection} has ended': {
      const { collection, status = 410 } = params;
      if (typeof collection !== 'string' || !isCollection(collection))
        return noCollection(collection, collections);
      if (status !== 410 && status !== 404) return 'status must be 410 or 404';
      return { name, collection, status };
    }
    case 'a token with {scopes}':
      return readTokenState(name, params);
    case 'an assignment exists':
    case 'the LMS requires {field}':
      return { name, params };
  }
}

function noCollection(asked: unknown, known: readonly string[]): string {
  return `there is no collection "${String(asked)}"; there are ${known.join(', ')}`;
}

function readTokenState(name: 'a token with {scopes}', params: StateParams): StateCall | string {
  const scopes = new Set<Scope>();
  for (const name of params.scopes as readonly string[]) {
    const scope = scopeNamed(name);
    if (!scope)
      return `there is no scope "${name}"; there are ${knownScopes.map((one) => `read:${one}`).join(', ')}`;
    scopes.add(scope);
  }
  const schools = params.schools as readonly string[] | undefined;
  return { name, scopes, agreement: params.agreement === true, ...(schools ? { schools } : {}) };
}

function count(
  value: unknown,
  max: number,
  name: string,
  make: (value: number) => StateCall,
): StateCall | string {
  const number = Number(value);
  if (number < 0 || number > max || (name !== 'seconds' && !Number.isInteger(number))) {
    return `${name} must be ${name === 'seconds' ? 'a number' : 'an integer'} from 0 to ${max}`;
  }
  return make(number);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'string[]') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (type === 'object[]')
    return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === type;
}

function findState(asked: string): { readonly name: StateName; readonly params: StateParams } | undefined {
  const exact = names.find((one) => one === asked);
  if (exact) return { name: exact, params: {} };
  for (const name of names) {
    const pattern = name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>\\S+)');
    const groups = new RegExp(`^${pattern}$`).exec(asked)?.groups;
    if (!groups) continue;
    const params = Object.entries(groups).map(([key, text]) => [
      key,
      /^\d+$/.test(text) && key !== 'id' ? Number(text) : text,
    ]);
    return { name, params: Object.fromEntries(params) };
  }
  return undefined;
}

function nearest(asked: string): string {
  const wanted = asked.slice(0, 200).toLowerCase();
  const scored = names.map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }));
  return scored.reduce((best, one) => (one.distance < best.distance ? one : best)).name;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

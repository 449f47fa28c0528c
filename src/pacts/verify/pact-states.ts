import { type StateName, states } from '../../../contracts/states.ts';
import { UsageError } from '../../errors.ts';
import { readState, type StateCall } from '../../sandbox/states/states.ts';
import { nearest } from '../../text/nearest.ts';
import type { Pact, PactState } from '../pact.ts';

/** A state in canonical form: its listed name, and its values as parameters. */
export interface ReadyState {
  readonly name: StateName;
  readonly params: Readonly<Record<string, unknown>>;
}

const names: readonly StateName[] = states.map((one) => one.name);

/**
 * Resolves the state of an interaction. Its name may contain the values (`a district with 250 students`), and older pacts
 * write numbers as text. Returns the error as a string.
 */
export function readPactState({ name, params }: PactState): ReadyState | string {
  const given = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, plainOf(key, value)]));
  const call = readState(name, given);
  return typeof call === 'string' ? call : { name: call.name, params: { ...paramsOf(call), ...given } };
}

/**
 * Validates the states of all pacts before anything runs. Throws `UsageError` with all unknown or invalid states, the
 * nearest known state for each, and all known states.
 */
export function requireKnownStates(pacts: readonly Pact[]): void {
  const faults = new Map<string, string>();
  for (const pact of pacts)
    for (const interaction of pact.interactions)
      for (const state of interaction.states) {
        const call = readPactState(state);
        if (typeof call !== 'string' || faults.has(state.name)) continue;
        faults.set(state.name, faultText(state.name, call, `${pact.source}, "${interaction.description}"`));
      }
  if (faults.size === 0) return;
  throw new UsageError(
    `${faults.size === 1 ? 'A provider state cannot' : `${faults.size} provider states cannot`} be used: ${[...faults.values()].join('; ')}.`,
    `Known states: ${names.map((one) => `"${one}"`).join(', ')}; docs/pacts.md documents their parameters.`,
  );
}

function faultText(name: string, problem: string, where: string): string {
  if (!problem.startsWith('there is no state')) return `"${name}": ${problem} (${where})`;
  const guess = nearestState(name);
  return `there is no state "${name}"${guess === undefined ? '' : `, did you mean "${guess}"?`} (${where})`;
}

/** The most similar known state by spelling or shared words; `undefined` if there is none. */
export function nearestState(name: string): StateName | undefined {
  const [near] = nearest(name, names, 1);
  if (near !== undefined) return near as StateName;
  // For rephrased names: the state with the most words in common.
  const wanted = wordsOf(name);
  const shared = (one: string) => [...wordsOf(one)].filter((word) => wanted.has(word)).length;
  const best = [...names].sort((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > 0 ? best : undefined;
}

const smallWords = new Set([
  'a',
  'an',
  'the',
  'of',
  'with',
  'has',
  'have',
  'is',
  'are',
  'in',
  'and',
  'as',
  'i',
]);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set(words.filter((word) => !smallWords.has(word)).map((word) => word.replace(/s$/, '')));
}

/** Some pact libraries write every parameter as text. */
function plainOf(key: string, value: unknown): unknown {
  const types = new Set(
    states.map((one) => (one.params as Readonly<Record<string, string>>)[key]).filter(Boolean),
  );
  if (typeof value !== 'string' || types.size !== 1) return value;
  if (types.has('number') && /^\d{1,9}$/.test(value)) return Number(value);
  if (types.has('boolean') && /^(?:true|false)$/.test(value)) return value === 'true';
  return value;
}

function paramsOf(call: StateCall): Record<string, unknown> {
  const { name: _, ...params } = call;
  if ('params' in params) return { ...(params.params as Record<string, unknown>) };
  if ('scopes' in params) return { ...params, scopes: [...params.scopes].map((one) => `read:${one}`) };
  return params;
}

import { isObject } from '../../text/json.ts';
import type { Mismatch } from '../pact-result.ts';

/** The core's result for one interaction, in verification order. */
export interface CoreInteraction {
  readonly consumer: string;
  readonly description: string;
  readonly states: readonly string[];
  readonly pending: boolean;
  readonly passed: boolean;
  readonly mismatches: readonly CoreMismatch[];
}

/** A mismatch with its values, which may be student data. */
export interface CoreMismatch extends Mismatch {
  readonly expected?: string;
  readonly actual?: string;
}

export interface CoreResult {
  readonly interactions: readonly CoreInteraction[];
  /** Errors outside of interactions: a pact that could not be loaded, a broker that rejected the request. */
  readonly faults: readonly string[];
  /** Messages of the broker for the user. */
  readonly notices: readonly string[];
}

/** Parses the result of `pactffi_verifier_json`. Unknown members are ignored. */
export function readCoreResult(json: unknown): CoreResult {
  const whole = isObject(json) ? json : {};
  const interactions = listIn(whole.interactionResults).map(interactionOf);
  const known = new Set(interactions.map((one) => one.description));
  const faults = listIn(whole.errors).flatMap((one) => {
    const text = String(one.interaction ?? '');
    const isOfInteraction = [...known].some((description) => text.includes(description));
    const message = isObject(one.mismatch) ? one.mismatch.message : undefined;
    return isOfInteraction ? [] : [typeof message === 'string' ? message : text];
  });
  const notices = listIn(whole.notices).flatMap((one) => (typeof one.text === 'string' ? [one.text] : []));
  return { interactions, faults, notices };
}

function interactionOf(one: Readonly<Record<string, unknown>>): CoreInteraction {
  const mismatch = isObject(one.mismatch) ? one.mismatch : {};
  const mismatches = listIn(mismatch.mismatches).map(mismatchOf).sort(byPlace);
  const message = typeof mismatch.message === 'string' ? mismatch.message : undefined;
  return {
    consumer: String(one.consumer ?? ''),
    description: String(one.description ?? ''),
    states: Array.isArray(one.providerStates) ? one.providerStates.map(String) : [],
    pending: one.pending === true,
    passed: one.result === 'OK',
    mismatches: message === undefined ? mismatches : [...mismatches, { part: 'answer', at: '', message }],
  };
}

const parts: readonly Mismatch['part'][] = ['status', 'header', 'body'];

/** The core reports mismatches in no defined order. */
function byPlace(a: CoreMismatch, b: CoreMismatch): number {
  if (a.part !== b.part) return parts.indexOf(a.part) - parts.indexOf(b.part);
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.message < b.message ? -1 : 1;
}

function mismatchOf(one: Readonly<Record<string, unknown>>): CoreMismatch {
  const type = String(one.type ?? '');
  const part = /^Status/.test(type) ? 'status' : /^Header/.test(type) ? 'header' : 'body';
  return {
    part,
    at: String(one.path ?? one.key ?? ''),
    message: String(one.mismatch ?? type),
    ...(one.expected === undefined ? {} : { expected: String(one.expected) }),
    ...(one.actual === undefined ? {} : { actual: String(one.actual) }),
  };
}

function listIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

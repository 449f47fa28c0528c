import { documents } from '../../generated/documents.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { isObject } from '../text/json.ts';
import { type ReadExchange, shorten } from './read-exchange.ts';
import { isCalendarDate, isDateOrInstant } from './records/values.ts';

/** A successful response and where its body does not fit the description. */
export interface DescribedResponse {
  readonly exchange: ReadExchange;
  /** A fault that an earlier response of the operation has at the same place is not repeated. */
  readonly faults: readonly DescriptionFault[];
}

export interface DescriptionFault {
  /** `/data/district must be string` */
  readonly expected: string;
  /** `/data/district is 7` */
  readonly actual: string;
}

/** Items of a list that are validated at once. */
const itemsAtOnce = 100;

/** Compares the bodies of an operation's successful responses with their description. */
export function describeResponses(
  operation: OperationModel,
  successes: readonly ReadExchange[],
): readonly DescribedResponse[] {
  if (operation.statuses['200'] !== 'json') return successes.map((exchange) => ({ exchange, faults: [] }));
  const known = new Set<string>();
  // Weak: a body that is no longer kept parsed takes its items with it.
  const seen = new WeakSet<object>();
  return successes.map((exchange) => {
    const { json } = exchange;
    if (json !== undefined) return { exchange, faults: [...newFaults(operation, json, known, seen)] };
    if (known.has('')) return { exchange, faults: [] };
    known.add('');
    return { exchange, faults: [{ expected: 'a JSON body', actual: exchange.summary }] };
  });
}

function* newFaults(
  operation: OperationModel,
  body: unknown,
  known: Set<string>,
  seen: WeakSet<object>,
): Generator<DescriptionFault> {
  for (const { instancePath, message, part } of violationsIn(operation, body, seen)) {
    const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/*') || 'the body';
    const expected = `${place} ${message}`;
    const value = valueAt(part, instancePath);
    if (known.has(expected) || isTolerated(instancePath, value)) continue;
    known.add(expected);
    const actual = isObject(value)
      ? `an object of ${Object.keys(value).join(', ') || 'nothing'}`
      : (JSON.stringify(value) ?? 'absent');
    yield { expected: shorten(expected), actual: shorten(`${instancePath || 'the body'} is ${actual}`) };
  }
}

/**
 * What the validator says about a body. Long lists are validated in parts: the time for gathering faults grows with their
 * square, and a page of 15,000 invalid records would take minutes. Items that were seen, as most are when a run serves one record
 * many times, are not validated again: their faults are known.
 */
function* violationsIn(operation: OperationModel, body: unknown, seen: WeakSet<object>) {
  const validators = documents.get(operation.document)?.validators;
  const list = isObject(body) && Array.isArray(body.data) ? body.data : undefined;
  for (let from = 0; from === 0 || from < (list?.length ?? 0); from += itemsAtOnce) {
    const items = list?.slice(from, from + itemsAtOnce) ?? [];
    const isKnown = items.length > 0 && items.every((item) => isObject(item) && seen.has(item));
    const part = list ? { ...(body as object), data: isKnown ? [] : items } : body;
    const violations = validators?.validateResponse(operation.id, 200, part) ?? [];
    for (const item of items) if (isObject(item)) seen.add(item);
    for (const violation of violations) yield { ...violation, part };
  }
}

/** A birthday as an ISO date, and times of creation and change in other forms, have an open question: `date-forms`. */
function isTolerated(instancePath: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (/\/(?:created|last_modified)$/.test(instancePath)) return isDateOrInstant(value);
  return instancePath.endsWith('/dob') && isCalendarDate(value);
}

/** The value that a JSON Pointer leads to. */
function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined;
  }
  return value;
}

import { undecided } from '../../src/claims/check.ts';
import type { Certainty } from '../../src/traffic/certainty.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { expect } from './expect.ts';

/** Words and guards for assertions about responses. */

/** `the request was answered with 404 Resource not found` */
export function answeredWith({ summary }: ReadExchange): string {
  return `the request was answered with ${summary}`;
}

/** Leaves the case undecided where no response came, or a transient one: it says nothing about the request. */
export function expectConclusive(exchange: ReadExchange): void {
  if (exchange.isTransient) undecided('inconclusive-response', answeredWith(exchange));
}

/** Leaves the case undecided unless the request that it compares with was served. */
export function expectControl(holds: boolean, why: string): void {
  if (!holds) undecided('precondition-failed', why);
}

/** Leaves the case undecided unless a request that has to work was served with records. */
export function expectServedControl(exchange: ReadExchange): void {
  if (exchange.servesRecords) return;
  undecided(exchange.isTransient ? 'inconclusive-response' : 'precondition-failed', answeredWith(exchange));
}

/** Asserts an error status without records. `what` begins the sentence: `A request without a token`. */
export function expectError(exchange: ReadExchange, status: number, what: string): void {
  expectConclusive(exchange);
  const message =
    exchange.status === status
      ? `${what} gets a ${status} with records in it.`
      : `${what} gets a ${exchange.status}, not a ${status}.`;
  expect(exchange, message).to.have.errorStatus(status);
}

/**
 * Asserts the same of a request that a capture may show. What it was meant for is inferred there, and another status may have
 * another cause; so captured traffic confirms, and never refutes.
 */
export function expectErrorIfCertain(
  exchange: ReadExchange,
  status: number,
  what: string,
  { ownSteps }: Certainty,
): void {
  if (!ownSteps && exchange.status !== status && !exchange.isTransient)
    undecided('ambiguous', answeredWith(exchange));
  expectError(exchange, status, what);
}

/** The requests that got a conclusive response; all of them where none did. */
export function conclusiveOf<Request extends { readonly exchange: ReadExchange }>(
  requests: readonly Request[],
): readonly Request[] {
  const conclusive = requests.filter((one) => !one.exchange.isTransient);
  return conclusive.length > 0 ? conclusive : requests;
}

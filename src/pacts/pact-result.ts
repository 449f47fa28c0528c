import type { PactInteraction } from './pact.ts';

/** One difference between the consumer's expectation and the response, or the document. */
export interface Mismatch {
  readonly part: 'request' | 'status' | 'header' | 'body' | 'state' | 'answer';
  /** A path into the body (`$.data[0].data.id`), a header name, a location in the pact, or `''`. */
  readonly at: string;
  readonly message: string;
  /** The location in the document: `data-v2.0 paths./students.get.parameters[0].schema.maximum`. */
  readonly document?: string;
  /** A warning, which does not fail the interaction. */
  readonly warning?: true;
}

/** The result of one interaction. `untested`: the target lacks what it needs; `why` has the reason. */
export interface InteractionResult {
  readonly description: string;
  readonly states: readonly string[];
  /** As sent: `GET /v2.0/students?limit=2`; as in the pact if nothing was sent. */
  readonly request: string;
  readonly outcome: 'passed' | 'failed' | 'untested';
  /** Marked as pending by consumer or broker; a failure then does not fail the run. */
  readonly pending: boolean;
  readonly why?: string;
  readonly mismatches: readonly Mismatch[];
}

/** The result of one pact. */
export interface PactResult {
  /** File path, or URL at a broker. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly InteractionResult[];
}

/** Interactions by outcome. `pending`: failed without failing the run. */
export interface PactCounts {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly untested: number;
}

/** `pact-report.json`: what `pact verify` and `pact compare` write. */
export interface PactReport {
  readonly format: 'clever-conformance/pact-report';
  readonly formatVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly verb: 'verify' | 'compare';
  /** What the pacts were checked against: a target, or the OpenAPI documents. */
  readonly against: { readonly kind: 'sandbox' | 'live' | 'documents'; readonly name: string };
  readonly startedAt: string;
  readonly durationMs: number;
  /** `inconclusive`: no interaction was checked. */
  readonly verdict: 'conforming' | 'non-conforming' | 'inconclusive';
  readonly counts: PactCounts;
  readonly pacts: readonly PactResult[];
}

/** An interaction that was not sent or compared. `why`: a clause. */
export function untested(one: PactInteraction, why: string): InteractionResult {
  return {
    description: one.description,
    states: one.states.map(({ name }) => name),
    request: `${one.method} ${one.path}`,
    outcome: 'untested',
    pending: false,
    why,
    mismatches: [],
  };
}

/** Messages of a pact as untested interactions. */
export function untestedMessages(descriptions: readonly string[]): readonly InteractionResult[] {
  return descriptions.map((description) => ({
    description,
    states: [],
    request: '',
    outcome: 'untested',
    pending: false,
    why: 'it is a message, and Clever has no message API',
    mismatches: [],
  }));
}

export function countInteractions(pacts: readonly PactResult[]): PactCounts {
  const all = pacts.flatMap((one) => one.interactions);
  const of = (test: (one: InteractionResult) => boolean) => all.filter(test).length;
  return {
    passed: of((one) => one.outcome === 'passed'),
    failed: of((one) => one.outcome === 'failed' && !one.pending),
    pending: of((one) => one.outcome === 'failed' && one.pending),
    untested: of((one) => one.outcome === 'untested'),
  };
}

export function verdictOf(counts: PactCounts): PactReport['verdict'] {
  if (counts.failed > 0) return 'non-conforming';
  return counts.passed + counts.pending > 0 ? 'conforming' : 'inconclusive';
}

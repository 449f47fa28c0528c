/** One way in which an answer, or the document, is not what the consumer expects. */
export interface Mismatch {
  readonly part: 'request' | 'status' | 'header' | 'body' | 'state' | 'answer';
  /** A path into the body (`$.data[0].data.id`), the name of a header, or a place in the pact; `''` for the rest. */
  readonly at: string;
  readonly message: string;
  /** Where the document says otherwise: `data-v2.0 paths./students.get.parameters[0].schema.maximum`. */
  readonly document?: string;
  /** Worth a look, and does not count. */
  readonly warning?: true;
}

/** What became of one interaction. `untested`: it needs what the target does not offer, `why` says what. */
export interface InteractionResult {
  readonly description: string;
  readonly states: readonly string[];
  /** As it was sent: `GET /v2.0/students?limit=2`; as the pact has it where nothing was. */
  readonly request: string;
  readonly outcome: 'passed' | 'failed' | 'untested';
  /** Marked as pending by consumer or broker: then it does not count. */
  readonly pending: boolean;
  readonly why?: string;
  readonly mismatches: readonly Mismatch[];
}

/** What became of one pact. */
export interface PactResult {
  /** The file, or the address at a broker. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly InteractionResult[];
}

/** How many interactions came out how. `pending`: failed, and not counted. */
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
  /** What the pacts were held against: a target, or the OpenAPI documents. */
  readonly against: { readonly kind: 'sandbox' | 'live' | 'documents'; readonly name: string };
  readonly startedAt: string;
  readonly durationMs: number;
  /** `inconclusive`: nothing spoke against it, and nothing was looked at either. */
  readonly verdict: 'conforming' | 'non-conforming' | 'inconclusive';
  readonly counts: PactCounts;
  readonly pacts: readonly PactResult[];
}

/** Counts the interactions of some pacts. */
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

/** What follows from the counts. */
export function verdictOf(counts: PactCounts): PactReport['verdict'] {
  if (counts.failed > 0) return 'non-conforming';
  return counts.passed + counts.pending > 0 ? 'conforming' : 'inconclusive';
}

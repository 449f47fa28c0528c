import { model } from '../../generated/model.ts';
import type { ConformanceError } from '../errors.ts';
import { redactExchanges } from '../evidence/redactor.ts';
import type { Exchange } from '../exchange.ts';
import type { Budget, Evidence } from '../result.ts';
import { type ProvokeOptions, provoke } from './provoke.ts';

export interface ObserveOptions extends ProvokeOptions {
  /** Makes pseudonyms: the same key and the same traffic give the same evidence. */
  readonly redactionKey: Uint8Array;
}

export interface Observation {
  readonly evidence: Evidence;
  readonly budget: Budget;
  /** Why the run ended early: the target was lost, a safety stop, an interruption. What was seen until then is in the evidence. */
  readonly unfinished?: ConformanceError;
}

/** Provokes, and gives back what was seen, redacted: nothing else leaves this function. */
export async function observe(options: ObserveOptions): Promise<Observation> {
  const { profiles, exchanges, notProvoked, budget, unfinished } = await provoke(options);
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: options.target.kind, profiles },
    notProvoked,
    exchanges: redactExchanges(exchanges, {
      model,
      profiles,
      tokens: tokensIn(exchanges),
      key: options.redactionKey,
    }),
  };
  return { evidence, budget, ...(unfinished ? { unfinished } : {}) };
}

/** Every token that went out, in the order of its first use. */
export function tokensIn(exchanges: readonly Exchange[]): string[] {
  const sent = exchanges.map((one) => one.request.headers.authorization ?? '');
  return [...new Set(sent)].filter((value) => value.startsWith('Bearer ')).map((value) => value.slice(7));
}

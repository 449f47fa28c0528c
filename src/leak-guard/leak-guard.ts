import type { RunResult } from '../claims/run-result.ts';
import { judgeEvidence } from '../engine/judge.ts';
import { ConformanceError, SuiteFault } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { createLeakScanner, type Withheld } from '../leaks/scanner.ts';
import { withheldText } from '../leaks/screen.ts';
import type { ScenarioObservation } from '../observation.ts';
import { publishedTexts } from '../published.ts';
import { count } from '../report/escape.ts';
import { screenRun } from './screen-run.ts';

/** Keeps original values out of what a run writes and prints. */
export interface LeakGuard {
  /** Adds an unredacted exchange of the suite's probes with a server. */
  readonly sawServer: (exchange: Exchange) => void;
  /** Adds an unredacted captured exchange, of which the request may also be private. */
  readonly sawCapture: (exchange: Exchange) => void;
  /** Adds the unredacted observations of a client. What the suite served to it is public, unless the data are a `stranger`'s. */
  readonly sawClient: (observed: readonly ScenarioObservation[], data?: 'own' | 'stranger') => void;
  /** The run without the fields that contain an original value. Its verdict stays. */
  readonly screen: (run: RunResult) => RunResult;
  /** The text, or another one if it contains an original value. */
  readonly screenText: (text: string, field: string) => string;
  /** The fault, without a text that contains an original value. Its exit code stays. */
  readonly clean: (fault: unknown) => unknown;
  /** What was withheld and could not be searched, as sentences. */
  readonly warnings: () => readonly string[];
}

/**
 * A guard for one run, or for both sides of a capture. `own` texts are public: what the suite itself shows of the run. `nowMs` is
 * the start of the run by the target's clock.
 */
export function createLeakGuard(nowMs: number, own: readonly string[]): LeakGuard {
  const scanner = createLeakScanner({ nowMs, published: publishedTexts() });
  scanner.publish(own);
  const warnings = new Set<string>();
  const warn = (all: readonly Withheld[]) => {
    for (const one of all) warnings.add(sentenceOf(one));
  };
  const screenText = (text: string, field: string): string => {
    const { value, withheld } = scanner.screen((screen) => screen.text(text, field, 'the run'));
    warn(withheld);
    return value;
  };

  return {
    sawServer: (exchange) => scanner.learnExchange(exchange, 'suite'),
    sawCapture: (exchange) => scanner.learnExchange(exchange, 'others'),
    sawClient: (observed, data = 'own') => {
      for (const { exchanges, truth, origin, runs } of observed) {
        scanner.publish(data === 'own' ? [truth, origin] : origin);
        for (const exchange of exchanges)
          scanner.learnExchange(exchange, data === 'own' ? 'client' : 'others');
        for (const { claim } of runs) {
          for (const id of claim.ids) scanner.learn(id, '', 'output of the client');
          scanner.learnText(claim.said, 'output of the client');
        }
      }
    },
    screenText,
    screen: (run) => {
      const { value, withheld } = scanner.screen((screen) => screenRun(run, screen));
      if (withheld.length === 0) return run;
      warn(withheld);
      const evidence = { ...value.evidence, withheld };
      // Charts show the evidence as it is written; the outcomes are those of the whole evidence.
      const { traffic } = judgeEvidence(evidence, run, new Set());
      const { inconclusive } = evidence;
      return { ...run, ...value, evidence, traffic, ...(inconclusive === undefined ? {} : { inconclusive }) };
    },
    clean: (fault) => {
      const text = textOf(fault);
      if (screenText(text, 'message of the failure') === text) return fault;
      const remedy = 'Run the command again; if it fails again, please report it, without the data.';
      if (!(fault instanceof ConformanceError)) return new SuiteFault(withheldText, remedy);
      return new (fault.constructor as new (message: string, remedy: string) => ConformanceError)(
        withheldText,
        remedy,
      );
    },
    warnings: () => [
      ...warnings,
      ...(scanner.isFull
        ? ['The traffic has more values than the leak scanner can keep: the last ones were not searched for.']
        : []),
    ],
  };
}

/** Everything that would be printed for a fault. */
function textOf(fault: unknown): string {
  const texts: string[] = [];
  for (let one = fault; one instanceof Error && texts.length < 10; one = one.cause)
    texts.push(one.message, one.stack ?? '', one instanceof ConformanceError ? one.remedy : '');
  return texts.length > 0 ? texts.join('\n') : String(fault);
}

function sentenceOf({ field, place, count: fields, found, from }: Withheld): string {
  const more = fields > 1 ? ` and ${count(fields - 1, 'more field')}` : '';
  const value = from === '' ? 'a captured value' : `a value from ${from}`;
  return `Withheld as a possible leak: ${field} (${place})${more}, which contains ${value} ${kindWords[found]}.`;
}

const kindWords: Readonly<Record<Withheld['found'], string>> = {
  plain: 'unchanged',
  escaped: 'escaped',
  base64: 'in base64',
  hex: 'in hexadecimal',
  named: 'under its original name',
  series: 'as a series of values',
};

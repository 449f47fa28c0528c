import type { Side } from '../../contracts/requirement.ts';
import { ConformanceError, SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { createLeakScanner, type Leak } from '../leaks/scanner.ts';
import type { ScenarioObservation } from '../observation.ts';
import { count } from '../report/escape.ts';
import type { Guard } from '../report/files/write.ts';
import { blankTexts } from '../report/formats/blank.ts';

/** Blocks output of a run that would contain original values. */
export interface LeakGuard {
  /** Adds an unredacted exchange of the suite's probes with a server. */
  readonly sawServer: (exchange: Exchange) => void;
  /** Adds an unredacted captured exchange, of which the request may also be private. */
  readonly sawCapture: (exchange: Exchange) => void;
  /** Adds the unredacted observations of a client. */
  readonly sawClient: (observed: readonly ScenarioObservation[]) => void;
  /** Throws `SafetyStop` for content with an original value. */
  readonly check: Guard;
  /** The fault itself, or a `SafetyStop` if its text contains an original value. */
  readonly clean: (fault: unknown) => unknown;
}

/** Places listed in a message. */
const maxNamed = 3;

/**
 * A guard for one run, or for both sides of a capture. The texts of `known` and of an empty report are public. `nowMs` is the
 * start of the run by the target's clock.
 */
export function createLeakGuard(
  sides: Side | readonly Side[],
  nowMs: number,
  known: readonly string[],
): LeakGuard {
  const scanner = createLeakScanner({ nowMs });
  for (const text of [...[sides].flat().flatMap(blankTexts), ...known]) scanner.allow(text);
  const check: Guard = (file, content) => {
    const leaks = scanner.scan(file, content);
    if (leaks.length > 0) throw stopped(leaks);
  };

  const learnResponse = ({ request, response }: Exchange) => {
    const token = request.headers.authorization?.replace(/^\S+\s+/, '');
    if (token !== undefined) scanner.learn(token, 'token');
    if (!response) return;
    scanner.learnHeaders(response.headers);
    scanner.learnBody(response.body, response.headers['content-type']);
  };

  const learnAll = (exchange: Exchange) => {
    const { path, headers, body } = exchange.request;
    learnResponse(exchange);
    scanner.learnHeaders(headers);
    scanner.learnUrl(path);
    if (body !== undefined) scanner.learnBody(body, headers['content-type']);
  };

  return {
    // Probes send only the suite's data, or values from earlier responses.
    sawServer: learnResponse,
    sawCapture: learnAll,
    sawClient: (observed) => {
      for (const { exchanges, runs, truth } of observed) {
        for (const exchange of exchanges) learnAll(exchange);
        for (const id of [...truth, ...runs.flatMap(({ claim }) => claim.ids)]) scanner.learn(id);
        for (const { claim } of runs) scanner.learnBody(claim.said, 'text/plain');
      }
    },
    check,
    clean: (fault) => {
      try {
        check('the message of a failure', textOf(fault));
        return fault;
      } catch (stop) {
        return stop;
      }
    },
  };
}

/** Everything that would be printed for a fault. */
function textOf(fault: unknown): string {
  const texts: string[] = [];
  for (let one = fault; one instanceof Error && texts.length < 10; one = one.cause)
    texts.push(one.message, one.stack ?? '', one instanceof ConformanceError ? one.remedy : '');
  return texts.length > 0 ? texts.join('\n') : String(fault);
}

/** The message has files, lines and encodings, never a value. */
function stopped(leaks: readonly Leak[]): SafetyStop {
  const places = [...new Set(leaks.map(({ file, kind, at }) => `${file}, line ${at} (${kindWords[kind]})`))];
  const more = places.length > maxNamed ? `; and ${count(places.length - maxNamed, 'more place')}` : '';
  return new SafetyStop(
    `Possible data leak blocked: a captured value appears unredacted in ${places.slice(0, maxNamed).join('; ')}${more}. Nothing was written.`,
    'This is a bug in the redaction: please report this message, without the data.',
  );
}

const kindWords: Readonly<Record<Leak['kind'], string>> = {
  plain: 'unchanged',
  escaped: 'escaped',
  base64: 'in base64',
  hex: 'in hexadecimal',
  named: 'under its original name',
  series: 'as a series of values',
};

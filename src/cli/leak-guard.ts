import type { Side } from '../../contracts/requirement.ts';
import { ConformanceError, SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { createLeakScanner, type Leak } from '../leaks/scanner.ts';
import type { ScenarioObservation } from '../observation.ts';
import { count } from '../report/escape.ts';
import type { Guard } from '../report/files/write.ts';
import { blankTexts } from '../report/formats/blank.ts';

/** Stands between a run on somebody else's data and everything that the run leaves. */
export interface LeakGuard {
  /** An exchange of our own prober with a server, as it crossed the wire. */
  readonly sawServer: (exchange: Exchange) => void;
  /** An exchange that somebody else captured, in which nothing is our own. */
  readonly sawCapture: (exchange: Exchange) => void;
  /** What was seen of a client, before it is redacted. */
  readonly sawClient: (observed: readonly ScenarioObservation[]) => void;
  /** Throws `SafetyStop` for content that gives away what was seen. */
  readonly check: Guard;
  /** The fault itself, or a `SafetyStop` in place of one whose text would give something away. */
  readonly clean: (fault: unknown) => unknown;
}

/** Places that a message names. */
const mostNamed = 3;

/**
 * A guard for one run, or for both sides of a capture. Made before anything is seen: what `known` and an empty report say
 * is public. `nowMs` is the beginning of the run by the clock of the target.
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

  const learnAnswer = ({ request, response }: Exchange) => {
    const token = request.headers.authorization?.replace(/^\S+\s+/, '');
    if (token !== undefined) scanner.learn(token, 'token');
    if (!response) return;
    scanner.learnHeaders(response.headers);
    scanner.learnBody(response.body, response.headers['content-type']);
  };

  const learnAll = (exchange: Exchange) => {
    const { path, headers, body } = exchange.request;
    learnAnswer(exchange);
    scanner.learnHeaders(headers);
    scanner.learnUrl(path);
    if (body !== undefined) scanner.learnBody(body, headers['content-type']);
  };

  return {
    // What our own prober sends is its own, or it came out of an answer.
    sawServer: learnAnswer,
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

/** All that would be printed of a fault. */
function textOf(fault: unknown): string {
  const texts: string[] = [];
  for (let one = fault; one instanceof Error && texts.length < 10; one = one.cause)
    texts.push(one.message, one.stack ?? '', one instanceof ConformanceError ? one.remedy : '');
  return texts.length > 0 ? texts.join('\n') : String(fault);
}

/** Names files, lines and kinds, and never a value. */
function stopped(leaks: readonly Leak[]): SafetyStop {
  const places = [...new Set(leaks.map(({ file, kind, at }) => `${file}, line ${at} (${kindWords[kind]})`))];
  const more = places.length > mostNamed ? `; and ${count(places.length - mostNamed, 'more place')}` : '';
  return new SafetyStop(
    `A value that must not be kept stands in ${places.slice(0, mostNamed).join('; ')}${more}. Nothing was written.`,
    'This is a fault of the redaction: please report it, with these words and without the data.',
  );
}

const kindWords: Readonly<Record<Leak['kind'], string>> = {
  plain: 'as it is',
  escaped: 'escaped',
  base64: 'in base64',
  hex: 'in hexadecimal digits',
  named: 'under its own name',
  series: 'as a row of values',
};

import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { Judge, JudgeContext } from './judge.ts';

/** A request to the Data API and its answer, in the fewest words. Only for tests. */
export interface Said {
  /** Below the prefix, unless it starts with `/v`. */
  readonly path: string;
  /** @default 200; 0 for no answer at all */
  readonly status?: number;
  /** Text goes as it is, anything else as JSON. @default an empty body */
  readonly body?: unknown;
  /** @default 'GET' */
  readonly method?: string;
  /** The whole Authorization header; `null` for none. @default the first token */
  readonly auth?: string | null;
  readonly step?: Step;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json; charset=utf-8';

export function exchangesOf(said: readonly Said[]): readonly Exchange[] {
  return said.map((one, seq) => {
    const { path, status = 200, body = '', method = 'GET', auth = 'Bearer «token:1»' } = one;
    return {
      seq,
      ...(one.step ? { step: one.step } : {}),
      request: {
        method,
        origin: 'https://api.example.test',
        path: path.startsWith('/v') ? path : `/v2.0${path}`,
        headers: auth === null ? {} : { authorization: auth },
        sentAtMs: seq,
      },
      ...(status === 0
        ? { failure: { kind: 'timeout' as const, message: 'no whole answer' } }
        : {
            response: {
              status,
              headers: { 'content-type': json, ...one.headers },
              body: typeof body === 'string' ? body : JSON.stringify(body),
              receivedAtMs: seq,
            },
          }),
    };
  });
}

/** 24 hex digits; greater numbers give greater ids. */
export const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** The envelope of a list. */
export const listOf = (...records: readonly object[]) => ({
  data: records.map((data) => ({ data })),
  links: [],
});

/** The envelope of one record. */
export const recordOf = (record: object) => ({ data: record });

/** Judges what was said as a capture of our own run against the sandbox, unless told otherwise. */
export function judgeSaid(
  judge: Judge,
  said: readonly Said[],
  subject: JudgeContext['subject'] = 'sandbox',
): Outcome {
  return judge(exchangesOf(said), { subject, profiles });
}

/** A row of a table of judgements: what was said, and what comes of it. */
export interface Row {
  readonly fact: string;
  readonly said: readonly Said[];
  readonly outcome: Outcome['outcome'];
  readonly subject?: JudgeContext['subject'];
  /** Numbers of the exchanges that the findings name. */
  readonly at?: readonly number[];
  /** A note of a case says this. */
  readonly note?: RegExp;
}

/** One test for each row. */
export function describeRows(id: string, judge: Judge, rows: readonly Row[]): void {
  describe(id, () => {
    for (const { fact, said, outcome, subject, at = [], note } of rows)
      it(fact, () => {
        const result = judgeSaid(judge, said, subject);
        const found = result.cases.flatMap((one) => one.findings.map((finding) => finding.exchange));
        expect([result.outcome, found], JSON.stringify(result)).to.deep.equal([outcome, at]);
        if (note) expect(result.cases.flatMap((one) => one.notes ?? []).join()).to.match(note);
      });
    it('nothing was asked: untested', () => {
      expect(judgeSaid(judge, []).outcome).to.equal('untested');
    });
  });
}

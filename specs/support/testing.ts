import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { attributeSteps } from '../../src/captures/attribution/index.ts';
import { claimOf } from '../../src/claims/claim.ts';
import { assertClaim } from '../../src/claims/run-claim.ts';
import type { Exchange, Step, TransportFailure } from '../../src/exchange.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { JudgeContext } from '../../src/result.ts';
import { textOf } from '../../src/text/json.ts';
import { certaintyOf } from '../../src/traffic/certainty.ts';
import { readTraffic, type Traffic } from '../../src/traffic/traffic.ts';

export { idOf } from '../../src/traffic/lists/testing.ts';

/** Hand-made traffic for tests of claims. */

/** A request and its response, in the fewest words. */
export interface Sent {
  /** Below the prefix of the Data API, unless it starts with `/v`. */
  readonly path: string;
  /** @default 200; 0 for no response at all */
  readonly status?: number;
  /** Why there is no response. @default 'timeout' */
  readonly failure?: TransportFailure['kind'];
  /** Of the response: text goes as it is, anything else as JSON. @default an empty body */
  readonly body?: unknown;
  /** Body of the request, in the same way. @default none */
  readonly sends?: unknown;
  /** @default 'GET' */
  readonly method?: string;
  /** The whole Authorization header; `null` for none. @default the first token */
  readonly auth?: string | null;
  readonly step?: Step;
  /** Of the response. */
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json; charset=utf-8';

export function exchangesOf(sent: readonly Sent[]): readonly Exchange[] {
  return sent.map((one, seq) => {
    const { path, status = 200, body = '', method = 'GET', auth = 'Bearer «token:1»' } = one;
    return {
      seq,
      ...(one.step ? { step: one.step } : {}),
      request: {
        method,
        origin: 'https://api.example.test',
        path: path.startsWith('/v') ? path : `/v2.0${path}`,
        headers: auth === null ? {} : { authorization: auth },
        ...(one.sends === undefined ? {} : { body: textOf(one.sends) }),
        sentAtMs: seq,
      },
      ...(status === 0
        ? { failure: { kind: one.failure ?? 'timeout', message: 'no whole response' } }
        : {
            response: {
              status,
              headers: { 'content-type': json, ...one.headers },
              body: textOf(body),
              receivedAtMs: seq,
            },
          }),
    };
  });
}

/** The envelope of a list. */
export const listOf = (...records: readonly object[]) => ({
  data: records.map((data) => ({ data })),
  links: [],
});

/** The envelope of one record. */
export const recordOf = (record: object) => ({ data: record });

/** Traffic as it would be read from a run against a subject of this kind. */
export function trafficOf(
  exchanges: readonly Exchange[],
  subject: JudgeContext['subject'] = 'sandbox',
): Traffic {
  const certainty = certaintyOf(subject);
  const attribute = certainty.ownSteps ? undefined : attributeSteps;
  return readTraffic(exchanges, { profiles, certainty, attribute });
}

/** What the claim of a requirement comes to. The spec file that makes the claim has to be imported. */
export function outcomeOf(
  id: ServerRequirementId,
  exchanges: readonly Exchange[],
  subject?: JudgeContext['subject'],
): Outcome {
  return assertClaim(claimOf(id), trafficOf(exchanges, subject)).outcome;
}

/** A row of a table: what was sent, and what the claim comes to. */
export interface Row {
  readonly fact: string;
  readonly sent: readonly Sent[];
  readonly outcome: Outcome['outcome'];
  readonly subject?: JudgeContext['subject'];
  /** Numbers of the exchanges that the findings name. */
  readonly at?: readonly number[];
  /** A note of a case says this. */
  readonly note?: RegExp;
}

/** One test for each row. */
export function describeRows(id: ServerRequirementId, rows: readonly Row[]): void {
  describe(id, () => {
    for (const { fact, sent, outcome, subject, at = [], note } of rows)
      it(fact, () => {
        const result = outcomeOf(id, exchangesOf(sent), subject);
        const found = result.cases.flatMap((one) => one.findings.map((finding) => finding.exchange));
        expect([result.outcome, found], JSON.stringify(result)).to.deep.equal([outcome, at]);
        if (note) expect(result.cases.flatMap((one) => one.notes ?? []).join()).to.match(note);
      });
    it('nothing was requested: untested', () => {
      expect(outcomeOf(id, []).outcome).to.equal('untested');
    });
  });
}

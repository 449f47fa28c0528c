import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../../src/exchange.ts';
import type { Outcome } from '../../src/outcome.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import type { JudgeContext } from '../../src/result.ts';
import { exchangesOf, outcomeOf, type Sent } from './testing.ts';

/** Hand-made LMS Connect traffic for tests of claims. */

/** Ids of the one section, student and assignment. */
export const section = '60a000000000000000040001';
export const student = '60a000000000000000030001';
export const assignment = '11111111-2222-4333-8444-555555555555';
/** The collection of the section's assignments. */
export const list = `/v3.1/sections/${section}/assignments`;
/** The assignment. */
export const path = `${list}/${assignment}`;

/** One exchange. The path is that of the assignment unless it says otherwise. */
export type LmsSent = Partial<Sent>;

export function lmsExchangesOf(...sent: readonly LmsSent[]): readonly Exchange[] {
  return exchangesOf(sent.map((one) => ({ path, auth: 'Bearer good', ...one })));
}

/** The same exchanges as a run records them. */
export function redacted(exchanges: readonly Exchange[]): readonly Exchange[] {
  return redactExchanges(exchanges, { profiles, tokens: ['good'], key: new Uint8Array(32) });
}

/** What the claim comes to, which has to be the same after redaction. */
export function lmsOutcomeOf(id: ServerRequirementId, ...sent: readonly LmsSent[]): Outcome {
  const exchanges = lmsExchangesOf(...sent);
  const outcome = outcomeOf(id, exchanges);
  const short = ({ outcome: value, cases }: Outcome) => [value, cases.map((one) => [one.name, one.outcome])];
  expect(short(outcomeOf(id, redacted(exchanges))), 'redaction changes the outcome').to.deep.equal(
    short(outcome),
  );
  return outcome;
}

/** The same in a capture, where no request has a step. */
export function capturedOutcomeOf(id: ServerRequirementId, ...sent: readonly LmsSent[]): Outcome {
  const subject: JudgeContext['subject'] = 'har';
  return outcomeOf(id, lmsExchangesOf(...sent), subject);
}

/** The findings, or the outcome where there are none. */
export function resultOf(outcome: Outcome): string {
  const findings = outcome.cases.flatMap((one) =>
    one.findings.map((finding) => `${one.name}: ${finding.message}`),
  );
  return findings.join(' ') || outcome.outcome;
}

/** What was sent to create the assignment. */
export const sent = {
  title: 'Essay',
  description: 'Write one.',
  due_date: '2027-01-01T10:00:00.000Z',
  assignee_mode: 'individuals',
  assignee_ids: [student, '60a000000000000000030002'],
  points_possible: 12.5,
};
/** The assignment as it is read. */
export const record = { ...sent, id: assignment, state: 'open', grading_type: 'points' };

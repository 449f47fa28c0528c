import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { model } from '../../generated/model.ts';
import { redactExchanges } from '../evidence/redactor.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { JudgeContext } from '../result.ts';
import { lmsJudges } from './lms.ts';

/** For tests of judges: exchanges made by hand. */
export const context: JudgeContext = { subject: 'sandbox', profiles };

/** Ids of the one section, student and assignment. */
export const section = '60a000000000000000040001';
export const student = '60a000000000000000030001';
export const assignment = '11111111-2222-4333-8444-555555555555';
/** The collection of the section's assignments. */
export const list = `/v3.1/sections/${section}/assignments`;
/** Our assignment. */
export const path = `${list}/${assignment}`;

/** One exchange, as far as a test cares. The path is that of our assignment unless it says otherwise. */
export interface Made {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly status: number;
  /** A string goes as it is, anything else as JSON. @default '' */
  readonly answer?: unknown;
  readonly step?: Step;
  readonly token?: string;
}

/** Exchanges in the order of their sequence numbers. */
export function exchangesOf(...made: readonly Made[]): Exchange[] {
  return made.map((one, seq) => ({
    seq,
    ...(one.step ? { step: one.step } : {}),
    request: {
      method: one.method ?? 'GET',
      origin: 'https://api.example.test',
      path: one.path ?? path,
      headers: { authorization: `Bearer ${one.token ?? 'good'}` },
      ...(one.body === undefined ? {} : { body: textOf(one.body) }),
      sentAtMs: seq,
    },
    response: { status: one.status, headers: {}, body: textOf(one.answer ?? ''), receivedAtMs: seq },
  }));
}

/** The same exchanges as judges get them in a run. */
export function redacted(exchanges: readonly Exchange[]): Exchange[] {
  return redactExchanges(exchanges, { model, profiles, tokens: ['good'], key: new Uint8Array(32) });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type LmsId = keyof typeof lmsJudges & ServerRequirementId;

/** Judges in clear and redacted; both have to come to the same. */
export function judge(id: LmsId, ...made: readonly Made[]): Outcome {
  const exchanges = exchangesOf(...made);
  const outcome = lmsJudges[id](exchanges, context);
  const covered = lmsJudges[id](redacted(exchanges), context);
  const short = ({ outcome: value, cases }: Outcome) => [value, cases.map((one) => [one.name, one.outcome])];
  expect(short(covered), 'redaction changes the outcome').to.deep.equal(short(outcome));
  return outcome;
}

/** What was found, or the outcome where nothing was. */
export function said(outcome: Outcome): string {
  const findings = outcome.cases.flatMap((one) =>
    one.findings.map((found) => `${one.name}: ${found.message}`),
  );
  return findings.join('; ') || outcome.outcome;
}

/** What was sent to create our assignment. */
export const sent = {
  title: 'Essay',
  description: 'Write one.',
  due_date: '2027-01-01T10:00:00.000Z',
  assignee_mode: 'individuals',
  assignee_ids: [student, '60a000000000000000030002'],
  points_possible: 12.5,
};
/** Our assignment as it is read. */
export const record = { ...sent, id: assignment, state: 'open', grading_type: 'points' };

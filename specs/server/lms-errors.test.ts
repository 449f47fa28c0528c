import { expect } from 'chai';
import { type LmsErrorId, lmsErrorTable } from '../../contracts/lms-errors.ts';
import type { Exchange } from '../../src/exchange.ts';
import { asked, controls, documented, record } from '../support/lms-errors-testing.ts';
import { type LmsSent, lmsExchangesOf, redacted, student } from '../support/lms-testing.ts';
import { outcomeOf } from '../support/testing.ts';
import './lms-errors.spec.ts';

/** What the claim of an error comes to, with the notes and findings of its first case. */
function resultOf(id: LmsErrorId, exchanges: readonly Exchange[]) {
  const outcome = outcomeOf(id, exchanges);
  const [only] = outcome.cases;
  return { outcome: outcome.outcome, notes: only?.notes ?? [], findings: only?.findings ?? [] };
}

/** What one response to the request of an error comes to, which has to be the same after redaction. */
function resultOfResponse(id: LmsErrorId, response: Pick<LmsSent, 'status' | 'body'>, change: LmsSent = {}) {
  const one = { ...asked[id], ...response, ...change, step: { claim: id, case: 'a case', role: 'asked' } };
  const optional = id === 'lms-errors/user-not-found' ? theOthers() : [];
  const exchanges = lmsExchangesOf(...controls, one, ...optional);
  const clear = resultOf(id, exchanges);
  const covered = resultOf(id, redacted(exchanges));
  expect(covered.outcome, 'redaction changes the outcome').to.equal(clear.outcome);
  expect(covered.notes.length, 'redaction changes the notes').to.equal(clear.notes.length);
  return clear;
}

/** The error for students who are not found needs four cases. */
function theOthers(): LmsSent[] {
  const id = 'lms-errors/user-not-found';
  return ['read, not enrolled', 'update, not enrolled', 'read, not assigned', 'update, not assigned'].map(
    (name) => ({
      ...asked[id],
      status: 404,
      body: { message: 'User not found' },
      step: { claim: id, case: name, role: 'asked' },
    }),
  );
}

const ids = lmsErrorTable.map((row) => row.id);

describe('the claims of the LMS Connect error table', () => {
  for (const id of ids) {
    const { status, text } = documented(id);
    it(`${id}: the documented response passes without a note`, () => {
      const body = status === 405 ? '' : { message: text };
      expect(resultOfResponse(id, { status, body })).to.deep.equal({
        outcome: 'passed',
        notes: [],
        findings: [],
      });
    });

    it(`${id}: another status fails, whatever the message`, () => {
      for (const other of [400, 401, 403, 404, 405, 409, 422, 500, 501].filter((one) => one !== status))
        expect(
          resultOfResponse(id, { status: other, body: { message: text } }).outcome,
          String(other),
        ).to.equal('failed');
      expect(resultOfResponse(id, { status: 200, body: record }).outcome).to.equal('failed');
    });

    it(`${id}: another message fails`, () => {
      for (const body of [{ message: 'Something else' }, { message: `x ${text}` }, { error: text || 'x' }])
        expect(resultOfResponse(id, { status, body }).outcome, JSON.stringify(body)).to.equal('failed');
      expect(resultOfResponse(id, { status, body: '<html></html>' }).outcome).to.equal('failed');
    });

    it(`${id}: an outage or a used-up quota leaves it undecided`, () => {
      for (const other of [429, 502, 503, 504])
        expect(resultOfResponse(id, { status: other }).outcome).to.equal('cantTell');
    });

    it(`${id}: a refusal proves nothing where nothing is served`, () => {
      const step = { claim: id, case: 'a case', role: 'asked' };
      const one = { ...asked[id], status, body: status === 405 ? '' : { message: text }, step };
      // Where nothing was written, what is missing is a permission.
      const isWrite = one.method !== undefined;
      expect(outcomeOf(id, lmsExchangesOf(one)).outcome).to.equal(isWrite ? 'cantTell' : 'untested');
      expect(outcomeOf(id, []).outcome).to.equal('untested');
      const refusing = controls.map((control) => ({ ...control, status, body: one.body }));
      expect(outcomeOf(id, lmsExchangesOf(...refusing, one)).outcome).to.equal('cantTell');
    });
  }

  for (const id of [
    'lms-errors/no-token',
    'lms-errors/invalid-token',
    'lms-errors/invalid-assignment-id',
  ] as const)
    it(`${id}: where nothing may be created, another error of the table is the control`, () => {
      const step = { claim: id, case: 'a case', role: 'asked' };
      const gone: LmsSent = { status: 404, body: { message: 'Assignment does not exist' } };
      const outcomeWith = (...sent: readonly LmsSent[]) => outcomeOf(id, lmsExchangesOf(gone, ...sent));
      const { status, text } = documented(id);
      const good = { ...asked[id], status, body: { message: text }, step };
      expect(outcomeWith(good).outcome).to.equal('passed');
      expect(outcomeWith({ ...good, status: 404 }).outcome).to.equal('failed');
      expect(outcomeWith({ ...good, body: { message: 'no' } }).outcome).to.equal('failed');
      const notFound = { ...good, status: 404, body: { message: 'Not Found' } };
      const { step: _, ...control } = notFound;
      const { outcome, why } = outcomeOf(id, lmsExchangesOf(control, notFound));
      expect(outcome).to.equal('untested');
      expect(why).to.contain('--allow-writes');
    });

  const tolerated: readonly (readonly [LmsErrorId, unknown, string])[] = [
    ['lms-errors/missing-required-fields', { message: 'MISSING_REQUIRED_FIELD' }, 'missing-fields-wording'],
    [
      'lms-errors/lms-missing-required-field',
      { message: 'missing required field(s): points_possible' },
      'missing-fields-wording',
    ],
    ['lms-errors/invalid-escape', "Invalid character ' ' in string escape code", 'bare text'],
    [
      'lms-errors/invalid-escape',
      { message: 'Invalid character ‘ ’ in string escape code' },
      'exact text differs',
    ],
    [
      'lms-errors/missing-value',
      { message: 'invalid character ‘,’ looking for beginning of value' },
      'exact text differs',
    ],
    [
      'lms-errors/malformed-json',
      { message: "Invalid character ':' after object key:value pair" },
      'exact text differs',
    ],
    [
      'lms-errors/empty-submission-type',
      {
        message:
          'validation failure list:\\nsubmission_types.0 in body should be one of [link file text discussion]',
      },
      'exact text differs',
    ],
    [
      'lms-errors/update-due-date-out-of-range',
      { message: 'parsing time “2027-02-30”: day out of range' },
      'exact text differs',
    ],
    [
      'lms-errors/no-valid-assignees',
      { message: '“\nno valid users found in Google Classroom”' },
      'exact text differs',
    ],
    ['lms-errors/no-valid-assignees', { message: 'No valid users found in Canvas' }, 'exact text differs'],
    ['lms-errors/no-token', { message: 'No authorization provided\n' }, 'exact text differs'],
  ];
  for (const [id, body, note] of tolerated)
    it(`${id}: ${JSON.stringify(body)} passes with a note`, () => {
      const { outcome, notes } = resultOfResponse(id, { status: documented(id).status, body });
      expect(outcome).to.equal('passed');
      expect(notes.join('; ')).to.contain(note);
    });

  it('another LMS is as good, and an empty message as good as none', () => {
    const answers: readonly (readonly [LmsErrorId, number, unknown])[] = [
      ['lms-errors/no-valid-assignees', 400, { message: 'no valid users found in Schoology' }],
      ['lms-errors/no-valid-assignees', 400, { message: 'no valid users found in Moodle' }],
      ['lms-errors/unsupported-method', 405, { message: '' }],
      ['lms-errors/unsupported-method', 405, '\n'],
    ];
    for (const [id, status, body] of answers)
      expect(resultOfResponse(id, { status, body })).to.deep.equal({
        outcome: 'passed',
        notes: [],
        findings: [],
      });
  });

  it('values of the request come back unchanged', () => {
    const wrong: readonly (readonly [LmsErrorId, string])[] = [
      ['lms-errors/missing-required-fields', 'missing required field(s): title'],
      ['lms-errors/missing-required-fields', 'missing required field(s): due_date, title'],
      ['lms-errors/missing-required-fields', 'missing required field(s): title, description, due_date'],
      [
        'lms-errors/unknown-grader',
        `NOT_FOUND: Person with id clever:${student} not found for this integration.`,
      ],
      [
        'lms-errors/unknown-grader',
        'NOT_FOUND: Person with id clever:{{id}} not found for this integration.',
      ],
      ['lms-errors/update-due-date-out-of-range', 'parsing time "2027-02-29": day out of range'],
      ['lms-errors/update-due-date-out-of-range', 'parsing time "YYYY-MM-DD": day out of range'],
      ['lms-errors/update-due-date-out-of-range', 'due_date must be in the future'],
    ];
    for (const [id, message] of wrong)
      expect(resultOfResponse(id, { status: 400, body: { message } }).outcome, message).to.equal('failed');
  });

  it('a past day on update may get either text', () => {
    const id = 'lms-errors/update-due-date-out-of-range';
    const sends = { due_date: '2001-02-03T04:05:06.000Z' };
    const late = resultOfResponse(
      id,
      { status: 400, body: { message: 'due_date must be in the future' } },
      { sends },
    );
    expect(late.outcome).to.equal('passed');
    expect(late.notes).to.have.length(1);
    const body = { message: `parsing time "${sends.due_date}": day out of range` };
    expect(resultOfResponse(id, { status: 400, body }, { sends })).to.include({ outcome: 'passed' });
  });

  it('a read of a deleted assignment counts only after a read and a deletion', () => {
    const id = 'lms-errors/deleted-assignment';
    const step = { claim: id, case: 'a case', role: 'asked' };
    const gone = { status: 404, body: { message: 'Assignment does not exist' }, step };
    const outcomeAfter = (...before: readonly LmsSent[]) =>
      outcomeOf(id, lmsExchangesOf(...before, gone)).outcome;
    const [read, remove] = [controls[7]!, controls[8]!];
    expect(outcomeAfter(read, remove)).to.equal('passed');
    expect(outcomeAfter(read)).to.equal('untested');
    expect(outcomeAfter(remove)).to.equal('cantTell');
  });

  it('a case of the four students that could not be sent leaves the error untested', () => {
    const id = 'lms-errors/user-not-found';
    const outcome = outcomeOf(id, lmsExchangesOf(...controls, ...theOthers().slice(0, 2)));
    expect(outcome.outcome).to.equal('untested');
  });
});

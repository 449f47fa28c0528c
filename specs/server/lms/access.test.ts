import { expect } from 'chai';
import {
  type LmsSent,
  list,
  lmsExchangesOf,
  lmsOutcomeOf,
  path,
  record,
  resultOf,
  section,
} from '../../support/lms-testing.ts';
import { outcomeOf } from '../../support/testing.ts';
import './access.spec.ts';
import './assignments.spec.ts';

describe('lms/served-on-v3.1-only and lms/requires-agreement', () => {
  const own: LmsSent = { status: 200, body: { data: record } };
  const elsewhere = (status: number, body: unknown = ''): LmsSent => ({
    path: path.replace('v3.1', 'v3.0'),
    status,
    body,
    step: { claim: 'lms/served-on-v3.1-only', case: 'it', role: 'asked' },
  });

  it('another version does not serve what v3.1 serves', () => {
    const id = 'lms/served-on-v3.1-only';
    expect(resultOf(lmsOutcomeOf(id, own, elsewhere(404)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, own, elsewhere(501)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, own, elsewhere(200, { data: record })))).to.contain(
      'under another version',
    );
    expect(resultOf(lmsOutcomeOf(id, own, elsewhere(503)))).to.equal('cantTell');
  });

  it('without an assignment, errors of the table show where LMS Connect is', () => {
    const id = 'lms/served-on-v3.1-only';
    const gone = { message: 'Assignment does not exist' };
    const unknown: LmsSent = { status: 404, body: gone };
    const notFound = { message: 'Not Found' };
    expect(resultOf(lmsOutcomeOf(id, unknown, elsewhere(404, notFound)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, unknown, elsewhere(404, gone)))).to.contain(
      'exists under another version',
    );
    expect(resultOf(lmsOutcomeOf(id, elsewhere(404, gone)))).to.contain('exists under another version');
    const off = lmsOutcomeOf(id, { status: 404, body: notFound }, elsewhere(404, notFound));
    expect([off.outcome, off.why]).to.deep.equal([
      'untested',
      'the path was not served under v3.1 either; an assignment to compare with needs to be created (--allow-writes)',
    ]);
    const notAsked = lmsOutcomeOf(id, elsewhere(404));
    expect(notAsked.outcome).to.equal('untested');
    expect(notAsked.why).to.contain('was not requested under v3.1');
    const writing: LmsSent = { method: 'PATCH', sends: { title: 'a' }, status: 404, body: notFound };
    const failedWrite = lmsOutcomeOf(id, writing, { status: 404 }, elsewhere(404, notFound));
    expect(failedWrite.outcome).to.equal('cantTell');
  });

  it('a token without the agreement is refused what one with it is given', () => {
    const id = 'lms/requires-agreement';
    const read = (role: string, status: number, body: unknown = ''): LmsSent => ({
      status,
      body,
      auth: `Bearer ${role}`,
      step: { claim: id, case: 'read', role },
    });
    const granted = read('with', 200, { data: record });
    for (const status of [400, 401, 403, 404])
      expect(resultOf(lmsOutcomeOf(id, granted, read('without', status)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, granted, read('without', 200, { data: record })))).to.contain(
      'was not refused',
    );
    expect(resultOf(lmsOutcomeOf(id, granted, read('without', 500)))).to.contain('was not refused');
    expect(resultOf(lmsOutcomeOf(id, granted, read('without', 503)))).to.equal('cantTell');
    expect(resultOf(lmsOutcomeOf(id, read('with', 403), read('without', 403)))).to.equal('cantTell');
  });
});

describe('lms/unknown-id-refused', () => {
  const id = 'lms/unknown-id-refused';
  const own: LmsSent = { status: 200, body: { data: record } };
  const unknown = (status: number, body: unknown = { message: 'Not Found' }): LmsSent => ({
    path: `${list}/00000000-0000-0000-0000-000000000000`,
    status,
    body,
    step: { claim: id, case: 'read, unknown assignment', role: 'asked' },
  });

  it('400 and 404 are refusals, whatever the message', () => {
    expect(resultOf(lmsOutcomeOf(id, own, unknown(400)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, own, unknown(404, '')))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, own, unknown(503)))).to.equal('cantTell');
  });

  it('a success and a crash fail, even where nothing else is served', () => {
    for (const status of [200, 204, 403, 500])
      expect(resultOf(lmsOutcomeOf(id, unknown(status))), String(status)).to.contain('was not refused');
    expect(resultOf(lmsOutcomeOf(id, own, unknown(404, { data: record })))).to.contain('has a record');
  });

  it('a refusal proves nothing where nothing is served', () => {
    const outcome = lmsOutcomeOf(id, unknown(404));
    expect(outcome.outcome).to.equal('untested');
    expect(outcome.why).to.contain('--allow-writes');
  });

  describe('ids that exist below another parent', () => {
    const other = '60a000000000000000040002';
    const step = { claim: id, case: 'read, another section', role: 'asked' };
    const asked = (status: number, body: unknown = { message: 'Not Found' }): LmsSent => ({
      path: path.replace(section, other),
      status,
      body,
      step,
    });
    const create: LmsSent = { method: 'POST', path: list, sends: {}, status: 200, body: { data: record } };
    const sections = (here: readonly string[], there: readonly string[]): LmsSent => ({
      path: '/v2.0/sections?limit=100',
      status: 200,
      body: {
        data: [{ data: { id: section, teachers: here } }, { data: { id: other, teachers: there } }],
        links: [],
      },
    });
    const [one, two] = ['60a000000000000000050001', '60a000000000000000050002'];
    const live = (...exchanges: LmsSent[]) => outcomeOf(id, lmsExchangesOf(...exchanges), 'live');

    it('a refusal passes, 403 with a note', () => {
      for (const status of [400, 403, 404])
        expect(resultOf(lmsOutcomeOf(id, own, asked(status))), `${status}`).to.equal('passed');
      expect(resultOf(lmsOutcomeOf(id, own, asked(403, { data: record })))).to.contain('has a record');
    });

    it('a success fails', () => {
      expect(resultOf(lmsOutcomeOf(id, own, asked(200, { data: record })))).to.contain(
        'is not below its parent in the path was not refused',
      );
      expect(resultOf(lmsOutcomeOf(id, own, asked(500)))).to.contain('was not refused');
    });

    it('an LMS may have the sections of one teacher as one course', () => {
      const served = asked(200, { data: record });
      expect(resultOf(live(sections([one], [two]), create, own, served))).to.contain('was not refused');
      for (const known of [sections([one], [two, one]), sections([one], [])])
        expect(resultOf(live(known, create, own, served))).to.equal('cantTell');
      expect(resultOf(live(create, own, served))).to.equal('cantTell');
      expect(resultOf(live(sections([one], [one]), create, own, asked(404)))).to.equal('passed');
    });
  });
});

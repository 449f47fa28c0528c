import { expect } from 'chai';
import { openQuestions } from '../../contracts/open-questions.ts';
import { profiles } from '../../contracts/profiles.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { requirements } from '../../contracts/requirements/index.ts';
import { statusTable } from '../../contracts/status-table.ts';

const all: readonly Requirement[] = requirements;

describe('open questions', () => {
  const ids: readonly string[] = openQuestions.map(({ id }) => id);

  it('exist where a requirement names them', () => {
    for (const one of all) expect(ids, one.id).to.include.members([...one.doubts]);
  });

  it('are each named by a requirement', () => {
    expect(ids.filter((id) => !all.some((one) => one.doubts.includes(id)))).to.deep.equal([]);
  });

  it('have an id of their own, two positions at least and a judgement', () => {
    expect(new Set(ids).size).to.equal(ids.length);
    for (const question of openQuestions) {
      expect(question.positions, question.id).to.have.length.at.least(2);
      for (const { says } of question.positions) expect(says, question.id).to.match(/^\S.{10,}\.$/);
      expect(question.judgedAs, question.id).to.match(/^[A-Z0-9].{10,}\.$/);
      expect(question.title, question.id).to.match(/[^.]$/);
    }
  });
});

describe('statusTable', () => {
  it('retries exactly 500, 502 and 503 with growing waits', () => {
    const retried = statusTable.filter((row) => row.retry === 'backoff').map((row) => row.status);
    expect(retried).to.deep.equal([500, 502, 503]);
  });

  it('agrees with the client rows on what is never sent again', () => {
    const never: readonly number[] = statusTable
      .filter((row) => row.retry === 'never' && row.status !== 200)
      .map((row) => row.status);
    const rows = all.filter((one) => one.id.startsWith('backoff/client-no-retry-'));
    expect(rows.map((one) => Number(one.id.slice(-3)))).to.deep.equal(never);
  });

  it('names APIs that a profile has', () => {
    const kinds = profiles.map((profile) => profile.kind);
    for (const row of statusTable) expect(kinds).to.include.members([...row.apis]);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { type LmsErrorId, type LmsErrorRow, lmsErrorTable } from '../../contracts/lms-errors.ts';
import { lmsErrorsRequirements } from '../../contracts/requirements/lms-errors.ts';

const rows: readonly LmsErrorRow[] = lmsErrorTable;
const matches = (id: LmsErrorId, text: string) => {
  const row = rows.find((one) => one.id === id)!;
  return new RegExp(row.pattern, row.flags).test(text);
};

describe('lmsErrorTable', () => {
  it('has the 17 rows of the document, one for each requirement, in order', () => {
    expect(rows.map((row) => row.id)).to.deep.equal(lmsErrorsRequirements.map((one) => one.id));
    expect(rows).to.have.length(17);
  });

  it('matches its own message, with values in place of the placeholders', () => {
    for (const row of rows) {
      const filled = row.message.replace('{fields}', 'title, due_date').replace(/\{\w+\}/, '2026-02-30');
      expect(filled, row.id).to.match(new RegExp(row.pattern, row.flags));
    }
  });

  it('is anchored: no pattern matches a longer text', () => {
    for (const row of rows.filter((one) => one.body !== 'empty')) {
      const filled = row.message.replace('{fields}', 'title').replace(/\{\w+\}/, 'x');
      expect(`x ${filled}`, row.id).not.to.match(new RegExp(row.pattern, row.flags));
      if (row.id !== 'lms-errors/no-valid-assignees')
        expect(`${filled} x`, row.id).not.to.match(new RegExp(row.pattern, row.flags));
    }
  });

  it('explains every placeholder', () => {
    for (const row of rows) {
      const named = [...row.message.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      expect(Object.keys(row.placeholders), row.id).to.deep.equal(named);
    }
  });

  it('takes the absent fields in the documented order only', () => {
    const id = 'lms-errors/missing-required-fields';
    for (const fields of [
      'title',
      'title, description, due_date',
      'description, due_date',
      'title, due_date',
    ])
      expect(matches(id, `missing required field(s): ${fields}`), fields).to.equal(true);
    for (const fields of ['', 'due_date, title', 'title,due_date', 'title, title', 'name'])
      expect(matches(id, `missing required field(s): ${fields}`), fields).to.equal(false);
  });

  it('tolerates the slips of the document', () => {
    expect(matches('lms-errors/invalid-escape', "Invalid character ' ' in string escape code")).to.equal(
      true,
    );
    const choice = 'submission_types.0 in body should be one of [link file text discussion]';
    expect(matches('lms-errors/empty-submission-type', `validation failure list:\\n${choice}`)).to.equal(
      true,
    );
    expect(matches('lms-errors/empty-submission-type', `validation failure list: ${choice}`)).to.equal(false);
    const noAssignee = '\u201c\nno valid users found in Google Classroom\u201d';
    expect(matches('lms-errors/no-valid-assignees', noAssignee)).to.equal(true);
    expect(matches('lms-errors/no-valid-assignees', 'no valid users found in ')).to.equal(false);
  });

  it('needs no more than a moment for a long text of any kind', () => {
    const texts = [' ', '"', 'a', '\n', '" ', 'title, '].map((piece) => piece.repeat(50_000));
    const startedMs = performance.now();
    for (const row of rows) {
      const patterns = [row, ...row.alternatives];
      const start = row.message.replace(/\{.*/s, '');
      for (const { pattern, flags } of patterns)
        for (const text of texts) new RegExp(pattern, flags).test(`${start}${text}!"x`);
    }
    expect(performance.now() - startedMs).to.be.below(1_000);
  });

  it('matches no text at random', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) =>
        rows.every((row) => text.trim() === '' || !new RegExp(row.pattern, row.flags).test(text)),
      ),
    );
  });
});

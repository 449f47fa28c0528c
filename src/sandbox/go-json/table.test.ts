import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { answerLikeGo, bodyOf, type GoRow } from './table-testing.ts';

const { go, rows }: { readonly go: string; readonly rows: readonly GoRow[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'contracts', 'go-json', 'table.json'), 'utf8'),
);

describe('the table of real Go outputs', () => {
  it('names its Go and contains at least 900 rejected bodies, each row once', () => {
    expect(go).to.match(/^go1\.\d+/);
    const names = rows.map((row) => `${row.target} ${bodyOf(row).toString('hex')}`);
    expect(new Set(names).size).to.equal(rows.length);
    expect(rows.filter(({ error }) => error !== undefined).length).to.be.at.least(900);
  });

  for (const target of new Set(rows.map((row) => row.target)))
    it(`${target}: the sandbox decodes every row as Go does`, () => {
      const mine = rows.filter((row) => row.target === target);
      const resultOf = ({ error, value, rest }: Partial<GoRow>) =>
        error === undefined ? { value, rest: rest ?? false } : { error };
      const answered = mine.map((row) => ({ ...row, ...resultOf(answerLikeGo(target, bodyOf(row))) }));
      expect(answered).to.deep.equal(mine.map((row) => ({ ...row, ...resultOf(row) })));
    });

  it('only on an impossible date with a time of day does strfmt pick the text of another layout', () => {
    const others = rows.filter(({ last }) => last !== undefined);
    expect(others).to.not.be.empty;
    for (const { error, last } of others) {
      expect(error).to.match(/ out of range$/);
      expect(last).to.match(/: extra text: /);
    }
  });
});

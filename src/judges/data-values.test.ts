import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../generated/model.ts';
import type { FieldModel } from '../model.ts';
import { judgeValue } from './data-values.ts';

const fieldOf = (schema: string, name: string): FieldModel => {
  const field = model.schemas[schema]?.fields[name];
  if (!field) throw new Error(`${schema} has no ${name}`);
  return field;
};

/** Schema and field, what is fine, what is tolerated with a note, what is wrong. */
const table: readonly {
  readonly of: readonly [string, string];
  readonly fine: readonly unknown[];
  readonly tolerated?: readonly unknown[];
  readonly wrong: readonly unknown[];
}[] = [
  {
    of: ['Student', 'dob'],
    fine: ['9/4/2010', '09/04/2010', '2/29/2012', '12/31/1999', '', null, undefined],
    tolerated: ['2010-09-04'],
    wrong: [
      '13/45/2010',
      '2/29/2011',
      '9/4/10',
      '2010-13-45',
      '2010-02-30',
      'on 9/4/2010',
      '2010-09-04T00:00:00Z',
      7,
    ],
  },
  {
    of: ['Student', 'created'],
    fine: ['2026-01-05T12:00:00.000Z', null],
    wrong: [
      '',
      '2026-01-05',
      '2026-01-05T12:00:00Z',
      '2026-02-30T12:00:00.000Z',
      '2026-01-05T12:00:00.000+00:00',
    ],
  },
  {
    of: ['Term', 'start_date'],
    fine: ['2026-01-05', '2026-01-05T00:00:00Z', '2026-01-05T00:00:00-07:00', ''],
    wrong: ['5 January 2026', '2026-1-5', '2026-02-30', '2026-01-05T25:00:00Z'],
  },
  {
    of: ['District', 'pause_start'],
    fine: ['2026-01-05T00:00:00Z', '2026-01-05T00:00:00.123Z', ''],
    wrong: ['2026-01-05', 1_767_571_200],
  },
  {
    of: ['Student', 'grade'],
    fine: ['Kindergarten', '12', null],
    tolerated: [''],
    wrong: ['13', 'kindergarten', 12, ['12'], true],
  },
  { of: ['Student', 'gender'], fine: ['M', 'F', ''], wrong: ['X', 'm'] },
  {
    of: ['Student', 'id'],
    fine: ['60a00000000000000000030f', '60A00000000000000000030F'],
    wrong: ['', '123', '60a00000000000000000030g', ' 60a00000000000000000030f'],
  },
  { of: ['Section', 'course'], fine: ['60a00000000000000000030f', '', null], wrong: ['math'] },
  {
    of: ['Section', 'students'],
    fine: [[], ['60a00000000000000000030f']],
    wrong: ['60a00000000000000000030f', ['nobody'], [null], [7], {}],
  },
  { of: ['Student', 'graduation_year'], fine: ['2030', ''], wrong: [2030] },
];

describe('values of validated fields', () => {
  for (const { of, fine, tolerated = [], wrong } of table)
    it(`${of.join('.')} takes what its description says, and nothing else`, () => {
      const field = fieldOf(...of);
      const kindOf = (value: unknown) => ({ value, kind: judgeValue(value, field).kind });
      expect(fine.map(kindOf)).to.deep.equal(fine.map((value) => ({ value, kind: 'fine' })));
      expect(tolerated.map(kindOf)).to.deep.equal(tolerated.map((value) => ({ value, kind: 'tolerated' })));
      expect(wrong.map(kindOf)).to.deep.equal(wrong.map((value) => ({ value, kind: 'wrong' })));
    });

  it('a birthday is right exactly when the day exists', () => {
    const field = fieldOf('Student', 'dob');
    const numbers = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const verdict = judgeValue(`${month}/${day}/${year}`, field);
        expect(verdict.kind).to.equal(exists ? 'fine' : 'wrong');
      }),
    );
  });

  it('any JSON gets a verdict from any validated field', () => {
    const fields = Object.values(model.schemas)
      .flatMap((schema) => Object.values(schema.fields))
      .filter((field) => field.validated);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        expect(judgeValue(value, field).kind).to.be.oneOf(['fine', 'tolerated', 'wrong']);
      }),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../../generated/model.ts';
import type { FieldModel } from '../../../openapi/model-types.ts';
import { checkValue } from './values.ts';

const fieldOf = (schema: string, name: string): FieldModel => {
  const field = model.schemas[schema]?.fields[name];
  if (!field) throw new Error(`${schema} has no ${name}`);
  return field;
};

/** Schema and field, what is valid, what is tolerated with a note, what is invalid. */
const table: readonly {
  readonly of: readonly [string, string];
  readonly valid: readonly unknown[];
  readonly tolerated?: readonly unknown[];
  readonly invalid: readonly unknown[];
}[] = [
  {
    of: ['Student', 'dob'],
    valid: ['9/4/2010', '09/04/2010', '2/29/2012', '12/31/1999', '', null, undefined],
    tolerated: ['2010-09-04'],
    invalid: [
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
    valid: ['2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00Z', '2026-01-05T12:00:00.000+00:00', null],
    tolerated: ['2026-01-05'],
    invalid: ['', '2026-02-30T12:00:00.000Z'],
  },
  {
    of: ['Term', 'start_date'],
    valid: ['2026-01-05', '2026-01-05T00:00:00Z', '2026-01-05T00:00:00-07:00', ''],
    invalid: ['5 January 2026', '2026-1-5', '2026-02-30', '2026-01-05T25:00:00Z'],
  },
  {
    of: ['District', 'pause_start'],
    valid: ['2026-01-05T00:00:00Z', '2026-01-05T00:00:00.123Z', ''],
    invalid: ['2026-01-05', 1_767_571_200],
  },
  {
    of: ['Student', 'grade'],
    valid: ['Kindergarten', '12', null],
    tolerated: [''],
    invalid: ['13', 'kindergarten', 12, ['12'], true],
  },
  { of: ['Student', 'gender'], valid: ['M', 'F', ''], invalid: ['X', 'm'] },
  {
    of: ['Student', 'id'],
    valid: ['60a00000000000000000030f', '60A00000000000000000030F'],
    invalid: ['', '123', '60a00000000000000000030g', ' 60a00000000000000000030f'],
  },
  { of: ['Section', 'course'], valid: ['60a00000000000000000030f', '', null], invalid: ['math'] },
  {
    of: ['Section', 'students'],
    valid: [[], ['60a00000000000000000030f']],
    invalid: ['60a00000000000000000030f', ['a-person'], [null], [7], {}],
  },
  { of: ['Student', 'graduation_year'], valid: ['2030', ''], invalid: [2030] },
];

describe('values of validated fields', () => {
  for (const { of, valid, tolerated = [], invalid } of table)
    it(`${of.join('.')} accepts what its description says, and nothing else`, () => {
      const field = fieldOf(...of);
      const kindOf = (value: unknown) => ({ value, kind: checkValue(value, field).kind });
      expect(valid.map(kindOf)).to.deep.equal(valid.map((value) => ({ value, kind: 'valid' })));
      expect(tolerated.map(kindOf)).to.deep.equal(tolerated.map((value) => ({ value, kind: 'tolerated' })));
      expect(invalid.map(kindOf)).to.deep.equal(invalid.map((value) => ({ value, kind: 'invalid' })));
    });

  it('a birthday is valid exactly when the day exists', () => {
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
        const check = checkValue(`${month}/${day}/${year}`, field);
        expect(check.kind).to.equal(exists ? 'valid' : 'invalid');
      }),
    );
  });

  it('any JSON can be checked by any validated field', () => {
    const fields = Object.values(model.schemas)
      .flatMap((schema) => Object.values(schema.fields))
      .filter((field) => field.validated);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        expect(checkValue(value, field).kind).to.be.oneOf(['valid', 'tolerated', 'invalid']);
      }),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { parseGoDateTime } from './time.ts';

describe('parseGoDateTime', () => {
  const accepted: readonly (readonly [string, string])[] = [
    ['2026-01-05T12:00:00Z', '2026-01-05T12:00:00.000Z'],
    ['2026-01-05T12:00:00.123Z', '2026-01-05T12:00:00.123Z'],
    ['2026-01-05T12:00:00.123999999Z', '2026-01-05T12:00:00.123Z'],
    ['2026-01-05T12:00:00,5Z', '2026-01-05T12:00:00.500Z'],
    ['2026-01-05T12:00:00+05:30', '2026-01-05T06:30:00.000Z'],
    ['2026-01-05T12:00:00.000-0800', '2026-01-05T20:00:00.000Z'],
    ['2026-01-05T12:00:00', '2026-01-05T12:00:00.000Z'],
    ['2026-01-05T12:00Z', '2026-01-05T12:00:00.000Z'],
    ['2026-01-05T12:00', '2026-01-05T12:00:00.000Z'],
    ['2026-01-05 12:00:00', '2026-01-05T12:00:00.000Z'],
    ['2026-01-05', '2026-01-05T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0000-01-01', '0000-01-01T00:00:00.000Z'],
    ['', '1970-01-01T00:00:00.000Z'],
  ];
  for (const [text, iso] of accepted) {
    it(`${JSON.stringify(text)} is ${iso}`, () => {
      expect(parseGoDateTime(text)).to.deep.equal({ epochMs: Date.parse(iso) });
    });
  }

  // Go 1.20 changed both: it quotes an invalid year in full and range-checks offsets. Clever's documents show neither.
  it('for an invalid year only the text after its four bytes is quoted', () => {
    const error = 'parsing time "2éx5" as "2006-01-02": cannot parse "5" as "2006"'.replace(
      'é',
      '\\xc3\\xa9',
    );
    expect(parseGoDateTime('2éx5')).to.deep.equal({ error });
  });
  it('an offset is not range-checked', () => {
    expect(parseGoDateTime('2026-01-05T12:00:00+25:00')).to.deep.equal({
      epochMs: Date.parse('2026-01-04T11:00:00Z'),
    });
  });

  it('every instant of four-digit years survives its ISO form, and no text makes it throw', () => {
    const dates = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseGoDateTime(date.toISOString())).to.deep.equal({ epochMs: date.getTime() });
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => 'error' in parseGoDateTime(`2${text}`)));
  });
});

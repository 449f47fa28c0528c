import { expect } from 'chai';
import fc from 'fast-check';
import { createKeyed } from '../keyed.ts';
import { exists, readDate } from './date-text.ts';
import { createDates } from './dates.ts';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 0, 5, 12);
const dates = createDates(createKeyed(new Uint8Array(32).fill(3)), startMs, startMs + 60_000);

/** The notation, and which parts are out of range. */
function classOf(text: string): string {
  const date = readDate(text);
  if (!date) return 'none';
  const { month, day } = date.day;
  const digits = text.replace(/\d+/g, (run) => (text.includes('/') ? 'd' : 'd'.repeat(run.length)));
  const range = `${month < 1 ? 'low' : month > 12 ? 'high' : ''} ${day < 1 ? 'low' : day > 31 ? 'high' : ''}`;
  return `${digits.replace(/[+-]d\dd?:?dd$/, '')} ${exists(date.day)} ${range}`;
}

const msOf = (text: string | undefined) => Date.parse(`${text}T00:00:00Z`);
const anyDay = fc.date({ min: new Date('1931-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });

describe('the redaction of dates', () => {
  it('preserves the notation, and what is wrong with a date', () => {
    const texts = [
      ...[
        '2025-12-31T23:59:59.123Z',
        '2025-12-31t23:59:59Z',
        '2025-03-01 10:00',
        '2031-01-01T00:00:00+02:00',
      ],
      ...['2025-03-01', '3/1/2011', '03/01/2011', '2025-02-30', '2025-13-01T00:00:00Z', '1900-02-29'],
      ...[
        '2/29/2011',
        '13/5/2011',
        '0/5/2011',
        '5/0/2011',
        '4/31/2011',
        '5/99/2011',
        '0000-01-01',
        '9999-12-31',
      ],
    ];
    for (const text of texts)
      for (const move of [dates.own, dates.calendar, dates.due])
        expect(classOf(move(text, 'x') ?? ''), text).to.equal(classOf(text));
    for (const text of ['1 March 2011', '', '20110301', '2011-3-1'])
      expect([dates.own(text, 'x'), dates.calendar(text, 'x'), dates.due(text)]).to.deep.equal(
        Array(3).fill(undefined),
      );
    expect(dates.own('2025-03-01T25', 'x')).to.match(/^\d{4}-\d\d-\d\dT«not a time»$/);
  });

  it('shifts all days of one record by one number of days, in a circle of a hundred years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.string(), (one, other, owner) => {
        const shift = (date: Date) => {
          const text = date.toISOString().slice(0, 10);
          return (msOf(dates.own(text, owner)) - msOf(text)) / dayMs;
        };
        expect((shift(one) - shift(other)) % 36_525).to.equal(0);
      }),
      { numRuns: 100 },
    );
  });

  it('shows the same day of many records anywhere in the hundred years', () => {
    const decades = new Map<number, number>();
    for (let at = 0; at < 2_000; at++) {
      const decade = Math.floor(Number(dates.own('9/4/2014', `student ${at}`)?.split('/')[2]) / 10);
      decades.set(decade, (decades.get(decade) ?? 0) + 1);
    }
    expect([...decades.keys()].sort()).to.deep.equal([193, 194, 195, 196, 197, 198, 199, 200, 201, 202]);
    for (const [decade, count] of decades) expect(count, `${decade}0s`).to.be.within(120, 280);
  });

  it('leaves no time of day and no zone', () => {
    const times = new Set<string>();
    for (let at = 0; at < 50; at++)
      times.add(dates.own('2025-03-01T10:11:12.345-05:00', `student ${at}`)?.slice(11) ?? '');
    expect(times.size).to.equal(50);
    for (const time of times) expect(time).to.match(/^\d\d:\d\d:\d\d\.\d{3}\+01:00$/);
    expect(dates.own('2025-03-01T25:61:00Z', 'x')).to.match(/T25:61:\d\dZ$/);
  });

  it('shows a public date in another century, so that no shift of one is that of a person', () => {
    for (let at = 0; at < 500; at++) {
      const shift = msOf(dates.calendar('2026-08-17', `term ${at}`)) - msOf('2026-08-17');
      for (let other = 0; other < 20; other++) {
        const birthday = msOf(dates.own('2014-09-04', `student ${at} ${other}`));
        expect(birthday - shift).to.be.above(Date.UTC(2024, 0));
      }
    }
  });

  it('keeps a due date before the run, in it or after it, and the same instant in any notation', () => {
    const past = dates.due('2025-12-30T10:00:00Z') ?? '';
    const ahead = dates.due('2026-03-01T10:00:00.000Z') ?? '';
    expect(Date.parse(past)).to.be.below(startMs - 365 * dayMs);
    expect(Date.parse(ahead)).to.be.above(Date.parse('2027-02-01'));
    expect(Date.parse(dates.due('2026-03-01T10:00:00Z') ?? '')).to.equal(Date.parse(ahead));
    expect(dates.due('2026-01-06T10:00:00Z')).to.equal('2026-01-06T10:00:00Z');
    expect(dates.due('2026-01-03T10:00:00Z')).to.equal('2026-01-03T10:00:00Z');
    expect(dates.due('2027-02-30')).to.equal('2427-02-30');
    expect(dates.due('9999-12-30')).to.equal('9999-12-30');
  });
});

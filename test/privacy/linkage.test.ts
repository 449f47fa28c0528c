import { expect } from 'chai';
import { model } from '../../generated/model.ts';
import type { FieldModel } from '../../openapi/model-types.ts';
import type { Members } from '../../src/text/json.ts';
import {
  dayNumber,
  type Linkage,
  marginOf,
  observeDistrict,
  predict,
  type Score,
} from './linkage-testing.ts';

/**
 * An attacker has the evidence of a report and tries to learn about students. Ids keep their order, so one who also has the
 * list of all ids knows which pseudonym is whose: each attack gives that away, and asks what else it yields.
 */
describe('the evidence of a district', () => {
  const districts: Linkage[] = [];
  /** Each student of each district, known and shown. */
  let students: readonly (readonly [known: Members, shown: Members])[] = [];
  const figures: string[] = [];

  before(async () => {
    for (const seed of [1, 2, 3]) districts.push(await observeDistrict(seed, 400));
    students = districts.flatMap((one) => pairsOf(one, 'students'));
    expect(students.length).to.be.above(1_000);
  });
  after(() => {
    for (const line of figures) console.log(`      ${line}`);
  });

  const report = (what: string, { right, of, chance }: Score) =>
    figures.push(`${what}: ${right} of ${of} right; by chance ${(chance * 100).toFixed(1)} %`);

  it('gives no birthday away to one who knows a public date', () => {
    for (const linkage of districts) {
      const birthdays = pairsOf(linkage, 'students').flatMap(([known, shown]) => {
        const days = [dayNumber(known.dob), dayNumber(shown.dob)] as const;
        return days[0] === undefined || days[1] === undefined ? [] : [[days[0], days[1]] as const];
      });
      expect(birthdays.length).to.be.above(300);
      const shifts = publicShifts(linkage);
      expect(shifts.size).to.be.above(8);
      for (const [name, shift] of shifts) {
        const right = birthdays.filter(([known, shown]) => shown - shift === known).length;
        expect(right, name).to.equal(0);
      }
      figures.push(
        `${birthdays.length} birthdays, ${shifts.size} public dates known: 0 birthdays recovered with any`,
      );
    }
  });

  it('gives no birthday away to one who knows those of other students', () => {
    const shifts = students.flatMap(([known, shown]) => {
      const [before, after] = [dayNumber(known.dob), dayNumber(shown.dob)];
      return before === undefined || after === undefined ? [] : [after - before];
    });
    const most = Math.max(...[...Map.groupBy(shifts, (one) => one).values()].map((some) => some.length));
    const score = { right: most, of: shifts.length, chance: 1 / 36_525 };
    report('birthdays with the shift of another student, at most', score);
    // Two in a thousand meet by chance, as in any class.
    expect(most).to.be.at.most(3);
  });

  it('gives no category of a student away, not even with half of the roster', () => {
    const fields = personalFields();
    expect([...fields.keys()]).to.include.members([
      ...['dob', 'ell_status', 'gender', 'grade', 'graduation_year', 'hispanic_ethnicity', 'race'],
    ]);
    for (const name of fields.keys()) {
      const clues: Readonly<Record<string, (shown: Members) => unknown>> = {
        'the value shown': (shown) => shown[name],
        'its first character': (shown) => String(shown[name]).charAt(0),
        'the decade of birth shown': ({ dob }) => String(dob).slice(-4, -1),
        'all that is shown': ({ gender, race, ell_status }) => JSON.stringify([gender, race, ell_status]),
      };
      for (const [clue, read] of Object.entries(clues)) {
        const score = predict(
          students
            .filter(([known]) => typeof known[name] === 'string' && known[name] !== '')
            .map(([known, shown]) => [String(read(shown)), truthOf(known, name)] as const),
        );
        if (clue === 'the value shown') report(`${name} from ${clue}`, score);
        expect(score.right / score.of, `${name} from ${clue}`).to.be.at.most(score.chance + marginOf(score));
      }
    }
  });

  it('does not lead from what a student is like to the record', () => {
    const named = ['gender', 'race', 'hispanic_ethnicity', 'ell_status', 'grade'];
    const valuesOf = (one: Members) => JSON.stringify(named.map((name) => one[name]));
    // Which fields are filled is in the evidence, so a guess is made among those with the same ones.
    const filled = Map.groupBy(students, ([one]) => filledIn(one, named));
    const known = Map.groupBy(students, ([one]) => valuesOf(one));
    const shown = Map.groupBy(students, ([, one]) => valuesOf(one));
    const unique = [...known].flatMap(([text, some]) =>
      some.length === 1 ? [[text, some[0]] as const] : [],
    );
    const found = unique.filter(([text]) => shown.get(text)?.length === 1);
    const right = found.filter(([text, one]) => shown.get(text)?.[0] === one).length;
    const byChance = found.reduce(
      (sum, [, one]) => sum + 1 / (filled.get(filledIn(one?.[0] ?? {}, named))?.length ?? 1),
      0,
    );
    figures.push(
      `${unique.length} students like no other: ${found.length} matches, ${right} right; by chance ${byChance.toFixed(1)}`,
    );
    expect(unique.length).to.be.above(100);
    expect(right).to.be.at.most(byChance + 4 * Math.sqrt(byChance));
  });

  it('does not show the grade of a student through the grade, subject or name of a section', () => {
    for (const name of ['grade', 'subject', 'name']) {
      const pairs = districts.flatMap(({ known, shown }) => {
        const grades = new Map((known.students ?? []).map(({ id, grade }) => [id, grade]));
        return (known.sections ?? []).flatMap((section, at) => {
          const [first] = (section.students as readonly string[]).map((id) => grades.get(id)).filter(Boolean);
          return first ? [[String(shown.sections?.[at]?.[name]), String(first)] as const] : [];
        });
      });
      const score = predict(pairs);
      report(`grade of a class from the ${name} of its section`, score);
      expect(score.right / score.of, name).to.be.at.most(score.chance + marginOf(score));
    }
  });

  it('shows equal values of two people as different ones, so that counting them tells nothing', () => {
    for (const [read, name] of [
      [(one: Members) => (one.name as Members).last, 'last name'],
      [(one: Members) => (one.location as Members | undefined)?.city, 'city'],
      [(one: Members) => one.graduation_year, 'year of graduation'],
    ] as const) {
      const known = shareOfMostCommon(students.map(([one]) => read(one)));
      const shown = shareOfMostCommon(students.map(([, one]) => read(one)));
      figures.push(`most common ${name}: ${known} people share it, ${shown} in the evidence`);
      expect(known).to.be.above(20);
      expect(shown, name).to.be.at.most(5);
    }
  });

  it('shows neither the time of day nor the distance of instants, and only their order', () => {
    for (const { known, shown } of districts)
      for (const collection of ['students', 'sections', 'events'])
        for (const name of ['created', 'last_modified']) {
          if (collection === 'events' && name !== 'created') continue;
          const pairs = (known[collection] ?? []).map(
            (one, at) => [String(one[name]), String(shown[collection]?.[at]?.[name])] as const,
          );
          const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
          for (const [at, [before, after]] of sorted.entries()) {
            expect(after).to.match(/T00:00:00\.000Z$/);
            const [earlier = '', shownEarlier = ''] = sorted[at - 1] ?? [];
            expect(after > shownEarlier).to.equal(before > earlier);
          }
          const days = sorted.map(([, after]) => dayNumber(after) ?? 0);
          const gaps = days.slice(1).map((day, at) => day - (days[at] ?? 0));
          expect(Math.max(...gaps), 'ranks of the same list, in between those of others').to.be.below(
            days.length * 20,
          );
        }
  });

  it('names, as documented, the record behind each pseudonym to one who has all ids', () => {
    const byRank = (records: readonly Members[] = []) =>
      [...records.keys()].sort((a, b) => (String(records[a]?.id) < String(records[b]?.id) ? -1 : 1));
    let right = 0;
    for (const { known, shown } of districts) {
      const guesses = byRank(shown.students);
      right += byRank(known.students).filter((position, rank) => guesses[rank] === position).length;
    }
    figures.push(`${right} of ${students.length} records named by the rank of their ids, as documented`);
    expect(right).to.equal(students.length);
  });
});

function pairsOf({ known, shown }: Linkage, collection: string) {
  return (known[collection] ?? []).map((one, at) => [one, shown[collection]?.[at] ?? {}] as const);
}

/** Days between each date of the district, its terms and its events as known and as shown. */
function publicShifts(linkage: Linkage): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  for (const collection of ['districts', 'terms', 'events'])
    for (const [at, [known, shown]] of pairsOf(linkage, collection).slice(0, 40).entries())
      for (const [name, value] of Object.entries(known)) {
        const [before, after] = [dayNumber(value), dayNumber(shown[name])];
        if (before !== undefined && after !== undefined)
          shifts.set(`${collection} ${at} ${name}`, after - before);
      }
  return shifts;
}

/** The fields of a student that tell something of a group of people. */
function personalFields(): ReadonlyMap<string, FieldModel> {
  const fields = Object.entries(model.schemas.Student?.fields ?? {});
  return new Map(
    fields.filter(([, field]) => field.enum || field.redact === 'date' || field.redact === 'number'),
  );
}

/** Which of some fields a record has, and which of them are empty. */
function filledIn(record: Members, names: readonly string[]): string {
  return names.map((name) => (record[name] === undefined ? '-' : record[name] === '' ? '0' : '1')).join('');
}

/** Of a birthday the year: the day itself is another test's. */
function truthOf(known: Members, name: string): string {
  return name === 'dob' ? String(known.dob).slice(-4) : String(known[name]);
}

function shareOfMostCommon(values: readonly unknown[]): number {
  const some = values.filter((one) => typeof one === 'string' && one !== '');
  return Math.max(...[...Map.groupBy(some, (one) => one).values()].map((same) => same.length));
}

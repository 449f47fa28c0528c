import { expect } from 'chai';
import fc from 'fast-check';
import { openDatabase } from '../data/database.ts';
import { createPlan, idOf } from './plan.ts';
import { mix, objectId, randomFor } from './random.ts';

describe('seeded data', () => {
  it('the same seed gives the same records, another seed different ones', () => {
    const dump = (seed: number) => {
      const db = openDatabase(createPlan(seed, 40), undefined);
      const rows = db.prepare('select key, id, json from record order by key').all();
      db.close();
      return JSON.stringify(rows);
    };
    expect(dump(7)).to.equal(dump(7));
    expect(dump(7)).to.not.equal(dump(8));
  });

  it('ids are 24 hex digits and ascend with the key, with gaps, for any seed and size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.nat(2_000_000),
        fc.nat(),
        (seed, students, at) => {
          const plan = createPlan(seed, students);
          const key = at % (plan.eventBase + plan.events - 1);
          const [a, b] = [idOf(plan, key), idOf(plan, key + 1)];
          expect(a).to.match(/^[0-9a-f]{24}$/);
          expect(a < b, `${a} before ${b}`).to.equal(true);
        },
      ),
    );
  });

  for (const students of [0, 1, 2, 3, 21, 130, 1203]) {
    it(`a district of ${students} students has that many, and no relation dangles`, () => {
      const db = openDatabase(createPlan(1, students), undefined);
      const one = (sql: string) => Number(db.prepare(sql).get()?.n);
      expect(one('select count(*) as n from record where kind = 5 and district = 0')).to.equal(students);
      expect(
        one(
          'select count(*) as n from relation where a not in (select key from record) or b not in (select key from record)',
        ),
      ).to.equal(0);
      expect(
        one('select count(*) as n from record x join record y on y.key = x.key + 1 where y.id <= x.id'),
      ).to.equal(0);
      expect(
        one("select count(*) as n from record where json like '%null%' or json like '%undefined%'"),
      ).to.equal(0);
      db.close();
    });
  }

  it('most optional fields are sometimes absent and sometimes empty', () => {
    const db = openDatabase(createPlan(1, 1203), undefined);
    for (const field of [
      'ell_status',
      'gender',
      'hispanic_ethnicity',
      'race',
      'graduation_year',
      'student_number',
    ]) {
      const row = db
        .prepare(
          `select count(*) filter (where json->>? is null) as absent, count(*) filter (where json->>? = '') as empty from record where kind = 5`,
        )
        .get(field, field);
      expect(row?.absent, field).to.be.above(0);
      expect(row?.empty, field).to.be.above(0);
    }
    const dobs = db
      .prepare("select json->>'dob' as dob from record where kind = 5 and json->>'dob' is not null")
      .all();
    for (const { dob } of dobs) expect(dob).to.match(/^([1-9]|1[0-2])\/([1-9]|[12]\d|3[01])\/\d{4}$/);
    db.close();
  });

  it('e-mail addresses use reserved domains only', () => {
    const db = openDatabase(createPlan(3, 300), undefined);
    const json = db
      .prepare('select json from record')
      .all()
      .map((row) => String(row.json))
      .join();
    for (const [, domain] of json.matchAll(/@([a-z.]+)"/g)) expect(domain).to.match(/\.example\.org$/);
    db.close();
  });

  it('random numbers stay in range, and a counter keeps its leading zeros', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, key, n) => {
        expect(randomFor(seed, key).int(n)).to.be.within(0, n - 1);
        expect(mix(seed, key)).to.be.within(0, 2 ** 32 - 1);
      }),
    );
    expect(objectId('0123456789', 1, 5)).to.equal('000000010123456789000005');
  });
});

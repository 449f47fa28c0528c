import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { openDatabase } from './data/database.ts';
import { kindOf, relations } from './data/schema.ts';
import { createStore, type Store } from './data/store.ts';
import { createViews, type Views } from './data/views.ts';
import { createShelf, type Shelf } from './data-v3/shelf.ts';
import { createLms, type Lms, type LmsRoster } from './lms/lms.ts';
import { createPlan, idOf } from './seed/plan.ts';
import { type Changes, createChanges } from './states/changes.ts';

/** One set of seeded data and everything that reads and changes it. */
export interface World {
  readonly seed: number;
  readonly students: number;
  readonly store: Store;
  readonly changes: Changes;
  readonly views: Views;
  /** What v3.x makes of the same records. */
  readonly shelf: Shelf;
  readonly lms: Lms;
  /** Ids of the two districts. */
  readonly districtIds: readonly [string, string];
  /** A student of the other district. */
  readonly foreignStudentId: string;
  close(): void;
}

/** Creates a world in memory, or opens the one in a file. */
export function createWorld(options: {
  readonly seed: number;
  readonly students: number;
  readonly clock: Pick<Clock, 'now'>;
  readonly db?: string | undefined;
}): World {
  const plan = createPlan(options.seed, options.students);
  const db = openDatabase(plan, options.db);
  const [first, second] = plan.districts;
  const shelf = createShelf(db, plan);
  return {
    seed: options.seed,
    students: options.students,
    store: createStore(db),
    changes: createChanges(db, plan),
    views: createViews(db),
    shelf,
    lms: createLms({ db, clock: options.clock, roster: rosterOf(db, shelf), seed: options.seed }),
    districtIds: [idOf(plan, first.base.districts), idOf(plan, second.base.districts)],
    foreignStudentId: idOf(plan, second.base.students),
    close: () => db.close(),
  };
}

/** Section membership for LMS Connect: the token's district without hidden records. */
function rosterOf(db: DatabaseSync, shelf: Shelf): LmsRoster {
  const section = db.prepare(
    `select json from record where id = ? and kind = ${kindOf('sections')} and district = 0 and hidden = 0`,
  );
  const people = (['teachers', 'students', 'school_admins', 'district_admins'] as const).map(kindOf).join();
  const person = db.prepare(
    `select 1 from record where id = ? and kind in (${people}) and district = 0 and hidden = 0`,
  );
  const outside = db.prepare(
    `select id from record where kind = ${kindOf('students')} and district = 0 and hidden = 0 and key not in (
       select b from relation where rel = ${relations.sectionStudent} and a = (select key from record where id = ?))
     order by key limit 1`,
  );
  const first = db.prepare(
    `select id from record where kind = ${kindOf('sections')} and district = 0 and hidden = 0
       and json_array_length(json, '$.students') > 1 and json_array_length(json, '$.teachers') > 0
     order by key limit 1`,
  );
  return {
    section: (id) => {
      const row = section.get(id.toLowerCase());
      return row && (JSON.parse(String(row.json)) as { students: string[]; teachers: string[] });
    },
    isPerson: (asked) => {
      const id = asked.toLowerCase();
      return [id, ...shelf.legacyIdsOf(id)].some((one) => person.get(one) !== undefined);
    },
    someoneOutside: (sectionId) => {
      const id = outside.get(sectionId.toLowerCase())?.id;
      return typeof id === 'string' ? id : undefined;
    },
    firstSection: () => String(first.get()?.id ?? ''),
  };
}

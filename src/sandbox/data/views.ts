import type { DatabaseSync } from 'node:sqlite';
import { kindOf, relations } from './schema.ts';

/** Restricted views for tokens limited to some schools, stored in a temporary table of visible keys. */
export interface Views {
  /** Creates a view of these schools (ids of the district) and what belongs to them; returns its number. */
  create(district: number, schools: readonly string[]): number;
  /** Recomputes all views after records were created. */
  refresh(): void;
  reset(): void;
}

const rel = relations;

/** What belongs to the chosen schools, in dependency order. `?1` is the view's number. */
const belonging = [
  `select a from relation join visible on view = ?1 and key = b where rel in (${rel.sectionSchool}, ${rel.studentSchool}, ${rel.teacherSchool}, ${rel.adminSchool}, ${rel.eventSchool})`,
  `select b from relation join visible on view = ?1 and key = a where rel in (${rel.sectionCourse}, ${rel.sectionTerm})`,
  `select a from relation join visible on view = ?1 and key = b where rel = ${rel.contactStudent}`,
];

export function createViews(db: DatabaseSync): Views {
  db.exec('create temp table visible (view integer, key integer, primary key (view, key)) without rowid');
  let views: { readonly district: number; readonly schools: readonly string[] }[] = [];

  const fill = (view: number, district: number, schools: readonly string[]) => {
    db.prepare('delete from visible where view = ?').run(view);
    db.prepare(
      `insert into visible select ?1, key from record where id in (select value from json_each(?2)) and district = ?3
         and kind = ${kindOf('schools')}`,
    ).run(view, JSON.stringify(schools), district);
    for (const keys of belonging)
      db.prepare(`insert or ignore into visible select ?1, * from (${keys})`).run(view);
    // The district itself and its admins belong to every school; so do their events.
    db.prepare(
      `insert or ignore into visible select ?1, key from record where district = ?2 and (
         kind in (${kindOf('districts')}, ${kindOf('district_admins')})
         or kind = ${kindOf('events')} and tag in ('districts', 'district_admins'))`,
    ).run(view, district);
  };

  return {
    create: (district, schools) => {
      views.push({ district, schools });
      fill(views.length, district, schools);
      return views.length;
    },
    refresh: () => {
      views.forEach((one, at) => {
        fill(at + 1, one.district, one.schools);
      });
    },
    reset: () => {
      views = [];
      db.exec('delete from visible');
    },
  };
}

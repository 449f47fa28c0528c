import type { DatabaseSync } from 'node:sqlite';
import { kindOf } from '../data/schema.ts';
import { inTransaction } from '../data/transaction.ts';
import type { Plan } from '../seed/plan.ts';
import type { Source } from './entries.ts';
import { createUserIds, people, type UserIds } from './ids.ts';
import { seedResources } from './resources.ts';
import { createStore, type Store } from './store.ts';
import { isFilled, tables } from './tables.ts';
import { createTranslator, type Translator } from './translate.ts';

/** The seeded district as v3.x sees it: the records of v2.0, with users in place of people. */
export interface Shelf {
  /** Fills the tables if no version 3 was asked for yet. */
  readonly store: () => Store;
  readonly translator: Translator;
  readonly ids: UserIds;
  /** Ids of v2.0 of a user's accounts, the main one last; none if there is no such user. */
  legacyIdsOf(userId: string): readonly string[];
  /** A teacher and a resource, for the reference page. */
  exampleIds(): { readonly users: string | undefined; readonly resources: string | undefined };
  /** Follows records that states have created or discarded. */
  refresh(): void;
}

export function createShelf(db: DatabaseSync, plan: Plan): Shelf {
  db.exec(tables);
  const ids = createUserIds(plan);
  const store = createStore(db, ids);
  const lastSeeded = plan.eventBase + plan.events - 1;
  let filled = isFilled(db);
  const addPeople = (from: number) => {
    const insert = db.prepare(
      'insert or ignore into person (record, kind, district, id) values (?, ?, ?, ?)',
    );
    for (const one of people) {
      const kind = kindOf(one);
      const rows = db.prepare('select key, district, id from record where kind = ? and key >= ?');
      for (const { key, district, id } of rows.iterate(kind, from)) {
        insert.run(key as number, kind, district as number, ids.of(one, String(id)));
      }
    }
  };
  const fill = () => {
    if (filled) return;
    inTransaction(db, () => {
      addPeople(0);
      seedResources(db, plan);
      db.prepare("insert into meta (name, value) values ('users', '1')").run();
    });
    filled = true;
  };
  const filledStore = () => {
    fill();
    return store;
  };
  return {
    store: filledStore,
    exampleIds: () => {
      const viewer = { district: 0, view: 0, open: people };
      const first = (source: Source) => filledStore().page(viewer, source, { limit: 1 })[0]?.id;
      return {
        users: first({ collection: 'users', who: ['teachers'] }),
        resources: first({ collection: 'resources' }),
      };
    },
    translator: createTranslator(plan.seed, ids),
    ids,
    legacyIdsOf: (userId) => {
      if (!filled) return [];
      const rows = db
        .prepare(
          'select r.id from person p join record r on r.key = p.record where p.district in (0, 1) and p.id = ?',
        )
        .all(userId);
      const found = rows.map((row) => String(row.id));
      return found.sort((a, b) => Number(ids.isSecond(b)) - Number(ids.isSecond(a)));
    },
    refresh: () => {
      if (!filled) return;
      db.prepare('delete from person where record > ?').run(lastSeeded);
      addPeople(lastSeeded + 1);
    },
  };
}

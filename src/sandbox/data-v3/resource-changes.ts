import type { DatabaseSync } from 'node:sqlite';
import type { Draft } from '../data/schema.ts';
import type { EventVerb } from '../seed/events.ts';
import type { Plan } from '../seed/plan.ts';
import type { Identity } from '../seed/records.ts';
import { firstFreeKey, makeResource, resourceEvent } from './resources.ts';
import { laterKinds } from './tables.ts';

/** Changes to what only v3.x serves: resources. `next` gives an id above all others. */
export interface ResourceChanges {
  /** False when there is no such resource. */
  hide(id: string, reason: number, next: () => Identity): boolean;
  create(next: () => Identity): string;
  reset(): void;
}

export function createResourceChanges(db: DatabaseSync, plan: Plan): ResourceChanges {
  const insert = (kind: number, tag: string | null, record: Draft) => {
    const lowest = Number(db.prepare('select min(key) as key from later').get()?.key ?? 0);
    db.prepare('insert into later (key, kind, district, tag, id, json) values (?, ?, 0, ?, ?, ?)').run(
      Math.min(lowest, firstFreeKey) - 1,
      kind,
      tag,
      record.id as string,
      JSON.stringify(record),
    );
  };
  const report = (identity: Identity, verb: EventVerb, object: Draft) =>
    insert(laterKinds.resourceEvents, 'resources', resourceEvent(identity, verb, object));
  return {
    hide: (id, reason, next) => {
      const row = db
        .prepare('select hidden, json from later where kind = ? and id = ?')
        .get(laterKinds.resources, id);
      if (!row) return false;
      if (row.hidden === 0) {
        db.prepare('update later set hidden = ? where id = ?').run(reason, id);
        report(next(), 'deleted', JSON.parse(String(row.json)) as Draft);
      }
      return true;
    },
    create: (next) => {
      const { createdS, id } = next();
      const record = { ...makeResource(plan, createdS % 1000, createdS), id };
      insert(laterKinds.resources, null, record);
      report(next(), 'created', record);
      return id;
    },
    reset: () => {
      db.prepare('delete from later where key < ?').run(firstFreeKey);
      db.exec('update later set hidden = 0 where hidden <> 0');
    },
  };
}

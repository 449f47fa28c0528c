import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Rows for a table, inserted many at a time: a call of SQLite costs more than a row. */
export interface Bulk {
  add(...row: readonly SQLInputValue[]): void;
  /** Inserts what is left. What was added may only be read after it. */
  flush(): void;
}

/** More rows in a statement cost more than they save. */
const rowsAtOnce = 50;

/** `into` is what stands before `values`: `insert into record (key, json)`. */
export function openBulk(db: DatabaseSync, into: string, columns: number): Bulk {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  const statementOf = (rows: number) => db.prepare(`${into} values ${Array(rows).fill(row).join(', ')}`);
  const whole = statementOf(rowsAtOnce);
  let waiting: SQLInputValue[] = [];
  return {
    add: (...values) => {
      waiting.push(...values);
      if (waiting.length < rowsAtOnce * columns) return;
      whole.run(...waiting);
      waiting = [];
    },
    flush: () => {
      if (waiting.length > 0) statementOf(waiting.length / columns).run(...waiting);
      waiting = [];
    },
  };
}

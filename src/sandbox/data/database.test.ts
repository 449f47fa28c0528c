import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { createPlan } from '../seed/plan.ts';
import { createBench } from '../testing.ts';
import { openDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

describe('the database file of the sandbox', () => {
  let folder: string;
  let db: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    db = join(folder, 'sandbox.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const faultOf = (options: Parameters<typeof createBench>[0]): UsageError => {
    try {
      createBench(options).sandbox.close();
    } catch (error) {
      expect(error).to.be.instanceOf(UsageError);
      return error as UsageError;
    }
    throw new Error('nothing was thrown');
  };

  it('undoes what fails half-way, without a file as well', () => {
    const opened = openDatabase(createPlan(1, 2), undefined);
    const records = () => opened.prepare('select count(*) as n from record').get()?.n;
    const before = records();
    const failing = () =>
      inTransaction(opened, () => {
        opened.exec('delete from record');
        throw new Error('half-way');
      });
    expect(failing).to.throw('half-way');
    expect(records()).to.equal(before);
    opened.close();
  });

  it('persists changes, and contains the same data as an in-memory database', async () => {
    const memory = createBench({ students: 20 });
    const first = createBench({ students: 20, db });
    const [id] = await first.idsOf('/v2.0/students');
    expect((await first.ask('/v2.0/students')).body).to.equal((await memory.ask('/v2.0/students')).body);
    await first.sandbox.setState('the record {id} is deleted', { id });
    const { id: made } = await first.sandbox.setState('a record is created in {collection}', {
      collection: 'terms',
    });
    first.sandbox.close();

    const second = createBench({ students: 20, db });
    expect((await second.ask(`/v2.0/students/${id}`)).status).to.equal(404);
    expect((await second.ask(`/v2.0/terms/${made}`)).status).to.equal(200);
    await second.sandbox.setState('everything is as seeded');
    expect((await second.ask('/v2.0/students')).body).to.equal((await memory.ask('/v2.0/students')).body);
    expect((await second.ask(`/v2.0/terms/${made}`)).status).to.equal(404);
    second.sandbox.close();
    memory.sandbox.close();
  });

  it('has what v3.x needs from the first request of it on, and then again', async () => {
    const memory = createBench({ students: 20 });
    const { body } = await memory.ask('/v3.1/users?limit=1000');
    const first = createBench({ students: 20, db });
    const [id] = await first.idsOf('/v2.0/teachers');
    await first.sandbox.setState('the record {id} is deleted', { id });
    expect((await first.ask('/v3.1/users?limit=1000')).body).to.not.equal(body);
    first.sandbox.close();
    const second = createBench({ students: 20, db });
    expect((await second.ask('/v3.1/users?limit=1000')).body).to.not.equal(body);
    await second.sandbox.setState('everything is as seeded');
    expect((await second.ask('/v3.1/users?limit=1000')).body).to.equal(body);
    second.sandbox.close();
    memory.sandbox.close();
  });

  it('a district of another size does not change the file', async () => {
    const first = createBench({ students: 20, db });
    await first.sandbox.setState('a district with {students} students', { students: 3 });
    first.sandbox.close();
    const second = createBench({ students: 20, db });
    expect(await second.idsOf('/v2.0/students')).to.have.length(20);
    second.sandbox.close();
  });

  it('another seed or size is rejected, naming the one in the file', () => {
    createBench({ students: 3, db }).sandbox.close();
    expect(faultOf({ students: 4, db }).message).to.contain('created with --students 3, not 4');
    expect(faultOf({ students: 3, seed: 2, db }).message).to.contain('created with --seed 1, not 2');
  });

  it('a file of another kind is rejected and not modified', () => {
    writeFileSync(db, 'my diary, not a database');
    expect(faultOf({ students: 3, db }).message).to.contain('not a database');
    expect(statSync(db).size).to.equal(24);
    const foreign = join(folder, 'foreign.db');
    const other = new DatabaseSync(foreign);
    other.exec('create table diary (day text)');
    other.close();
    expect(faultOf({ students: 3, db: foreign }).message).to.contain('not a complete sandbox database');
  });

  it('a missing directory or a database in use is a usage error', () => {
    expect(faultOf({ students: 3, db: join(folder, 'none', 'x.db') }).message).to.contain('cannot be used');
    const first = createBench({ students: 3, db });
    expect(faultOf({ students: 3, db }).message).to.contain('locked');
    first.sandbox.close();
  });

  it('an invalid number of students is rejected', () => {
    for (const students of [-1, 1.5, Number.NaN])
      expect(faultOf({ students }).message).to.contain('is not a valid number');
  });
});

import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { SuiteFault, UsageError } from '../errors.ts';
import { openJournal, pending } from './journal.ts';

const origin = 'https://api.example.test';
const section = '5f0000000000000000000001';
const collection = `/v3.1/sections/${section}/assignments`;

describe('the journal of assignments', () => {
  let dir = '';
  let file = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'journal-'));
    file = join(dir, 'sub', 'journal.jsonl');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is empty before it exists and after everything was removed', async () => {
    expect(pending(file)).to.deep.equal([]);
    const journal = openJournal(file, { origin, now: () => 7 });
    const entry = await journal.intend(collection);
    expect(pending(file)).to.deep.equal([{ origin, section_id: section, createdAt: 7, state: 'intended' }]);
    await entry.created('a-1');
    expect(pending(file).map((one) => [one.assignment_id, one.state])).to.deep.equal([['a-1', 'created']]);
    await journal.removed(`${collection}/a-1`);
    expect(pending(file)).to.deep.equal([]);
    journal.close();
  });

  it('lists created assignments, and intended ones with unknown result', async () => {
    let now = 1;
    const journal = openJournal(file, { origin, now: () => now++ });
    const entries = [
      await journal.intend(collection),
      await journal.intend(collection),
      await journal.intend(collection),
    ];
    await entries[1]?.created('a-2');
    await entries[2]?.refused();
    journal.close();
    expect(pending(file)).to.deep.equal([
      { origin, section_id: section, createdAt: 1, state: 'intended' },
      { origin, section_id: section, createdAt: 2, assignment_id: 'a-2', state: 'created' },
    ]);
  });

  it('ignores partial lines and continues after them', async () => {
    const journal = openJournal(file, { origin, now: () => 1 });
    await (await journal.intend(collection)).created('a-1');
    journal.close();
    appendFileSync(file, '{"origin":"https://api.exam');
    expect(pending(file)).to.have.length(1);
    const again = openJournal(file, { origin, now: () => 2 });
    await again.intend(collection);
    again.close();
    expect(pending(file).map((one) => one.assignment_id)).to.deep.equal(['a-1', undefined]);
    writeFileSync(file, 'not ours\n{"origin":1}\n\n');
    expect(pending(file)).to.deep.equal([]);
  });

  it('has every line on disk before the call resolves, even with kill -9', async () => {
    const program = `
      const { openJournal } = await import(${JSON.stringify(new URL('./journal.ts', import.meta.url).href)});
      const journal = openJournal(${JSON.stringify(file)}, { origin: '${origin}' });
      for (let at = 0; ; at++) {
        const entry = await journal.intend('${collection}');
        process.stdout.write(at + '\\n');
        await entry.created('a-' + at);
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    let said = '';
    await new Promise<void>((enough) => {
      child.stdout.on('data', (chunk) => {
        said += chunk;
        if (said.split('\n').length > 5) enough();
      });
    });
    child.kill('SIGKILL');
    await new Promise((exited) => child.on('exit', exited));
    const announced = said.split('\n').filter((line) => line !== '').length;
    expect(pending(file).length).to.be.at.least(announced);
  });

  it('writes ids only', async () => {
    const journal = openJournal(file, { origin });
    await journal.intend(`${collection}?token=secret`);
    journal.close();
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).to.deep.equal([
      'origin',
      'section_id',
      'createdAt',
      'state',
    ]);
    expect(readFileSync(file, 'utf8')).not.to.include('secret');
  });

  it('reports what cannot be written or read', () => {
    expect(() => openJournal(dir, { origin })).to.throw(SuiteFault, dir);
    expect(() => pending(dir)).to.throw(UsageError, dir);
  });
});

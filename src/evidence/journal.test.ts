import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { SafetyStop, SuiteFault, UsageError } from '../errors.ts';
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
    expect(await pending(file)).to.deep.equal([]);
    const journal = openJournal(file, { origin, now: () => 7 });
    const entry = await journal.intend(collection);
    expect(await pending(file)).to.deep.equal([
      { origin, section_id: section, createdAt: 7, state: 'intended' },
    ]);
    await entry.created('a-1');
    expect((await pending(file)).map((one) => [one.assignment_id, one.state])).to.deep.equal([
      ['a-1', 'created'],
    ]);
    await journal.removed(`${collection}/a-1`);
    expect(await pending(file)).to.deep.equal([]);
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
    expect(await pending(file)).to.deep.equal([
      { origin, section_id: section, createdAt: 1, state: 'intended' },
      { origin, section_id: section, createdAt: 2, assignment_id: 'a-2', state: 'created' },
    ]);
  });

  it('ignores partial lines and continues after them', async () => {
    const journal = openJournal(file, { origin, now: () => 1 });
    await (await journal.intend(collection)).created('a-1');
    journal.close();
    appendFileSync(file, '{"origin":"https://api.exam');
    expect(await pending(file)).to.have.length(1);
    const again = openJournal(file, { origin, now: () => 2 });
    await again.intend(collection);
    again.close();
    expect((await pending(file)).map((one) => one.assignment_id)).to.deep.equal(['a-1', undefined]);
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
    expect((await pending(file)).length).to.be.at.least(announced);
  });

  it('writes ids and the title of the suite only', async () => {
    const journal = openJournal(file, { origin });
    await journal.intend(`${collection}?token=secret`, 'clever-conformance a title');
    journal.close();
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).to.deep.equal([
      'origin',
      'section_id',
      'title',
      'createdAt',
      'state',
    ]);
    expect(readFileSync(file, 'utf8')).not.to.include('secret');
  });

  it('gives one line for an entry that the suite does not write', async () => {
    const good = { origin, section_id: section, createdAt: 1, state: 'intended' };
    const bad: readonly (readonly [object | string, RegExp])[] = [
      ['not ours', /line 2 is not an entry\./],
      ['[]', /line 2 is not an entry\./],
      [{ ...good, origin: 'https://user@api.example.test' }, /line 2 has no valid origin\./],
      [{ ...good, origin: 'file:///etc/passwd' }, /has no valid origin/],
      [{ ...good, origin: 'https://api.example.test/v3.1' }, /has no valid origin/],
      [{ ...good, section_id: '../../v2.0/students' }, /has no valid section_id/],
      [{ ...good, section_id: '..' }, /has no valid section_id/],
      [{ ...good, assignment_id: 'a/b', state: 'created' }, /has an invalid assignment_id/],
      [{ ...good, assignment_id: 'a?b' }, /has an invalid assignment_id/],
      [{ ...good, title: 'Mrs. Weasley’s essay' }, /has a title that is not the suite’s/],
      [{ ...good, createdAt: 1e99 }, /has no valid createdAt/],
      [{ ...good, state: 'there' }, /has no valid state/],
      [{ ...good, state: 'created' }, /is created without an assignment_id/],
    ];
    file = join(dir, 'journal');
    for (const [line, says] of bad) {
      const text = typeof line === 'string' ? line : JSON.stringify(line);
      writeFileSync(file, `${JSON.stringify(good)}\n${text}\n`);
      const fault = await pending(file).catch((error: unknown) => error);
      expect(fault, text).to.be.instanceOf(UsageError);
      expect((fault as UsageError).message)
        .to.match(says)
        .and.include(file)
        .and.not.include('\n');
    }
  });

  it('creates nothing in a section whose id is not safe in a path', async () => {
    const journal = openJournal(file, { origin });
    const fault = await journal.intend('/v3.1/sections/%2e%2e/assignments').catch((error: unknown) => error);
    journal.close();
    expect(fault).to.be.instanceOf(SafetyStop);
  });

  it('is readable by its owner only, also if it was there before', () => {
    file = join(dir, 'new', 'journal');
    openJournal(file, { origin }).close();
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).to.deep.equal([0o600, 0o700]);
    chmodSync(file, 0o644);
    openJournal(file, { origin }).close();
    expect(statSync(file).mode & 0o777).to.equal(0o600);
  });

  it('is never written or read through a link or a pipe', async () => {
    const other = join(dir, 'other');
    writeFileSync(other, '', { mode: 0o644 });
    symlinkSync(other, join(dir, 'symbolic'));
    symlinkSync(join(dir, 'missing'), join(dir, 'dangling'));
    linkSync(other, join(dir, 'hard'));
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    for (const name of ['symbolic', 'dangling', 'hard', 'pipe'])
      expect(() => openJournal(join(dir, name), { origin }), name).to.throw(SuiteFault, name);
    for (const name of ['symbolic', 'pipe'])
      expect(await pending(join(dir, name)).catch((error: unknown) => error), name).to.be.instanceOf(
        UsageError,
      );
    expect([statSync(other).mode & 0o777, existsSync(join(dir, 'missing'))]).to.deep.equal([0o644, false]);
  });

  it('reports what cannot be written or read', async () => {
    expect(() => openJournal(dir, { origin })).to.throw(SuiteFault, dir);
    const fault = await pending(dir).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(UsageError).with.property('message').that.includes(dir);
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { states } from '../../contracts/states.ts';
import { openPactComparer } from './compare.ts';
import { readPacts } from './pact-files.ts';
import { failedIn, verified } from './testing.ts';
import { coreEnvironment } from './verify/environment.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/pacts.md'), 'utf8');

/** The code block that follows `<!-- example: name -->`. */
function example(name: string): string {
  const start = page.indexOf(`<!-- example: ${name} -->`);
  expect(start, `an example ${name}`).to.be.at.least(0);
  return /```\w+\n([\s\S]*?)\n```/.exec(page.slice(start))?.[1] ?? '';
}

describe('docs/pacts.md', function () {
  this.timeout(60_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has a handwritten pact that verifies and matches the documents', async () => {
    const file = join(folder, 'roster-sync.json');
    writeFileSync(file, example('roster-sync.json'));
    const [pact] = await readPacts([file]);
    const result = await verified(pact!);
    expect(failedIn(result)).to.deep.equal({});
    expect(result.interactions).to.have.length(3);
    const compared = await (await openPactComparer()).compare(pact!);
    expect(failedIn(compared)).to.deep.equal({});
  });

  it('has a consumer test that passes unchanged and writes a pact that verifies', async () => {
    writeFileSync(join(folder, 'roster-sync.test.mjs'), example('roster-sync.test.mjs'));
    await promisify(execFile)(process.execPath, ['roster-sync.test.mjs'], {
      cwd: folder,
      env: coreEnvironment(process.env, false),
    });
    const [pact] = await readPacts([join(folder, 'pacts')]);
    expect(pact?.consumer).to.equal('roster-sync');
    expect(failedIn(await verified(pact!))).to.deep.equal({});
  });

  it('lists every provider state with its parameters and values', () => {
    for (const { name, returns, params } of states) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      expect(row, name).to.be.a('string');
      for (const word of [...returns, ...Object.keys(params)]) expect(row, name).to.contain(`\`${word}\``);
    }
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { todaysProfiles } from '../../contracts/profiles.ts';
import { virtualEpochMs } from '../clock.ts';
import { createLeakScanner } from '../leaks/scanner.ts';
import { publishedTexts } from '../published.ts';
import { indexFile } from './file.ts';
import { recordSandbox } from './recordings-testing.ts';

const committed = 'contracts/recordings';

/** A file without what changes with each release of the suite. */
function lasting(text: string): unknown {
  return JSON.parse(text, (name, value) =>
    name === 'tool' || name === 'digest' || name === 'sha256' ? undefined : value,
  );
}

describe('the committed recording', function () {
  this.timeout(90_000);

  it('of the sandbox is the committed one: `npm run recordings` updates it', async () => {
    const { files } = await recordSandbox(
      { seed: 1, students: 60 },
      {
        apis: todaysProfiles.map(({ name }) => name),
        scanner: createLeakScanner({ nowMs: virtualEpochMs, published: publishedTexts() }),
      },
    );
    const { probes } = JSON.parse(await readFile(join(committed, indexFile), 'utf8'));
    const names = [...probes.flatMap(({ file }: { file?: string }) => file ?? []), indexFile];
    expect([...files.keys()]).to.deep.equal(names);
    for (const [name, text] of files)
      expect(lasting(text), name).to.deep.equal(lasting(await readFile(join(committed, name), 'utf8')));
  });
});

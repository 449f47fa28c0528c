import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { withFolder } from '../testing.ts';
import { addToExploredFile, nothingKept, readExploredFile } from './file.ts';

const sequence = {
  name: 'explored/7-12/shrunk',
  requirement: 'pagination/full-pages',
  commands: [{ do: 'limits', list: '/students', limits: [30] }],
};

describe('the file of explored sequences', () => {
  it('keeps what was found, once, and is empty before', () =>
    withFolder(async (dir) => {
      const file = join(dir, 'explored.json');
      expect(await readExploredFile(file)).to.deep.equal(nothingKept);
      await addToExploredFile(file, nothingKept, { sequences: [sequence, sequence], schedules: [] });
      const kept = await readExploredFile(file);
      await addToExploredFile(file, kept, { sequences: [sequence], schedules: [] });
      expect((await readExploredFile(file)).sequences).to.deep.equal([sequence]);
    }));

  for (const [what, text] of [
    ['another format', '{"format":"x"}'],
    ['no JSON', '{'],
    [
      'a sequence without commands',
      '{"format":"clever-conformance/explored","sequences":[{"name":"a"}],"schedules":[]}',
    ],
    [
      'a schedule without faults',
      '{"format":"clever-conformance/explored","sequences":[],"schedules":[{"name":"a","schedule":{"job":"sync:students"}}]}',
    ],
  ] as const)
    it(`${what} is a usage error`, () =>
      withFolder(async (dir) => {
        const file = join(dir, 'explored.json');
        writeFileSync(file, text);
        const error = await readExploredFile(file).catch((one: unknown) => one);
        expect(error).to.be.instanceOf(UsageError);
      }));
});

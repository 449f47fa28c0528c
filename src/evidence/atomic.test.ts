import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withFolder } from '../testing.ts';
import { makeFolder } from './atomic.ts';

describe('directories', () => {
  it('are created with their parents, and may exist', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'a/b/c');
      await makeFolder(path);
      await makeFolder(path);
      expect(existsSync(path)).to.equal(true);
    });
  });

  it('that cannot be created are one error, also where nothing can be', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const paths = [
        join(folder, 'file'),
        join(folder, 'file/below'),
        '/proc/self/below',
        '/proc/self/below/it',
      ];
      for (const path of paths) {
        const error = await makeFolder(path).catch((fault: unknown) => fault);
        expect(error, path).to.have.property('code', 'CC_SUITE');
        expect(String((error as Error).message)).to.contain(path);
      }
    });
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareFiles, writeFiles } from './files.ts';

describe('the freshness check', () => {
  it('names files that are missing, changed or left over, and writing fixes all three', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'));
    try {
      const files = new Map([
        ['a.ts', 'one'],
        ['deep/b.json', 'two'],
      ]);
      expect(compareFiles(folder, files)).to.deep.equal({ stale: ['a.ts', 'deep/b.json'], foreign: [] });
      writeFiles(folder, files);
      expect(compareFiles(folder, files)).to.deep.equal({ stale: [], foreign: [] });
      writeFileSync(join(folder, 'a.ts'), 'changed');
      writeFileSync(join(folder, 'old.ts'), 'left over');
      expect(compareFiles(folder, files)).to.deep.equal({ stale: ['a.ts'], foreign: ['old.ts'] });
      writeFiles(folder, files);
      expect(readdirSync(folder).sort()).to.deep.equal(['a.ts', 'deep']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

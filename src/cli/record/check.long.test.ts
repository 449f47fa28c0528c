import { join } from 'node:path';
import { expect } from 'chai';
import { runMain } from '../testing.ts';

describe('record --check', function () {
  // Every value of 2,800 exchanges: 6 s of processor time, while other test files run.
  this.timeout(90_000);

  it('finds nothing in the recordings that come with the suite', async () => {
    const folder = join(import.meta.dirname, '../../../contracts/recordings');
    const { code, stdout, stderr } = await runMain('record', '--check', folder);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.include('files checked: no unredacted data found');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { harOf } from '../../src/captures/formats/har-testing.ts';
import { copyOfCaught, overPort, walk } from '../../src/captures/testing.ts';
import { runMain, withFolder } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';

const yearMs = 365 * 86_400_000;

describe('a capture by a machine whose clock is wrong', function () {
  this.timeout(30_000);
  for (const [what, byMs] of [
    ['a year slow', -yearMs],
    ['a year fast', yearMs],
  ] as const)
    it(`is judged, and reported: ${what}`, () =>
      withFolder(async (folder) => {
        const caught = copyOfCaught(await overPort((get) => walk(get, '/v2.0/students?limit=10')));
        for (const one of caught) {
          one.atMs += byMs;
        }
        const file = join(folder, 'walk.har');
        writeFileSync(file, harOf(caught));
        const { code, stderr } = await runMain('judge', file, '--out', join(folder, 'out'));
        expect(code, stderr).to.equal(exitCodes.conforming);
        for (const side of ['server', 'client'])
          expect(JSON.parse(readFileSync(join(folder, 'out', side, 'report.json'), 'utf8')).verdict).to.equal(
            'conforming',
          );
      }));
});

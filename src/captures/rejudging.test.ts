import { join } from 'node:path';
import { expect } from 'chai';
import { requirementsOf } from '../catalogue.ts';
import { UsageError } from '../errors.ts';
import { writeEvidence } from '../evidence/store.ts';
import { readRecording } from '../recordings/reader.ts';
import { withFolder } from '../testing.ts';
import { judgeEvidenceFile } from './evidence.ts';
import { kindOfFile } from './formats/kind.ts';
import { judgeRecordings } from './recordings.ts';
import { idsWith, judgeCaught, overPort, walk } from './testing.ts';

const server = new Set(requirementsOf('server').map((one) => one.id));
const options = {
  name: 'a file',
  now: () => 0,
  server,
  client: new Set(requirementsOf('client').map((one) => one.id)),
};

describe('what a judged capture leaves', () => {
  it('is judged again alike, side by side, reasons and all', async () => {
    const runs = judgeCaught(await overPort((get) => walk(get, '/v2.0/students?limit=10')));
    for (const { result } of [runs.server, runs.client])
      await withFolder(async (folder) => {
        await writeEvidence(folder, result.evidence);
        const file = join(folder, 'evidence.json.gz');
        expect(await kindOfFile(file)).to.equal('evidence');
        const again = await judgeEvidenceFile(file, options);
        expect(again.result.side).to.equal(result.side);
        expect(again.result.outcomes).to.deep.equal(result.outcomes);
        const { [result.side]: _, ...otherSide } = options;
        const fault = await judgeEvidenceFile(file, otherSide).catch((error: unknown) => error);
        expect(fault).to.be.instanceOf(UsageError);
      });
  });
});

describe('recordings', () => {
  const folder = join(import.meta.dirname, '../../contracts/recordings/pagination');

  it('are judged by what their requests were meant for; what is not among them is untested', async () => {
    const file = join(folder, 'bad-limits.json');
    expect(await kindOfFile(file)).to.equal('recording');
    const run = judgeRecordings([await readRecording(file)], options);
    expect(run.outcomeOf('pagination/bad-limit').outcome).to.equal('passed');
    expect(idsWith(run, 'failed')).to.deep.equal([]);
    expect(run.outcomeOf('rate-limit/exceeding-is-429').why).to.include('no request of its probe');
  });
});

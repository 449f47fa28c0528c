/** The same two files of tests in every runner: the sandbox as a test double, and a test for each case of each requirement. */
import { judgeClient } from 'clever-conformance';
import { createSandbox } from 'clever-conformance/sandbox';
import { conformance } from 'clever-conformance/testing';
import { run, sync } from './sync.mjs';

const verdict = await judgeClient(run, { grep: 'pagination/*', scenario: 'pagination/*' });

export function define({ describe, it }) {
  it('reads every student, after an outage', async () => {
    await using sandbox = createSandbox({ students: 250 });
    const { origin } = await sandbox.listen();
    await sandbox.set.nextAnswers([{ status: 503 }]);
    const ids = await sync({ baseUrl: origin, token: sandbox.token });
    if (ids.length !== 250) throw new Error(`${ids.length} students`);
    const statuses = sandbox.requests.map((one) => one.status).join(' ');
    if (statuses !== '503 200 200 200') throw new Error(statuses);
  });
  conformance({ describe, it }, verdict);
}

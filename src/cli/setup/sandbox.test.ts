import { once } from 'node:events';
import { expect } from 'chai';
import { runCli, withFolder } from '../testing.ts';

const plain = ['sandbox', '--port', '0', '--students', '3'];

describe('sandbox', function () {
  this.timeout(20_000);

  it('prints one line of JSON when it is ready, for programs, and listens on the address that it is given', () =>
    withFolder(async (cwd) => {
      let asked: Promise<number> | undefined;
      const { code, stdout } = await runCli([...plain, '--host', 'localhost', '--json'], {
        cwd,
        onStart: ({ stdout: stream, interrupt }) => {
          asked = once(stream, 'data').then(async ([text]) => {
            const { origin, token } = JSON.parse(text);
            const headers = { authorization: `Bearer ${token}` };
            const { status } = await fetch(`${origin}/v2.0/students`, { headers });
            interrupt();
            return status;
          });
        },
      });
      expect([code, await asked, stdout.trim().split('\n').length]).to.deep.equal([0, 200, 1]);
    }));

  it('refuses an address that this machine does not have', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli([...plain, '--host', '192.0.2.1'], { cwd });
      expect(stderr).to.match(/^error: No address of this machine is 192\.0\.2\.1\. [^\n]+\n$/);
      expect(code).to.equal(2);
    }));
});

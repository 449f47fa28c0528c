import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { exitCodes, SafetyStop, UsageError } from '../../errors.ts';
import { withFolder } from '../testing.ts';
import { checkFolder } from './check.ts';

const token = 'a-token-of-ours-0815';

async function check(dir: string): Promise<{ readonly outcome: unknown; readonly text: string }> {
  const stdout = new PassThrough();
  const io = {
    stdout,
    stderr: new PassThrough(),
    env: { CLEVER_TOKEN: token },
    signal: new AbortController().signal,
  };
  const outcome = await checkFolder(dir, io).catch((error: unknown) => error);
  return { outcome, text: String(stdout.read() ?? '') };
}

/** A record as a redacted file holds it, with changes. */
const record = (changes: Readonly<Record<string, unknown>> = {}) => ({
  id: '0000000137244ab003898512',
  name: { first: 'name-d38bcc', last: 'name-6995b0', middle: '' },
  email: 'user-1a2b3c@example.invalid',
  dob: '3/4/2009',
  gender: 'F',
  phone: 'text-ed7f68',
  ...changes,
});
const file = (data: unknown) =>
  `[\n${JSON.stringify({ scope: 'http://recorded.localhost', reqheaders: { authorization: 'Bearer replay-token-1' }, response: { data }, rawHeaders: ['content-type', 'application/json'] })}\n]\n`;

describe('record --check', () => {
  it('finds nothing in a redacted file', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'one.json'), file(record()));
      const { outcome, text } = await check(folder);
      expect(outcome, text).to.equal(exitCodes.conforming);
      expect(text).to.equal('1 file checked: no unredacted data found.\n');
    });
  });

  const bad: Readonly<Record<string, string>> = {
    'a value of "first"': file(record({ name: { first: 'Hermione' } })),
    'a value of "phone"': JSON.stringify({ body: file([record({ phone: '020 7946 0018' })]) }),
    'a value of "title"': file(record({ title: 'Potions' })),
    'an e-mail address': file({ note: encodeURIComponent(encodeURIComponent('h.granger@hogwarts.example')) }),
    'a telephone number': file({ note: 'call 555-867-5309' }),
    'a social security number': file({ note: '078-05-1120' }),
    'a token': file({ note: 'Authorization: Bearer 3f2a9c0d7e' }),
    'a JSON web token': file({ note: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJoZXJtaW9uZSJ9.' }),
    'a private key': '-----BEGIN RSA PRIVATE KEY-----\nMII\n',
    'a value of the header "set-cookie"': JSON.stringify({ rawHeaders: ['Set-Cookie', 'sid=Hermione'] }),
    'your token': `see ${Buffer.from(`xx${token}`).toString('base64')}`,
  };
  for (const [what, content] of Object.entries(bad))
    it(`stops at ${what}, and names the file and the line but not the value`, async () => {
      await withFolder(async (folder) => {
        mkdirSync(join(folder, 'deep'));
        writeFileSync(join(folder, 'deep/bad.json'), content);
        writeFileSync(join(folder, 'good.json'), file(record()));
        const { outcome, text } = await check(folder);
        expect(outcome).to.be.instanceOf(SafetyStop);
        expect(text)
          .to.match(new RegExp(`^deep/bad\\.json:\\d+  ${what}$`, 'm'))
          .and.not.include('good.json');
        expect(text).to.not.match(/hermione|granger|7946|potions|8675309|3f2a9c|eyJ|0815/i);
      });
    });

  it('refuses an empty folder, a file, a link and a pipe', async () => {
    await withFolder(async (folder) => {
      expect((await check(folder)).outcome).to.be.instanceOf(UsageError);
      writeFileSync(join(folder, 'one.json'), file(record()));
      expect((await check(join(folder, 'one.json'))).outcome).to.be.instanceOf(UsageError);
      expect((await check(join(folder, 'none'))).outcome).to.be.instanceOf(UsageError);
      symlinkSync('/etc/hostname', join(folder, 'link.json'));
      expect((await check(folder)).outcome).to.be.instanceOf(UsageError);
    });
    await withFolder(async (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe.json')]);
      expect((await check(folder)).outcome).to.be.instanceOf(UsageError);
    });
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readClientFlags } from '../../src/cli/client/flags.ts';
import { exploreAgain as clientAgain } from '../../src/cli/client/run.ts';
import type { Io } from '../../src/cli/io.ts';
import { readServerFlags, type ServerFlags } from '../../src/cli/server/flags.ts';
import { exploreAgain as serverAgain } from '../../src/cli/server/run.ts';
import { runMain, withFolder } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';

const io = { env: { CLEVER_TOKEN: 'test-token' } } as unknown as Io;
const plain = { seed: '1', color: false, explore: '500' };
const apis = 'data-v2.0,lms-v3.1';
const more = '--requirement lms/x --explore-seed 7-12';

/** The printed command, without its program. */
function serverLine(flags: Partial<ServerFlags>): string {
  const options = readServerFlags({ target: 'sandbox', api: apis, ...plain, ...flags } as ServerFlags, io);
  return serverAgain(options)(more).replace('npx clever-conformance ', '');
}

function clientLine(command: readonly string[], flags: object = {}): string {
  return clientAgain(readClientFlags(command, { ...plain, ...flags }, { DB_URL: 'x' }))(more).replace(
    'npx clever-conformance ',
    '',
  );
}

describe('the command that explores again', () => {
  it('has the target, the APIs, the permissions and the limits of a run of a server', () => {
    expect(serverLine({})).to.equal(`server --explore 500 ${more}`);
    const target = 'https://api.example.test';
    const line = serverLine({ target, api: 'lms-v3.1', timeout: '7', allowWrites: true, seed: '3' });
    expect(line).to.match(/^server --target https:\/\/api\.example\.test --api lms-v3\.1 /);
    for (const flag of ['--timeout 7', '--allow-writes', '--seed 3', '--explore 500', more])
      expect(line).to.include(flag);
  });

  it('has the client, and of its command only what is no secret', () => {
    expect(clientLine(['python3', 'sync.py', '--token', 'hunter2-Rosebud'], { env: ['DB_URL'] })).to.equal(
      `client --env DB_URL --explore 500 ${more} -- python3 sync.py --token …`,
    );
    expect(clientLine([], { module: 'my sync.mjs', timeout: '9' })).to.equal(
      `client --timeout 9 --module 'my sync.mjs' --explore 500 ${more}`,
    );
    expect(clientLine([], { listen: true })).to.equal(`client --listen --explore 500 ${more}`);
  });

  it('finds the same again, as it is printed', function () {
    this.timeout(60_000);
    return withFolder(async (folder) => {
      const file = join(folder, 'first-page.mjs');
      writeFileSync(
        file,
        `export async function run({ baseUrl, token, job, fetch }) {
          const headers = { authorization: 'Bearer ' + token };
          const response = await fetch(baseUrl + '/v2.0/' + job.slice('sync:'.length), { headers });
          if (response.status !== 200) return { complete: false, ids: [] };
          const { data } = await response.json();
          return { complete: true, ids: data.map((one) => one.data.id) };
        }`,
      );
      const id = 'pagination/client-holds-each-record-once';
      const first = ['client', '--module', file, '--explore', '8', '--requirement', id];
      const found = await runMain(...first, '--out', join(folder, 'a'));
      const line = /rerun: npx clever-conformance (.*)$/m.exec(found.stderr)?.[1] ?? '';
      expect(line, found.stderr).to.include(`--requirement ${id} --explore-seed 1-`);
      const again = await runMain(...line.split(' '), '--out', join(folder, 'b'));
      expect(again.code, again.stderr).to.equal(exitCodes.nonConforming);
      expect(again.stderr).to.include(line);
    });
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { readConfig } from '../config/read.ts';
import { withFolder } from '../testing.ts';
import { lanesOf } from './lanes.ts';

const env = { ONE: 'token-1', SAME: ' token-1\n', TWO: 'token-2', CLEVER_TOKEN: 'token-3' };

/** The names in each lane. */
async function lanesIn(text: string, typed: { readonly tokenEnv?: string } = {}) {
  return await withFolder(async (folder) => {
    const file = join(folder, 'districts.yml');
    writeFileSync(join(folder, 'token'), 'token-1\n');
    writeFileSync(file, text.replaceAll('%', folder));
    const { signal } = new AbortController();
    const io = { stdout: new PassThrough(), stderr: new PassThrough(), env, signal };
    return lanesOf(file, readConfig(file), typed, io).map((lane) => lane.map(({ name }) => name).join(' '));
  });
}

const target = (name: string, flags = '', address = 'https://api.example.test') =>
  `  ${name}:\n    target: ${address}\n${flags === '' ? '' : `    ${flags}\n`}`;

describe('the lanes of subjects', () => {
  it('are one for each token, in the order of the file', async () => {
    const text = `targets:\n${target('a', 'token-env: ONE')}${target('b', 'token-env: TWO')}${target('c', 'token-env: SAME')}`;
    expect(await lanesIn(text)).to.deep.equal(['a c', 'b']);
  });

  it('know a token wherever it is named: in a file, for all servers, for all verbs, and where nothing names it', async () => {
    const named = `${target('a')}${target('b', 'token-file: "%/token"')}`;
    expect(await lanesIn(`server:\n  token-env: ONE\ntargets:\n${named}`)).to.deep.equal(['a b']);
    expect(await lanesIn(`all:\n  token-env: ONE\ntargets:\n${named}`)).to.deep.equal(['a b']);
    expect(await lanesIn(`targets:\n${target('a')}${target('b')}`)).to.deep.equal(['a b']);
    expect(
      await lanesIn(`targets:\n${target('a', 'token-env: ONE')}${target('b', 'token-env: TWO')}`, {
        tokenEnv: 'TWO',
      }),
    ).to.deep.equal(['a b']);
  });

  it('know a server however its address is written, and that others have limits of their own', async () => {
    const text = `targets:\n${target('a')}${target('b', '', 'https://API.example.test:443/')}${target('c', '', 'https://other.test')}`;
    expect(await lanesIn(text)).to.deep.equal(['a b', 'c']);
  });

  it('are apart where a token is missing: the run of the subject says so', async () => {
    const text = `targets:\n${target('a', 'token-env: NONE')}${target('b', 'token-env: NONE')}`;
    expect(await lanesIn(text)).to.deep.equal(['a', 'b']);
  });
});

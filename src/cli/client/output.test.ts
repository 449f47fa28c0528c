import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ClientClaim, ScenarioObservation } from '../../observation.ts';
import { withFolder } from '../testing.ts';
import { outputsOf, writeOutputs } from './output.ts';

function observed(...claims: readonly Partial<ClientClaim>[]): ScenarioObservation {
  const runs = claims.map((claim) => ({
    startedAtMs: 0,
    endedAtMs: 1,
    claim: { says: 'incomplete' as const, ids: [], said: '', endedBy: 'itself' as const, ...claim },
  }));
  return {
    scenario: 'backoff/sample',
    provokes: [],
    job: 'sync:students',
    timing: 'real',
    exchanges: [],
    runs,
    truth: [],
    account: {},
    origin: 'http://127.0.0.1:4000',
    lagMs: 0,
  };
}

/** The text of the only file. */
function written(folder: string): string {
  const names = readdirSync(join(folder, 'output'));
  expect(names).to.deep.equal(['backoff.sample.txt']);
  return readFileSync(join(folder, 'output', 'backoff.sample.txt'), 'utf8');
}

describe('what a client printed', () => {
  it('is in a report with the exit code or signal of its last start', () => {
    const endings = (claim: Partial<ClientClaim>) =>
      outputsOf([observed({ exit: 3 }, claim)])['backoff/sample'];
    expect(endings({ exit: 1, said: 'KeyError: data' })).to.deep.equal({
      ending: 'exited with code 1',
      lines: ['KeyError: data'],
    });
    expect(endings({ exit: 'SIGSEGV' })?.ending).to.equal('ended by SIGSEGV');
    expect(endings({ exit: 'SIGKILL', endedBy: 'time' })?.ending).to.equal(
      'stopped by the suite (time limit)',
    );
    expect(endings({ exit: 0, says: 'complete' })).to.equal(undefined);
  });

  it('is written to output/, each start by itself', () =>
    withFolder(async (folder) => {
      await writeOutputs(
        folder,
        [observed({ exit: 1, said: 'a' }, { exit: 0, says: 'complete', said: 'b' })],
        {},
        [],
      );
      expect(written(folder)).to.equal(
        '# start 1: exited with code 1\na\n\n# start 2: exited with code 0\nb\n',
      );
    }));

  it('is written without secrets of the environment, however they are encoded', () =>
    withFolder(async (folder) => {
      const env = {
        DB: 'postgres://app:p%40ssw0rd@db/x',
        API_SECRET: 's3cret value',
        PLAIN: 'visible',
        X_TOKEN: 'abc',
      };
      const said = [
        env.DB,
        'p@ssw0rd',
        env.API_SECRET,
        encodeURIComponent(env.API_SECRET),
        Buffer.from(env.API_SECRET).toString('base64'),
        env.PLAIN,
        join(homedir(), 'sync.py'),
        'abc',
      ].join('\n');
      await writeOutputs(folder, [observed({ exit: 1, said })], env, ['DB']);
      expect(written(folder).split('\n').slice(1, 9)).to.deep.equal([
        '«DB»',
        '«DB»',
        '«API_SECRET»',
        '«API_SECRET»',
        '«API_SECRET»',
        'visible',
        '~/sync.py',
        'abc',
      ]);
    }));

  it('makes no directory where nothing was printed', () =>
    withFolder(async (folder) => {
      await writeOutputs(folder, [observed({ exit: 0, says: 'complete' })], {}, []);
      expect(readdirSync(folder)).to.deep.equal([]);
    }));
});

import { expect } from 'chai';
import { exitCodes } from '../../errors.ts';
import { runMain } from '../testing.ts';

const listed = async (...flags: string[]): Promise<readonly string[]> => {
  const { stdout } = await runMain('list', '--json', ...flags);
  return JSON.parse(stdout).requirements.map(({ id }: { id: string }) => id);
};

describe('the verb list', () => {
  it('has only what the chosen versions promise', async () => {
    const first = await listed('--api', 'data-v2.0');
    expect(first).to.include.members(['data/list-envelope', 'pagination/client-follows-next']);
    expect(first.filter((id) => id.startsWith('lms'))).to.deep.equal([]);
    expect(first).to.not.include.members(['data/count']).and.to.not.include.members(['data/role-filter']);
    expect(await listed('--api', 'data-v2.1'))
      .to.include('data/count')
      .and.to.not.include('data/role-filter');
    expect(await listed('--api', 'data-v3.1')).to.include.members(['data/count', 'data/role-filter']);
    const lms = await listed('--api', 'lms-v3.1', '--side', 'server');
    expect(lms.every((id) => id.startsWith('lms'))).to.equal(true);
    expect(await listed('--api', 'all')).to.deep.equal(await listed());
  });

  it('has nothing where what is chosen promises nothing of it', async () => {
    const { code } = await runMain('list', '--api', 'lms-v3.1', '--requirement', 'data/count');
    expect(code).to.equal(exitCodes.nothingJudged);
    expect((await runMain('list', '--api', 'lms-v3')).code).to.equal(exitCodes.usage);
  });
});

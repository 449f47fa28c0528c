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

describe('the scenarios of a client', () => {
  it('are listed by name and title, of a version, with a text, or of a requirement', async () => {
    const names = async (...flags: string[]): Promise<readonly string[]> => {
      const { stdout } = await runMain('list', '--scenarios', '--json', ...flags);
      return JSON.parse(stdout).scenarios.map(({ name }: { name: string }) => name);
    };
    const all = await names();
    expect((await names('--api', 'data-v3.1')).length).to.be.above(all.length);
    expect(await names('--grep', 'usual-records')).to.deep.equal(['data/usual-records']);
    const few = await names('--requirement', 'backoff/client-retries-502');
    expect(few.length).to.be.within(1, 10);
    const { stdout } = await runMain('list', '--scenarios', '--grep', 'usual-records');
    expect(stdout).to.match(/^data\/usual-records {2}\S.*\n\n1 scenario\n$/);
    expect((await runMain('list', '--scenarios', '--grep', 'no such')).code).to.equal(
      exitCodes.nothingJudged,
    );
  });

  it('are explained step by step, with the waits of a client that keeps to the documents', async () => {
    const { stdout } = await runMain('explain', 'rate-limit/429-with-reset-in-2-seconds');
    expect(stdout).to.include('happens    page 2 is rejected').and.include('server     page 2 is refused\n');
    expect(stdout).to.match(
      /◄ 429, Reset in 2\.243 s ─+┤ {2}page 2 is refused\n {2}┊ {2}\(waits 2\.223 s\)\n {2}├─ GET/,
    );
    expect(stdout).to.match(/■ {2}reports complete, 25 ids\n$/);
    const people = await runMain('explain', 'backoff/killed-then-started-again');
    expect(people.stdout).to.include('(is started again)');
  });

  it('that do not exist bring the nearest names', async () => {
    const { stderr, code } = await runMain('explain', 'rate-limit/429-with-reset-in-2-second');
    expect(stderr).to.include('Did you mean rate-limit/429-with-reset-in-2-seconds');
    expect(code).to.equal(exitCodes.usage);
  });
});

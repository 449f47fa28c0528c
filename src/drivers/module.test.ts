import { expect } from 'chai';
import { createVirtualClock } from '../clock.ts';
import type { ClientModule } from './driver.ts';
import { createModuleDriver } from './module.ts';
import { maxBodyBytes } from './served.ts';

const assignment = {
  scenario: 'pagination/sample',
  baseUrl: 'http://sandbox.localhost',
  token: 't',
  dataVersion: 'v2.0',
  job: 'sync:students',
  input: {},
  stateDir: '/nowhere',
} as const;

function start(run: ClientModule, caps: Parameters<typeof createModuleDriver>[2] = {}) {
  const clock = createVirtualClock();
  const driver = createModuleDriver(run, 'a module', { silenceMs: 200, ...caps });
  return {
    clock,
    ...driver.start({
      ...assignment,
      fetch: () => clock.hold(Promise.resolve(new Response('{}'))),
      clock,
    }),
  };
}

describe('a client as a module', () => {
  it('sends the start of a large text only', async () => {
    const clock = createVirtualClock();
    let length = 0;
    const fetch = async (request: Request) => {
      length = (await request.text()).length;
      return new Response('{}');
    };
    const run: ClientModule = async (job) => {
      await job.fetch(job.baseUrl, { method: 'POST', body: 'x'.repeat(2 * maxBodyBytes) });
      return { complete: true, ids: [] };
    };
    const { ended } = createModuleDriver(run, 'a module').start({ ...assignment, fetch, clock });
    expect((await ended).says).to.equal('complete');
    expect(length).to.equal(maxBodyBytes);
  });

  it('reports what it returns', async () => {
    const { ended } = start(async () => ({ complete: true, ids: ['a'], said: 'well' }));
    expect(await ended).to.deep.equal({ says: 'complete', ids: ['a'], said: 'well', endedBy: 'itself' });
  });

  it('is incomplete if it throws, immediately or later, or returns something else', async () => {
    const bad: readonly ClientModule[] = [
      () => {
        throw new Error('at once');
      },
      () => Promise.reject(new Error('later')),
      (async () => undefined) as unknown as ClientModule,
      (async () => ({ complete: true })) as unknown as ClientModule,
    ];
    for (const run of bad) {
      const claim = await start(run).ended;
      expect(claim).to.include({ says: 'incomplete', endedBy: 'itself' });
      expect(claim.said).to.not.equal('');
    }
  });

  it('is stopped if it gives back more than a few megabytes of ids', async () => {
    for (const ids of [
      ['a'.repeat(5_000_000)],
      Array.from({ length: 200_000 }, (_, at) => `${at}`.padStart(24, '0')),
    ]) {
      const claim = await start(async () => ({ complete: true, ids })).ended;
      expect(claim).to.include({ says: 'incomplete', endedBy: 'output' });
      expect(claim.ids).to.deep.equal([]);
    }
  });

  it('is stopped if it never settles', async () => {
    expect(await start(() => new Promise(() => {})).ended).to.include({
      says: 'incomplete',
      endedBy: 'time',
    });
  });

  it('is stopped at the limit of virtual time, but may have a longer unused timeout', async () => {
    const patient: ClientModule = async ({ clock }) => {
      const timeout = new AbortController();
      const late = clock.sleep(10 * 3_600_000, timeout.signal).catch(() => {});
      await clock.sleep(1000);
      timeout.abort();
      await late;
      return { complete: true, ids: [] };
    };
    expect((await start(patient).ended).says).to.equal('complete');
    const endless: ClientModule = async ({ clock }) => {
      for (;;) await clock.sleep(60_000);
    };
    const { ended, clock } = start(endless);
    const startMs = clock.now();
    expect((await ended).endedBy).to.equal('time');
    expect(clock.now() - startMs).to.equal(3_600_000);
  });

  it('does not continue after a kill: its requests and waits never settle', async () => {
    let steps = 0;
    const { ended, kill } = start(async ({ fetch, clock }) => {
      for (;;) {
        await fetch('http://sandbox.localhost/');
        steps++;
        await clock.sleep(1000);
        if (steps === 3) kill();
      }
    });
    expect((await ended).endedBy).to.equal('kill');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(steps).to.equal(3);
  });
});

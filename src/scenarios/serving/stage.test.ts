import { expect } from 'chai';
import type { ClientModule } from '../../drivers/driver.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import type { ScenarioObservation } from '../../observation.ts';
import type { Answer, Asked, Rule, Scenario } from '../scenario.ts';
import { stageScenario } from './stage.ts';
import { referenceClient, stageModule } from './testing.ts';

const plain: Scenario = {
  name: 'pagination/sample',
  title: 'a sample',
  provokes: ['pagination/client-follows-next'],
  job: 'sync:students',
  rules: [],
};
const rule = (
  answer: Answer | Rule['answer'],
  when: (asked: Asked) => boolean = (asked) => asked.page === 1,
): Rule => ({
  label: 'it',
  when,
  answer: typeof answer === 'function' ? answer : () => answer,
});
const pathsOf = (seen: ScenarioObservation) => seen.exchanges.map((one) => one.request.path);
const sinceStart = (seen: ScenarioObservation) =>
  seen.exchanges.map((one) => one.request.sentAtMs - (seen.runs[0]?.startedAtMs ?? 0));

/** A module that sends these requests and reports this result. */
const asking =
  (work: (options: Parameters<ClientModule>[0]) => Promise<unknown>): ClientModule =>
  async (options) => {
    await work(options);
    return { complete: true, ids: [] };
  };

describe('a staged scenario', () => {
  it('without rules serves the whole list in small pages for any limit', async () => {
    const seen = await stageModule(plain);
    expect(pathsOf(seen)).to.have.length(3);
    for (const path of pathsOf(seen)) expect(path).to.include('limit=1000');
    expect(seen.truth).to.have.length(25);
    expect(seen.runs[0]?.claim).to.include({ says: 'complete', endedBy: 'itself' });
    expect(seen.runs[0]?.claim.ids).to.deep.equal(seen.truth);
  });

  it('keeps limit and other parameters of the client in links', async () => {
    const seen = await stageModule(
      plain,
      asking(async ({ baseUrl, fetch, token }) => {
        const headers = { authorization: `Bearer ${token}` };
        await fetch(`${baseUrl}/v2.0/students`, { headers });
        await fetch(`${baseUrl}/v2.0/students?x=1&limit=77&count=true`, { headers });
        await fetch(`${baseUrl}/v2.0/students?limit=3`, { headers });
      }),
    );
    const links = seen.exchanges.map(
      (one) => (JSON.parse(one.response?.body ?? '') as { links: { rel: string; uri: string }[] }).links,
    );
    const nextOf = (at: number) => links[at]?.find((one) => one.rel === 'next')?.uri;
    expect(nextOf(0)).to.match(/^\/v2\.0\/students\?starting_after=[0-9a-f]{24}$/);
    expect(nextOf(1)).to.match(/^\/v2\.0\/students\?x=1&limit=77&count=true&starting_after=/);
    expect(nextOf(2)).to.match(/^\/v2\.0\/students\?limit=3&starting_after=/);
    expect(links[1]?.[0]?.uri).to.equal('/v2.0/students?x=1&limit=77&count=true');
  });

  it('passes invalid limits to the sandbox', async () => {
    const seen = await stageModule(
      plain,
      asking(async ({ baseUrl, fetch, token }) => {
        for (const limit of ['0', 'x', '10001'])
          await fetch(`${baseUrl}/v2.0/students?limit=${limit}`, {
            headers: { authorization: `Bearer ${token}` },
          });
      }),
    );
    expect(seen.exchanges.map((one) => one.response?.status)).to.deep.equal([400, 400, 413]);
  });

  it('applies its rules in order, each up to its limit, and counts them', async () => {
    const seen = await stageModule({
      ...plain,
      rules: [
        { ...rule({ status: 503 }), label: 'down', times: 2 },
        { ...rule({ status: 500 }), label: 'broken' },
        { ...rule({ status: 400 }, () => false), label: 'never' },
      ],
    });
    expect(seen.account).to.deep.equal({ down: 2, broken: 1, never: 0 });
    expect(seen.exchanges.map((one) => one.response?.status)).to.deep.equal([200, 503, 503, 500, 200, 200]);
    expect(seen.exchanges.map((one) => one.step?.role)).to.deep.equal([
      undefined,
      'down',
      'down',
      'broken',
      undefined,
      undefined,
    ]);
  });

  it('records exact virtual times: the wait for Reset, and a delayed response', async () => {
    const limited = rule((_, { nowMs }) => ({
      status: 429,
      body: '',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(nowMs / 1000) + 2) },
    }));
    const late = { ...rule({ delayMs: 14_000 }, (asked) => asked.page === 2), label: 'late' };
    const seen = await stageModule({ ...plain, rules: [limited, late] });
    // Each response takes 20 ms, and the reference client waits from a whole second to the next.
    expect(sinceStart(seen)).to.deep.equal([0, 20, 3040, 3060]);
    expect(seen.exchanges[3]?.response?.receivedAtMs).to.equal(
      (seen.exchanges[3]?.request.sentAtMs ?? 0) + 14_020,
    );
  });

  for (const close of ['before', 'mid-body', 'after'] as const)
    it(`loses a response whose connection is closed (${close}), and the client retries`, async () => {
      const seen = await stageModule({ ...plain, rules: [rule({ close })] });
      expect(seen.exchanges[1]?.failure?.kind).to.equal('closed');
      expect(seen.exchanges[1]?.response).to.equal(undefined);
      expect(seen.runs[0]?.claim.says).to.equal('complete');
    });

  it('sends an endless body until the client disconnects', async () => {
    const seen = await stageModule({ ...plain, rules: [{ ...rule({ endless: true }), times: 9 }] });
    expect(seen.exchanges[1]?.failure?.message).to.match(/^the client disconnected after 3\d MiB/);
    expect(seen.runs[0]?.claim.says).to.equal('incomplete');
  });

  it('overrides the headers of the sandbox: replaced, repeated, removed', async () => {
    const headers = {
      'X-RateLimit-Reset': ['1', '2'],
      'X-Ratelimit-Bucket': null,
      'Content-Type': 'text/html',
    };
    const seen = await stageModule({ ...plain, rules: [rule({ status: 400, headers, body: '<p>' })] });
    const got = seen.exchanges[1]?.response?.headers ?? {};
    expect(got).to.include({
      'x-ratelimit-reset': '1, 2',
      'content-type': 'text/html',
      'x-ratelimit-limit': '1200',
    });
    expect(got).to.not.have.property('x-ratelimit-bucket');
  });

  it('a write takes effect if its response is lost, but not if the sandbox was not called', async () => {
    const job = 'create-assignment' as const;
    const isPost = (asked: Asked) => asked.method === 'POST';
    const looking: ClientModule = async ({ baseUrl, fetch, token, input }) => {
      const { section_id, body } = input as { section_id: string; body: unknown };
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const path = `${baseUrl}/v3.1/sections/${section_id}/assignments`;
      await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {});
      const second = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      const { data } = (await second.json()) as { data: { id: string } };
      return { complete: true, ids: [data.id] };
    };
    const idAfter = async (answer: Answer) =>
      (await stageModule({ ...plain, job, rules: [rule(answer, isPost)] }, looking)).runs[0]?.claim.ids[0];
    const [lost, untouched] = [
      await idAfter({ close: 'before' }),
      await idAfter({ status: 502, untouched: true }),
    ];
    expect(lost).to.not.equal(untouched);
    expect((await stageModule({ ...plain, job }, referenceClient)).runs[0]?.claim.ids[0]).to.equal(untouched);
  });

  it('follows a redirect like fetch, without the token on other origins, and records it', async () => {
    const elsewhere = rule(
      (_, { foreignOrigin }) => ({ status: 307, headers: { location: `${foreignOrigin}/v2.0/students` } }),
      () => true,
    );
    const follow = asking(({ baseUrl, fetch, token }) =>
      fetch(`${baseUrl}/v2.0/students`, { headers: { authorization: `Bearer ${token}` } }),
    );
    const seen = await stageModule({ ...plain, rules: [elsewhere] }, follow);
    expect(seen.exchanges.map((one) => one.request.origin)).to.deep.equal([
      seen.origin,
      `${seen.origin}:8081`,
    ]);
    expect(seen.exchanges[1]?.request.headers).to.not.have.property('authorization');
  });

  it('serves a version from a rewritten link, and no other', async () => {
    const bend = rule(
      (good) => ({ body: good.body.replaceAll('/v2.0/students?', '/v1.1/students?') }),
      (asked) => asked.page === 0,
    );
    const seen = await stageModule(
      { ...plain, rules: [bend] },
      asking(async ({ baseUrl, fetch, token }) => {
        const ask = (path: string) =>
          fetch(baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
        await ask('/v1.1/students?limit=5');
        const page = (await (await ask('/v2.0/students')).json()) as {
          links: { rel: string; uri: string }[];
        };
        await ask(page.links.find((link) => link.rel === 'next')?.uri ?? '');
      }),
    );
    expect(seen.exchanges.map((one) => one.response?.status)).to.deep.equal([404, 200, 200]);
  });

  it('restarts the client with its state, killed at the first request over its limit', async () => {
    const seen = await stageModule({ ...plain, starts: [{ killAfterRequests: 2 }, {}] });
    expect(seen.runs.map((run) => run.claim.endedBy)).to.deep.equal(['kill', 'itself']);
    expect(seen.exchanges[2]?.failure?.message).to.equal('the client exited before the response');
    expect(seen.exchanges).to.have.length(4);
    expect(seen.runs[1]?.claim.ids).to.deep.equal(seen.truth);
  });

  it('stops a client that hammers, and one that waits forever', async () => {
    const hammer = asking(async ({ baseUrl, fetch }) => {
      for (;;) await fetch(`${baseUrl}/v2.0/students`).catch(() => {});
    });
    const hammered = await stageScenario(plain, {
      driver: createModuleDriver(hammer, 'x'),
      seed: 1,
      maxRequests: 50,
    });
    expect(hammered.runs[0]?.claim).to.include({ says: 'incomplete', endedBy: 'requests' });
    expect(hammered.exchanges).to.have.length(51);
    const sleeper = asking(({ clock }) => clock.sleep(Number.MAX_SAFE_INTEGER));
    const slept = await stageModule(plain, sleeper);
    expect(slept.runs[0]?.claim).to.include({ says: 'incomplete', endedBy: 'time' });
    expect(slept.runs[0]?.endedAtMs).to.equal((slept.runs[0]?.startedAtMs ?? 0) + 3_600_000);
  });

  it('a second start of a grading job has a newer grade', async () => {
    const grades: unknown[] = [];
    const note = asking(async ({ input }) => grades.push((input as { body: { grade: string } }).body.grade));
    await stageModule({ ...plain, job: 'update-submission', starts: [{}, {}] }, note);
    expect(grades).to.deep.equal(['70', '90']);
  });

  it('a rule that throws is a suite fault', async () => {
    const broken = rule(() => {
      throw new Error('no such page');
    });
    const fault = await stageModule({ ...plain, rules: [broken] }).catch((error: unknown) => error);
    expect(String(fault)).to.include('no such page');
  });
});

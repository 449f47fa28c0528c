import { expect } from 'chai';
import { findRequirement } from '../../src/catalogue.ts';
import { openClientSide } from '../../src/claims/client-side.ts';
import { systemClock } from '../../src/clock.ts';
import type { Assignment, ClientModule, Driver } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import type { ClientRun } from '../../src/engine/client-run.ts';
import { judgeClient } from '../../src/engine/judge.ts';
import { InconclusiveError, InterruptedError, NothingJudgedError, SuiteFault } from '../../src/errors.ts';
import { renderEvidence } from '../../src/evidence/store.ts';
import { expectedMs, planScenarios } from '../../src/observe/plan-scenarios.ts';
import { scenarios } from '../../src/scenarios/index.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { stageScenario } from '../../src/scenarios/serving/stage.ts';
import { referenceClient } from '../../src/scenarios/serving/testing.ts';
import { allClientIds, judgeDriver, judgeModule } from './client-testing.ts';

const having = (run: ClientRun, value: string) =>
  run.result.outcomes.filter((one) => one.outcome.outcome === value).map((one) => one.id);

/** Walks one list and nothing more: no wait, no second try. */
const plainWalker: ClientModule = async ({ baseUrl, token, job, fetch }) => {
  const ids: string[] = [];
  for (let path: string | undefined = `/v2.0/${job.slice(5)}`; path !== undefined; ) {
    const response = await fetch(baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) return { complete: false, ids, said: `status ${response.status}` };
    const page = (await response.json()) as {
      data: { data: { id: string } }[];
      links: { rel: string; uri: string }[];
    };
    ids.push(...page.data.map((one) => one.data.id));
    path = page.links.find((link) => link.rel === 'next')?.uri;
  }
  return { complete: true, ids };
};

describe('the scenarios as a whole', function () {
  // Some of these judge every scenario several times; a busy machine needs its time for it.
  this.timeout(120_000);

  it('each has a name of its own, labels of their own, and something to provoke', () => {
    expect(new Set(scenarios.map((one) => one.name)).size).to.equal(scenarios.length);
    for (const { name, rules, provokes } of scenarios) {
      expect(new Set(rules.map((rule) => rule.label)).size, name).to.equal(rules.length);
      expect(provokes, name).to.not.be.empty;
    }
  });

  it('together they provoke every requirement that binds clients', () => {
    const provoked = new Set(scenarios.flatMap((one) => one.provokes));
    expect([...allClientIds].filter((id) => !provoked.has(id))).to.deep.equal([]);
  });

  it('a body without an end takes 30 s of a run at most', () => {
    const endless = scenarios.filter(({ provokes }) => provokes.includes('safety/client-bounded-body'));
    expect(endless.map(({ limitMs }) => limitMs)).to.deep.equal([30_000, 30_000]);
  });

  it('and in real time all but those that take minutes', () => {
    const plan = planScenarios(scenarios, { ids: allClientIds, driver: { timing: 'real' } });
    expect(plan.scenarios.filter((one) => one.onlyVirtual)).to.deep.equal([]);
    expect(expectedMs(plan.scenarios[0] as Scenario)).to.be.at.least(
      expectedMs(plan.scenarios.at(-1) as Scenario),
    );
  });
});

describe('the scenarios that are chosen', () => {
  const id = 'pagination/client-holds-each-record-once';
  const other = 'data/usual-records';
  const real = { timing: 'real' } as const;

  it('of a pattern are those that exercise what was chosen', () => {
    expect(scenarios.find(({ name }) => name === other)?.provokes).not.to.include(id);
    const plan = planScenarios(scenarios, { ids: new Set([id]), driver: real, pattern: 'usual-records' });
    expect(plan.scenarios).to.deep.equal([]);
  });

  it('with a whole name are that one, in which what was chosen is judged all the same', () => {
    const plan = planScenarios(scenarios, { ids: new Set([id]), driver: real, pattern: other });
    expect(plan.scenarios.map(({ name }) => name)).to.deep.equal([other]);
    expect([...plan.ids]).to.deep.equal([id]);
  });
});

describe('the scenarios of a client that does a part of the jobs', () => {
  const plan = (only: 'sync' | 'grades') =>
    planScenarios(scenarios, { ids: allClientIds, driver: { timing: 'virtual' }, only });

  it('are those with such jobs, and what only others exercise is inapplicable', () => {
    const sync = plan('sync');
    expect(sync.scenarios.every(({ job }) => job.startsWith('sync:'))).to.equal(true);
    expect(sync.notApplicable).to.include({
      'lms/client-creates-once': 'the client only reads (--only sync)',
    });
    const grades = plan('grades');
    expect(grades.scenarios.every(({ job }) => !job.startsWith('sync:'))).to.equal(true);
    expect(grades.notApplicable).to.have.property('pagination/client-follows-next');
    for (const { ids, notApplicable } of [sync, grades]) {
      expect(ids.size).to.equal(allClientIds.size);
      expect(Object.keys(notApplicable).length).to.be.within(1, allClientIds.size - 5);
    }
  });
});

describe('a client run', function () {
  this.timeout(120_000);

  it('the reference client keeps every requirement', async function () {
    this.timeout(60_000);
    const run = await judgeModule(referenceClient);
    expect(having(run, 'failed')).to.deep.equal([]);
    expect(having(run, 'passed')).to.have.length(allClientIds.size);
  });

  it('a client that does nothing and claims to be done passes nothing', async () => {
    const run = await judgeModule(async () => ({ complete: true, ids: [] }));
    expect(having(run, 'passed')).to.deep.equal([]);
    expect(having(run, 'failed')).to.include('pagination/client-holds-each-record-once');
  });

  it('a client that fails before its first request is not judged at all', async () => {
    const fault = await judgeModule(() => Promise.reject(new Error('no module named requests'))).catch(
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(InconclusiveError);
    expect(String(fault)).to.include('failed before its first request; it printed: no module named requests');
  });

  it('the outcomes follow from the evidence alone, and redaction changes none', async () => {
    const pattern = 'pagination/';
    const maxRequests = 60;
    const run = await judgeModule(plainWalker, { pattern, maxRequests });
    const { evidence, outcomes } = run.result;
    const selected = new Set(outcomes.filter((one) => !one.notSelected).map((one) => one.id));
    expect(judgeClient(evidence, run.result, selected).outcomes).to.deep.equal(outcomes);
    const words = outcomes.map((one) => one.outcome.outcome);
    const raw = await Promise.all(
      scenarios
        .filter((one) => one.name.includes(pattern))
        .map((one) =>
          stageScenario(one, { driver: createModuleDriver(plainWalker, 'a module'), seed: 1, maxRequests }),
        ),
    );
    const side = openClientSide(raw);
    const again = run.result.outcomes.map(({ id }) =>
      selected.has(id) ? side.assert(id).outcome.outcome : 'untested',
    );
    expect(again).to.deep.equal(words);
  });

  it('the same seed and the same module give the same bytes', async () => {
    const once = async () =>
      renderEvidence((await judgeModule(plainWalker, { pattern: 'data/' })).result.evidence);
    expect(await once()).to.equal(await once());
  });

  it('with a pattern only what its scenarios provoke is judged', async () => {
    const run = await judgeModule(referenceClient, { pattern: 'rate-limit/429-with-reset-in-2' });
    const judged = run.result.outcomes.filter((one) => !one.notSelected).map((one) => one.id);
    expect(judged)
      .to.include('rate-limit/client-waits-for-reset')
      .and.not.include('safety/client-bounded-pages');
    const nothing = await judgeModule(referenceClient, { pattern: 'no such scenario' }).catch(
      (error: unknown) => error,
    );
    expect(nothing).to.be.instanceOf(NothingJudgedError);
  });

  it('an interruption is reported, and nothing is judged from what it cut short', async () => {
    const aborting = new AbortController();
    const run = await judgeModule(plainWalker, {
      pattern: 'pagination/',
      signal: aborting.signal,
      jobs: 1,
      onScenario: (_, done) => done === 3 && aborting.abort(),
    });
    expect(run.unfinished).to.be.instanceOf(InterruptedError);
    expect(run.result.inconclusive).to.equal('The run was interrupted.');
    expect(run.result.evidence.observations).to.have.length(3);
  });

  it('an exception in a scenario is a fault of the suite', async () => {
    const broken: Scenario = {
      name: 'pagination/broken',
      title: 'broken',
      provokes: ['pagination/client-follows-next'],
      job: 'sync:students',
      rules: [
        {
          label: 'it',
          when: () => {
            throw new Error('broken');
          },
          answer: () => ({}),
        },
      ],
    };
    const fault = await judgeModule(plainWalker, { scenarios: [broken] }).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(SuiteFault);
  });
});

describe('a wait that was short in real time', () => {
  const limited: Scenario = {
    name: 'rate-limit/sample',
    title: 'limited',
    provokes: ['rate-limit/client-waits-for-reset'],
    job: 'sync:students',
    rules: [
      {
        label: 'limited',
        when: (asked) => asked.page === 0,
        answer: (_, { nowMs }) => ({
          status: 429,
          body: '',
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(nowMs / 1000) + 1) },
        }),
      },
    ],
  };
  const run = (isEarly: (start: number) => boolean, startsOnce = false) => {
    let starts = 0;
    repeats.length = 0;
    const client = async ({ baseUrl, token, scenario }: Assignment) => {
      if (scenario === 'pagination/trial') return;
      const early = isEarly(++starts);
      const ask = () => fetch(`${baseUrl}/v2.0/students`, { headers: { authorization: `Bearer ${token}` } });
      const resetMs = Number((await ask()).headers.get('x-ratelimit-reset')) * 1000;
      while (!early && Date.now() < resetMs) await systemClock.sleep(resetMs - Date.now() + 2);
      await ask();
    };
    return judgeDriver(realDriver(client), {
      scenarios: [limited],
      ids: new Set(['rate-limit/client-waits-for-reset']),
      startsOnce,
      onRepeat: (count) => repeats.push(count),
    });
  };
  const repeats: number[] = [];

  it('is tried once more alone; the second run counts, and both are in the evidence', async () => {
    const { result, outcomeOf } = await run((start) => start === 1);
    expect(outcomeOf('rate-limit/client-waits-for-reset').outcome).to.equal('passed');
    expect(result.evidence.observations?.map((one) => one.superseded)).to.deep.equal([true, undefined]);
    expect(result.evidence.exchanges.map((one) => one.seq)).to.deep.equal([0, 1, 2, 3]);
    expect(repeats, 'announced').to.deep.equal([1]);
  });

  it('is not tried again where the client is to be started once', async () => {
    const { result, outcomeOf } = await run(() => true, true);
    expect(outcomeOf('rate-limit/client-waits-for-reset').outcome).to.equal('failed');
    expect(result.evidence.observations).to.have.length(1);
    expect(repeats).to.deep.equal([]);
  });

  it('fails when it is short again', async () => {
    const { result, outcomeOf } = await run(() => true);
    expect(outcomeOf('rate-limit/client-waits-for-reset').outcome).to.equal('failed');
    expect(result.evidence.observations).to.have.length(2);
    expect(findRequirement('rate-limit/client-waits-for-reset').level).to.equal('required');
  });
});

/** A command that is none: it runs here, in real time, over the port. */
function realDriver(run: (assignment: Assignment) => Promise<void>): Driver {
  return {
    kind: 'command',
    name: 'a command',
    timing: 'real',
    start: (assignment) => ({
      ended: run(assignment).then(() => ({ says: 'complete', ids: [], said: '', endedBy: 'itself' })),
      kill: () => {},
    }),
  };
}

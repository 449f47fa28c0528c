import { expect } from 'chai';
import { laterProfiles, type Profile, profiles } from '../../contracts/profiles.ts';
import { adapters, withCommand } from '../../examples/clients/adapters.ts';
import { createCommandDriver } from '../../src/drivers/command.ts';
import { runClient } from '../../src/engine/client-run.ts';
import { scenarios } from '../../src/scenarios/index.ts';

/**
 * A few fast scenarios in real time, one per kind of failure. `npm run test:clients` runs all of them, including half a
 * minute of backoff each.
 */
const quick: ReadonlySet<string> = new Set([
  'pagination/links-under-another-version',
  'rate-limit/429-with-reset-in-2-seconds',
  'errors/closed-in-the-middle-of-the-body',
  'lms/create-whose-answer-is-lost',
  'lms/create-refused-with-due-date',
  'backoff/404-in-mid-walk',
  'backoff/killed-then-started-again',
  'safety/next-with-a-tab',
]);
const chosen = scenarios.filter(({ name }) => quick.has(name));
const ids = new Set(chosen.flatMap(({ provokes }) => provokes));

/** Outcomes by requirement. */
type Judged = Readonly<Record<string, string>>;

/** `undefined` if the runtime is missing. */
const judge = (adapter: (typeof adapters)[number], profile: Profile): Promise<Judged | undefined> =>
  withCommand(adapter, async (command) => {
    const driver = createCommandDriver({ command, env: process.env });
    try {
      const signal = new AbortController().signal;
      const run = await runClient({
        driver,
        profile,
        seed: 1,
        jobs: quick.size,
        ids,
        scenarios: chosen,
        signal,
        now: Date.now,
      });
      return Object.fromEntries([...ids].map((id) => [id, run.outcomeOf(id).outcome]));
    } finally {
      driver.close();
    }
  });

for (const profile of [profiles[0], laterProfiles[1]])
  describe(`example clients that read ${profile.name}`, function () {
    // They run in parallel and mostly wait; the margin is for a busy machine.
    this.timeout(120_000);
    let judged: readonly PromiseSettledResult<Judged | undefined>[] = [];

    before(async () => {
      expect(chosen.map(({ name }) => name)).to.have.members([...quick]);
      judged = await Promise.allSettled(adapters.map((one) => judge(one, profile)));
    });

    for (const [at, adapter] of adapters.entries())
      it(`${adapter.file} meets the documented client requirements`, function () {
        const result = judged[at];
        if (result?.status !== 'fulfilled') throw result?.reason;
        if (result.value === undefined) {
          if (this.test) this.test.title += `: not judged here, it needs ${adapter.needs}`;
          this.skip();
        }
        // Under load, timing checks may be inconclusive, but never fail.
        const notPassed = Object.entries(result.value).filter(([, outcome]) => outcome !== 'passed');
        expect(notPassed.filter(([, outcome]) => outcome !== 'cantTell')).to.deep.equal([]);
        expect(notPassed.length).to.be.lessThan(ids.size / 2);
      });
  });

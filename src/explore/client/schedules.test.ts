import { expect } from 'chai';
import { exploredSchedules } from './explore-client.ts';
import { scenarioOf } from './schedules.ts';

const explored = exploredSchedules({ schedules: 60, seed: 5 });

describe('generated schedules', () => {
  it('the same seed gives the same schedules, and a number selects one of them', () => {
    const again = exploredSchedules({ schedules: 60, seed: 5 });
    expect(again.map((one) => one.schedule)).to.deep.equal(explored.map((one) => one.schedule));
    const [one] = exploredSchedules({ schedules: 60, seed: 5, number: 12 });
    expect(one?.schedule).to.deep.equal(explored[12]?.schedule);
  });

  it('labels are unique in a scenario', () => {
    for (const { scenario } of explored) {
      const labels = scenario.rules.map((rule) => rule.label);
      expect(new Set(labels).size, scenario.title).to.equal(labels.length);
    }
  });

  it('most requirements are exercised by a round', () => {
    const provoked = new Set(explored.flatMap(({ scenario }) => scenario.provokes));
    expect(provoked.size).to.be.above(35);
  });

  it('where a client may give up, nothing rests on the whole list', () => {
    const base = { job: 'sync:students', students: 45, pageSize: 10 } as const;
    const outage = { do: 'outage', page: 2, statuses: [503] };
    const long = { do: 'outage', page: 3, statuses: [500, 500, 500] };
    const alone = scenarioOf('explored/1-1', { ...base, faults: [outage] });
    const together = scenarioOf('explored/1-1', { ...base, faults: [outage, long] });
    expect(alone.provokes).to.include('backoff/client-retries-503');
    expect(together.provokes).to.not.include('backoff/client-retries-503');
    expect(together.provokes).to.include('backoff/client-waits-double');
  });
});

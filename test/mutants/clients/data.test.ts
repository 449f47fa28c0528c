import { expect } from 'chai';
import { dataClientMutants } from '../../../src/mutants/clients/data.ts';
import { documentedSteps, naiveClient } from '../../../src/mutants/clients/naive-client.ts';
import { dataScenarios } from '../../../src/scenarios/data.ts';
import {
  clientIdsOf,
  describeClientMutants,
  describeConformingClients,
  describeToleratedClients,
  judgeModule,
} from './testing.ts';

const theme = { scenarios: dataScenarios, ids: clientIdsOf('data') };

describeConformingClients('data', theme, {
  'a client written from the documents': naiveClient(),
});
describeClientMutants('data', theme, dataClientMutants);

const refusingNull = naiveClient({
  idsIn: (page) => {
    if (page.data.some((entry) => entry.data.grade === null)) throw new Error('a grade is no text');
    return documentedSteps.idsIn(page);
  },
});

describeToleratedClients('data', theme, {
  'a client that stops at a short page': naiveClient({
    nextIn: (page, place) => (page.data.length < 100 ? undefined : documentedSteps.nextIn(page, place)),
  }),
});

describe('a client that loses its way', () => {
  it('is not said to refuse records', async () => {
    const lost = naiveClient({ resolve: (uri, { origin }) => `${origin}/v2.0${uri}` });
    const outcomes = await judgeModule(theme, lost);
    expect([...outcomes.values()].map((one) => one.outcome)).to.deep.equal(['untested']);
  });
});

describe('null for optional fields', () => {
  it('is noted when a client refuses it, and does not count against it', async () => {
    const outcomes = await judgeModule(theme, refusingNull);
    const cases = outcomes.get('data/client-tolerates-absent-and-unknown')?.cases ?? [];
    const shown = cases.filter((one) => one.notes).map((one) => one.name);
    expect(shown).to.deep.equal(['data/null-for-optional-fields']);
  });
});

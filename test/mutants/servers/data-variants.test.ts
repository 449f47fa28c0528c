import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { judgeServer } from '../../../src/engine/judge.ts';
import { answering, type ServerMutant } from '../../../src/mutants/mutant.ts';
import {
  type Changeable,
  collectionAt,
  inRecords,
  recordsOf,
} from '../../../src/mutants/servers/data/records.ts';
import type { Target } from '../../../src/targets/target.ts';
import {
  describeConforming,
  expectAllPassed,
  expectNoneFailed,
  foreign,
  idsOf,
  judgeSandbox,
  outcomesOf,
  withOutcome,
} from './testing.ts';

/** All JSON of the Data API with 200, rewritten. */
const inAnswers = (change: (body: Changeable, url: URL) => unknown): ServerMutant['tamper'] =>
  answering(
    (_, url) => url.pathname.startsWith('/v2.0/'),
    async (response, _, url) => {
      if (response.status !== 200) return response;
      return new Response(JSON.stringify(change(await response.json(), url)), { headers: response.headers });
    },
  );

const conforming = {
  'optional fields are absent': inRecords('sections', (record) => {
    for (const name of ['grade', 'period', 'section_number']) delete record[name];
  }),
  'undescribed fields': inRecords('schools', (record) => {
    record.mascot = 'owl';
    record.principal.pet = { name: 'cat' };
  }),
  'empty strings in lists': inRecords('schools', (record) => {
    record.high_grade = '';
  }),
  'birthdays as ISO dates': inRecords('students', (record) => {
    if (record.dob) record.dob = '2010-09-04';
  }),
  'term dates as date-times': inRecords('terms', (record) => {
    if (record.start_date) record.start_date = '2025-08-18T00:00:00-07:00';
  }),
};

describeConforming('data', conforming);

describe('servers with tolerated deviations', () => {
  it('a tolerated deviation is noted', async () => {
    const notesOf = async (what: keyof typeof conforming, id: ServerRequirementId) => {
      const outcome = (await outcomesOf('data', { tamper: conforming[what], depth: 'quick' })).get(id);
      return outcome?.cases.flatMap((one) => one.notes ?? []).join('\n') ?? '';
    };
    expect(await notesOf('empty strings in lists', 'data/validated-fields-in-range')).to.include(
      'School.high_grade has an empty string',
    );
    expect(await notesOf('birthdays as ISO dates', 'data/validated-fields-in-range')).to.include(
      'Student.dob has an ISO date',
    );
    const unknown = await notesOf('undescribed fields', 'data/undocumented-field');
    expect(unknown).to.match(/^School\.x-\w+ is not documented; seen in \d+ of \d+ records$/m);
    expect(unknown).to.match(/^School\.principal\.x-\w+ is not documented/m);
  });

  it('a status that no document names is noted', async () => {
    const tamper = answering(
      (_, url) => url.pathname.endsWith('/terms'),
      () => new Response('', { status: 418 }),
    );
    const outcome = (await outcomesOf('data', { tamper, depth: 'quick' })).get('data/undocumented-status');
    expect(outcome?.outcome).to.equal('passed');
    expect(outcome?.cases[0]?.notes?.[0]).to.match(/^418 is not documented: GET \/v2\.0\/terms/);
  });

  it('without item uris only the row on item uris fails', async () => {
    const tamper = inAnswers((body) =>
      Array.isArray(body.data) ? { ...body, data: recordsOf(body).map((data) => ({ data })) } : body,
    );
    expect(withOutcome(await outcomesOf('data', { tamper, depth: 'quick' }), 'failed')).to.deep.equal([
      'data/item-uri',
    ]);
  });
});

describe('servers that share less', () => {
  it('a district without contacts is not accused, and its contact paths are not judged', async () => {
    const tamper = inAnswers((body, url) =>
      collectionAt(url) === 'contacts' ? { data: [], links: [] } : body,
    );
    const outcomes = await outcomesOf('data', { tamper, depth: 'quick' });
    expectAllPassed(outcomes);
    const cases = outcomes.get('data/operation-answers')?.cases ?? [];
    expect(cases.filter((one) => one.outcome === 'inapplicable').map((one) => one.name)).to.deep.equal([
      'getContacts',
      'getContact',
      'getDistrictForContact',
      'getStudentsForContact',
      'getContactsForStudent',
    ]);
  });

  it('an empty district fails nothing', async () => {
    expectNoneFailed(await outcomesOf('data', { students: 0 }));
  });

  for (const [status, error] of [
    [404, "Resource not in token's scopes"],
    [403, 'Forbidden'],
  ] as const)
    it(`contacts outside the scopes (${status}) are not judged`, async () => {
      const tamper = answering(
        (_, url) => /\/contacts(\/|$)/.test(url.pathname),
        () => Response.json({ error }, { status }),
      );
      const outcomes = await outcomesOf('data', { tamper, depth: 'quick' });
      expectNoneFailed(outcomes);
      const why = outcomes
        .get('data/operation-answers')
        ?.cases.find((one) => one.name === 'getContacts')?.why;
      expect(why).to.include('outside the scopes');
    });

  it('a live server that refuses a list neither fails nor passes', async () => {
    const tamper = answering(
      (_, url) => /\/terms(\/|$)/.test(url.pathname),
      () => Response.json({ error: 'Resource not found' }, { status: 404 }),
    );
    const as = (target: Target): Target => ({ ...target, kind: 'live' });
    const outcome = (await outcomesOf('data', { tamper, as, depth: 'quick' })).get('data/operation-answers');
    expect(outcome?.outcome).to.equal('cantTell');
    expect(outcome?.why).to.match(/operations responded as described; getTerms was refused \(404\)/);
  });

  it('a live server without events, which not every application is given, passes', async () => {
    const tamper = answering(
      (_, url) => /\/events(\/|$)/.test(url.pathname),
      ({ headers }) => new Response('<pre>Cannot GET</pre>', { status: 404, headers }),
    );
    const as = (target: Target): Target => ({ ...target, kind: 'live' });
    const outcome = (await outcomesOf('data', { tamper, as, depth: 'quick' })).get('data/operation-answers');
    expect(outcome?.outcome).to.equal('passed');
  });

  it('an operation that never works fails, whatever the status', async () => {
    const tamper = answering(
      (_, url) => url.pathname.endsWith('/term'),
      () => new Response('', { status: 503 }),
    );
    const outcomes = await outcomesOf('data', { tamper, depth: 'quick' });
    expect(withOutcome(outcomes, 'failed')).to.deep.equal(['data/operation-answers']);
    const failed = outcomes.get('data/operation-answers')?.cases.filter((one) => one.outcome === 'failed');
    expect(failed?.map((one) => one.name)).to.deep.equal(['getTermForSection']);
  });

  it('an outage that is over at the next attempt is noted', async () => {
    let isOver = false;
    const tamper = answering(
      (_, url) => url.pathname.endsWith('/term') && !isOver,
      () => {
        isOver = true;
        return new Response('', { status: 500 });
      },
    );
    const outcome = (await outcomesOf('data', { tamper, depth: 'quick' })).get('data/operation-answers');
    expect(outcome?.outcome).to.equal('passed');
    expect(outcome?.cases.flatMap((one) => one.notes ?? []).join()).to.match(/1 of \d+ reads failed/);
  });
});

describe('a server that may only be read', () => {
  const ids = idsOf('data');
  const as = foreign();

  it('gets nothing but GET, and 53 of 60 operations are judged', async () => {
    const run = await judgeSandbox(['data'], { as });
    const methods = new Set(run.result.evidence.exchanges.map((one) => one.request.method));
    expect([...methods]).to.deep.equal(['GET']);
    const { outcome, why, cases } = run.outcomeOf('data/operation-answers');
    expect(outcome).to.equal('untested');
    expect(why).to.match(/^53 of 60 operations responded as described; .*--allow-writes/);
    expect(cases).to.have.length(60);
    const others = ids.filter((id) => !['passed', 'inapplicable'].includes(run.outcomeOf(id).outcome));
    expect(others).to.deep.equal(['data/operation-answers']);
  });

  it('its traffic, judged as a captured file, gives the same answers', async () => {
    const { result } = await judgeSandbox(['data'], { as });
    const exchanges = result.evidence.exchanges.map(({ step: _, ...exchange }) => exchange);
    const context = { ...result.evidence.context, subject: 'har' as const };
    const outcomes = judgeServer({ ...result.evidence, exchanges, context }, result, new Set(ids)).outcomes;
    const others = outcomes.filter(
      ({ id, outcome }) => ids.includes(id) && !['passed', 'inapplicable'].includes(outcome.outcome),
    );
    expect(others.map(({ id }) => id)).to.deep.equal(['data/operation-answers']);
  });
});

import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { judgeEvidence, serverRequirements } from '../../judges/index.ts';
import type { Outcome } from '../../outcome.ts';
import { runServer } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import { answering, type ServerMutant } from '../mutant.ts';
import { type Changeable, collectionAt, inRecords, recordsOf } from './data-records.ts';

const ids = serverRequirements.map(({ id }) => id).filter((id) => id.startsWith('data/'));

interface Setting {
  readonly tamper?: ServerMutant['tamper'];
  readonly students?: number;
  readonly as?: (target: Target) => Target;
}

async function runWith({ tamper, students = 60, as = (one) => one }: Setting) {
  const sandbox = openSandboxTarget({ seed: 1, students, ...(tamper ? { tamper } : {}) });
  try {
    return await runServer({
      target: as(sandbox),
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
  } finally {
    await sandbox.close();
  }
}

async function outcomesWith(setting: Setting): Promise<Readonly<Record<string, Outcome>>> {
  const run = await runWith(setting);
  return Object.fromEntries(ids.map((id) => [id, run.outcomeOf(id)]));
}

const withOutcome = (outcomes: Readonly<Record<string, Outcome>>, value: Outcome['outcome']) =>
  ids.filter((id) => outcomes[id]?.outcome === value);

/** All JSON of the Data API with 200, rewritten. */
const inAnswers = (change: (body: Changeable, url: URL) => unknown): ServerMutant['tamper'] =>
  answering(
    (_, url) => url.pathname.startsWith('/v2.0/'),
    async (response, _, url) => {
      if (response.status !== 200) return response;
      return new Response(JSON.stringify(change(await response.json(), url)), { headers: response.headers });
    },
  );

const everywhere = (make: () => Response): ServerMutant['tamper'] => answering(() => true, make);

describe('servers without a Data API behind them', () => {
  const nobody: Readonly<Record<string, () => Response>> = {
    'an empty object': () => Response.json({}),
    'an empty list': () => Response.json({ data: [], links: [] }),
    'an empty record': () => Response.json({ data: {}, links: [] }),
    '404': () => Response.json({ error: 'Resource not found' }, { status: 404 }),
    '500': () => Response.json({ error: 'Internal Server Error' }, { status: 500 }),
    'a web page': () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
    nothing: () => new Response(null, { status: 204 }),
  };
  for (const [what, make] of Object.entries(nobody))
    it(`${what} for everything passes nothing`, async () => {
      expect(withOutcome(await outcomesWith({ tamper: everywhere(make) }), 'passed')).to.deep.equal([]);
    });
});

describe('servers that differ within the documents', () => {
  const legal: Readonly<Record<string, ServerMutant['tamper']>> = {
    'optional fields are null': inRecords('students', (record) => {
      for (const name of ['dob', 'ell_status', 'email', 'grade', 'location', 'race']) record[name] ??= null;
    }),
    'optional fields are absent': inRecords('sections', (record) => {
      for (const name of ['grade', 'period', 'section_number']) delete record[name];
    }),
    'fields that nobody described': inRecords('schools', (record) => {
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
    'single records without links': inAnswers((body) =>
      Array.isArray(body.data) ? body : { data: body.data },
    ),
    'links in another order': inAnswers((body) => ({ links: [...body.links].reverse(), data: body.data })),
    'a label in other letters': answering(
      () => true,
      (response) => {
        const headers = new Headers(response.headers);
        if (/json/.test(headers.get('content-type') ?? '')) headers.set('content-type', 'Application/JSON');
        return new Response(response.body, { status: response.status, headers });
      },
    ),
    'members in another order': inAnswers((body, url) => {
      if (url.search !== '') return body;
      const turned = (record: object) => Object.fromEntries(Object.entries(record).reverse());
      return Array.isArray(body.data) ? body : { ...body, data: turned(body.data) };
    }),
  };
  for (const [what, tamper] of Object.entries(legal))
    it(`${what}: all is passed`, async () => {
      const outcomes = await outcomesWith({ tamper });
      const others = ids.filter((id) => outcomes[id]?.outcome !== 'passed');
      expect(others.map((id) => `${id} ${outcomes[id]?.outcome} ${outcomes[id]?.why}`)).to.deep.equal([]);
    });

  it('what is tolerated is told in a note', async () => {
    const notesOf = async (what: string, id: ServerRequirementId) => {
      const { [id]: outcome } = await outcomesWith({ tamper: legal[what] as ServerMutant['tamper'] });
      return outcome?.cases.flatMap((one) => one.notes ?? []).join('\n') ?? '';
    };
    expect(await notesOf('empty strings in lists', 'data/validated-fields-in-range')).to.include(
      'School.high_grade holds an empty string',
    );
    expect(await notesOf('birthdays as ISO dates', 'data/validated-fields-in-range')).to.include(
      'Student.dob holds an ISO date',
    );
    const unknown = await notesOf('fields that nobody described', 'data/undocumented-field');
    expect(unknown).to.match(/^School\.x-\w+ is not described; seen in \d+ of \d+ records$/m);
    expect(unknown).to.match(/^School\.principal\.x-\w+ is not described/m);
  });

  it('a status that no document names is told in a note', async () => {
    const tamper = answering(
      (_, url) => url.pathname.endsWith('/terms'),
      () => new Response('', { status: 418 }),
    );
    const { 'data/undocumented-status': outcome } = await outcomesWith({ tamper });
    expect(outcome?.outcome).to.equal('passed');
    expect(outcome?.cases[0]?.notes?.[0]).to.match(/^418 stands in no document: GET \/v2\.0\/terms/);
  });

  it('without item uris only the row on item uris fails', async () => {
    const tamper = inAnswers((body) =>
      Array.isArray(body.data) ? { ...body, data: recordsOf(body).map((data) => ({ data })) } : body,
    );
    expect(withOutcome(await outcomesWith({ tamper }), 'failed')).to.deep.equal(['data/item-uri']);
  });
});

describe('servers that share less', () => {
  it('a district without contacts is not accused, and its contact paths are not judged', async () => {
    const tamper = inAnswers((body, url) =>
      collectionAt(url) === 'contacts' ? { data: [], links: [] } : body,
    );
    const outcomes = await outcomesWith({ tamper });
    expect(withOutcome(outcomes, 'passed')).to.have.members(ids);
    const cases = outcomes['data/operation-answers']?.cases ?? [];
    expect(cases.filter((one) => one.outcome === 'inapplicable').map((one) => one.name)).to.deep.equal([
      'getContacts',
      'getContact',
      'getDistrictForContact',
      'getStudentsForContact',
      'getContactsForStudent',
    ]);
  });

  it('an empty district fails nothing', async () => {
    expect(withOutcome(await outcomesWith({ students: 0 }), 'failed')).to.deep.equal([]);
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
      const outcomes = await outcomesWith({ tamper });
      expect(withOutcome(outcomes, 'failed')).to.deep.equal([]);
      const why = outcomes['data/operation-answers']?.cases.find((one) => one.name === 'getContacts')?.why;
      expect(why).to.include('outside the scopes');
    });

  it('somebody else’s server that refuses a list is not accused, and not acquitted', async () => {
    const tamper = answering(
      (_, url) => /\/events(\/|$)/.test(url.pathname),
      () => Response.json({ error: 'Resource not found' }, { status: 404 }),
    );
    const as = (target: Target): Target => ({ ...target, kind: 'live' });
    const outcome = (await outcomesWith({ tamper, as }))['data/operation-answers'];
    expect(outcome?.outcome).to.equal('cantTell');
    expect(outcome?.why).to.match(
      /^58 of 60 operations answered as described; getEvents was refused \(404\)/,
    );
  });

  it('an outage on one path leaves only that operation open', async () => {
    const tamper = answering(
      (_, url) => url.pathname.endsWith('/term'),
      () => new Response('', { status: 503 }),
    );
    const outcomes = await outcomesWith({ tamper });
    expect(withOutcome(outcomes, 'failed')).to.deep.equal([]);
    expect(outcomes['data/operation-answers']?.outcome).to.equal('cantTell');
  });
});

describe('a server that may only be read', () => {
  const as = (target: Target): Target => ({ ...target, kind: 'live', allows: new Set() });

  it('gets nothing but GET, and 53 of 60 operations are judged', async () => {
    const run = await runWith({ as });
    const methods = new Set(run.result.evidence.exchanges.map((one) => one.request.method));
    expect([...methods]).to.deep.equal(['GET']);
    const { outcome, why, cases } = run.outcomeOf('data/operation-answers');
    expect(outcome).to.equal('untested');
    expect(why).to.match(/^53 of 60 operations answered as described; .*--allow-writes/);
    expect(cases).to.have.length(60);
    const others = ids.filter((id) => run.outcomeOf(id).outcome !== 'passed');
    expect(others).to.deep.equal(['data/operation-answers']);
  });

  it('its traffic, judged as a captured file, gives the same answers', async () => {
    const { result } = await runWith({ as });
    const exchanges = result.evidence.exchanges.map(({ step: _, ...exchange }) => exchange);
    const context = { ...result.evidence.context, subject: 'har' as const };
    const outcomes = judgeEvidence({ ...result.evidence, exchanges, context }, new Set(ids));
    const others = outcomes.filter(({ id, outcome }) => ids.includes(id) && outcome.outcome !== 'passed');
    expect(others.map(({ id }) => id)).to.deep.equal(['data/operation-answers']);
  });
});

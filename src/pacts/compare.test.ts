import { expect } from 'chai';
import { openPactComparer, type PactComparer } from './compare.ts';
import { committed, pactWith } from './testing.ts';

const students = (changes: {
  readonly query?: object;
  readonly status?: number;
  readonly body?: unknown;
  readonly path?: string;
  readonly headers?: object;
  readonly authorization?: string;
  readonly answered?: object;
}) => ({
  description: 'x',
  request: {
    method: 'GET',
    path: changes.path ?? '/v2.0/students',
    query: changes.query ?? {},
    headers: changes.headers ?? { Authorization: 'Bearer CLEVER_TOKEN' },
  },
  response: {
    status: changes.status ?? 200,
    headers: { 'Content-Type': 'application/json', ...changes.answered },
    body: changes.body ?? { data: [], links: [] },
  },
});

describe('pact compare', () => {
  let comparer: PactComparer;
  before(async () => {
    comparer = await openPactComparer();
  });
  /** `part at: message | document`, without warnings. */
  const found = async (interaction: object, version?: string) => {
    const { interactions } = await comparer.compare(pactWith([interaction], version));
    return interactions.flatMap((one) =>
      one.mismatches
        .filter((mismatch) => !mismatch.warning)
        .map(({ part, at, message, document }) => `${part} ${at}: ${message} | ${document}`),
    );
  };

  it("finds nothing in the reference client's own pacts", async () => {
    for (const name of ['data-v2.0', 'data-v3.1', 'lms-v3.1'] as const) {
      const { interactions } = await comparer.compare(await committed(name));
      expect(interactions.filter((one) => one.mismatches.length > 0)).to.deep.equal([]);
    }
  });

  const interactionsOf = async (interactions: readonly object[], version?: string) =>
    (await comparer.compare(pactWith(interactions, version))).interactions;

  it('counts a failure of a pending interaction as pending, as `pact verify` does', async () => {
    const wrong = students({ status: 418, body: {} });
    const found = await interactionsOf([wrong, { ...wrong, pending: true }], '4.0');
    expect(found.map(({ outcome, pending }) => [outcome, pending])).to.deep.equal([
      ['failed', false],
      ['failed', true],
    ]);
  });

  it('judges the HTTP interactions of a pact with messages', async () => {
    const message = { type: 'Asynchronous/Messages', description: 'a roster changed', contents: {} };
    const found = await interactionsOf([message, students({ status: 418, body: {} }), message], '4.0');
    expect(found.map(({ description, outcome, why }) => [description, outcome, why])).to.deep.equal([
      ['x', 'failed', undefined],
      ...Array.from({ length: 2 }, () => [
        'a roster changed',
        'untested',
        'it is a message, and Clever has no message API',
      ]),
    ]);
    expect(found[0]?.mismatches[0]?.at).to.equal('interactions[1].response.status');
  });

  for (const [what, body, status, isFound] of [
    ['null for a list', null, 200, true],
    ['no text for a list', '', 200, true],
    ['null for an error', null, 404, true],
    ['null for a 429', null, 429, false],
    ['null for an outage', null, 503, false],
  ] as const)
    it(`${isFound ? 'finds' : 'accepts'} an empty body: ${what}`, async () => {
      const one = students({ status });
      const response = { ...one.response, headers: {}, body };
      const [found] = await interactionsOf([{ ...one, response }]);
      expect(found?.mismatches.map(({ part }) => part)).to.deep.equal(isFound ? ['body'] : []);
    });

  const bad: Readonly<Record<string, readonly [object, RegExp]>> = {
    'a wrong type': [
      students({ body: { data: [{ data: { id: 5 } }], links: [] } }),
      /^body interactions\[0\]\.response\.body\.data\.0\.data\.id: .*must be string \(5\) \| data-v2\.0 paths\.\/students\.get/,
    ],
    'an undocumented status': [
      students({ status: 418, body: {} }),
      /^status interactions\[0\]\.response\.status: .*418 \| data-v2\.0 paths\.\/students\.get\.responses$/,
    ],
    'limit=20000': [
      students({ query: { limit: ['20000'] } }),
      /^request interactions\[0\]\.request\.query\.limit: .*<= 10000 \("20000"\) \| data-v2\.0 paths\.\/students\.get\.parameters\[0\]\.schema\.maximum$/,
    ],
    'an unknown field': [
      students({ body: { data: [{ data: { age: 7 } }], links: [] } }),
      /^body .*additional properties - age/,
    ],
    'a path that is not there': [students({ path: '/v2.0/learners' }), /^request .*GET \/v2\.0\/learners/],
    'a path without its version': [
      students({ path: '/students' }),
      /^request .*\/students belongs to no documented API.*did you mean \/v2\.0\/students/,
    ],
    'another version of the API': [
      students({ path: '/v1.2/students' }),
      /^request .*\/v1\.2\/students belongs to no documented API/,
    ],
    'no token': [students({ headers: {} }), /^request .*Authorization header is missing/],
    'a limit of LMS Connect above 100': [
      students({
        path: '/v3.1/sections/60a000000000000000000201/assignments/2f1a6d4e-0000-4000-8000-000000000001/submissions',
        query: { limit: ['101'] },
        body: { data: [] },
      }),
      /^request .*<= 100 .*\| lms-v3\.1 /,
    ],
  };
  for (const [what, [interaction, says]] of Object.entries(bad))
    it(`finds ${what}, with the locations in pact and document`, async () => {
      const findings = await found(interaction);
      expect(findings).to.have.length(1);
      expect(findings[0]).to.match(says);
    });

  it('finds limit=20000 in pacts of every specification', async () => {
    const { request, ...rest } = students({ query: { limit: ['20000'] } });
    expect(await found({ ...rest, request: { ...request, query: 'limit=20000' } }, '2.0.0')).to.have.length(
      1,
    );
    const body = { content: { data: [], links: [] }, contentType: 'application/json', encoded: false };
    const v4 = { type: 'Synchronous/HTTP', ...rest, request, response: { status: 200, body } };
    expect(await found(v4, '4.0')).to.have.length(1);
  });

  it('allows a request that expects an error to violate the document', async () => {
    expect(
      await found(students({ query: { limit: ['20000'] }, status: 413, body: { error: 'x' } })),
    ).to.deep.equal([]);
    expect(await found(students({ headers: {}, status: 401, body: { error: 'x' } }))).to.deep.equal([]);
    expect(await found(students({ status: 413, body: { error: 5 } }))).to.not.deep.equal([]);
  });

  it('accepts a list of numbers in a rate-limit header (a token with several buckets)', async () => {
    expect(await found(students({ answered: { 'X-RateLimit-Limit': '200, 1200' } }))).to.deep.equal([]);
    expect(await found(students({ answered: { 'X-RateLimit-Limit': 'many' } }))).to.have.length(1);
  });

  it('warns about a state that cannot be set, without failing', async () => {
    const odd = { ...students({}), providerStates: [{ name: 'there are students' }] };
    const { interactions } = await comparer.compare(pactWith([odd]));
    expect(interactions[0]).to.include({ outcome: 'passed' });
    expect(interactions[0]?.mismatches[0]).to.include({ part: 'state', warning: true });
    expect(interactions[0]?.mismatches[0]?.message).to.contain('did you mean "a district with');
  });
});

import { expect } from 'chai';
import type { Exchange, Members } from '../../src/exchange.ts';
import { chooseApis } from '../../src/pacts/chosen.ts';
import { openPactComparer } from '../../src/pacts/compare.ts';
import { exportedPact } from '../../src/pacts/export/export.ts';
import { type Pact, readPact } from '../../src/pacts/pact.ts';
import { failedIn, verified } from '../../src/pacts/testing.ts';
import { judgeSandbox } from '../mutants/servers/testing.ts';

function read(text: string): Pact {
  const pact = readPact('exported.json', text);
  if (typeof pact === 'string') throw new Error(pact);
  return pact;
}

describe('pact export', function () {
  this.timeout(60_000);
  let exchanges: readonly Exchange[] = [];
  before(async () => {
    const run = await judgeSandbox(['errors', 'lms-errors'], { students: 24, depth: 'quick' });
    exchanges = run.result.evidence.exchanges;
  });

  it('writes a pact that verifies and matches the documents, with one interaction per status of an operation', async () => {
    const { text, interactions } = exportedPact(exchanges, 'roster-sync');
    const pact = read(text);
    expect(pact).to.include({ consumer: 'roster-sync', provider: 'clever', specification: 4 });
    expect(interactions).to.equal(pact.interactions.length).and.to.be.above(50);
    const names = pact.interactions.map((one) => one.description);
    expect(new Set(names).size).to.equal(names.length);
    for (const status of [200, 400, 401, 403, 404, 413, 500, 503])
      expect(
        pact.interactions.map((one) => one.status),
        String(status),
      ).to.include(status);
    expect(failedIn(await verified(pact))).to.deep.equal({});
    const compared = await (await openPactComparer()).compare(pact);
    expect(compared.interactions.flatMap((one) => one.mismatches)).to.deep.equal([]);
  });

  it('writes one of v3.1 with roles and counts, and only that on request', async () => {
    const { result } = await judgeSandbox(['data'], {
      students: 24,
      depth: 'quick',
      apis: ['data-v3.1'],
    });
    const both = [...exchanges, ...result.evidence.exchanges];
    const { text, leftOut } = exportedPact(both, 'roster-sync', chooseApis(['data-v3.1']));
    expect(leftOut['to an API that --api leaves out']).to.be.above(50);
    const pact = read(text);
    const names = pact.interactions.map((one) => one.description);
    for (const query of ['?role=student', '?role=teacher', ''])
      expect(names).to.include(`GET /v3.1/users${query} answered with 200`);
    expect(names.filter((one) => !one.includes('/v3.1/'))).to.deep.equal([]);
    expect(failedIn(await verified(pact))).to.deep.equal({});
    const compared = await (await openPactComparer()).compare(pact);
    expect(compared.interactions.flatMap((one) => one.mismatches)).to.deep.equal([]);
    const counted = (pact.json.interactions as readonly Members[]).find((one) =>
      /\?count=true answered with 200/.test(String(one.description)),
    );
    expect(JSON.stringify(counted?.response)).to.contain('"$.count"');
  });

  it('writes the same bytes for the same traffic in any order', () => {
    const one = exportedPact(exchanges, 'a').text;
    expect(exportedPact(exchanges, 'a').text === one).to.equal(true);
    const names = (text: string) => read(text).interactions.map((each) => each.description);
    expect(names(exportedPact(exchanges.toReversed(), 'a').text)).to.deep.equal(names(one));
  });

  it('contains placeholders instead of the tokens in the traffic', () => {
    const { text } = exportedPact(exchanges, 'a');
    for (const { request } of exchanges) {
      const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
      if (token !== undefined) expect(text.includes(token), token).to.equal(false);
    }
    expect(text).to.contain('Bearer CLEVER_TOKEN');
  });

  it('fails if the provider no longer behaves as in the traffic', async () => {
    const { text } = exportedPact(
      exchanges.filter((one) => /^\/v2\.0\/terms(?:\?|$)/.test(one.request.path)),
      'a',
    );
    const broken = await verified(read(text), (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      if (response.status !== 200) return response;
      const body = (await response.json()) as { data: { data: object }[] };
      return Response.json({
        ...body,
        data: body.data.map((one) => ({ ...one, data: { ...one.data, id: 5 } })),
      });
    });
    expect(Object.keys(failedIn(broken))).to.include('GET /v2.0/terms answered with 200');
  });

  it('scripts a response that has no documented cause', async () => {
    const exchangeOf = (id: string, path: string, status: number): Exchange => {
      const like = exchanges.find(
        (one) => one.request.path.startsWith(id) && one.request.headers.authorization,
      );
      const body = JSON.stringify({ error: 'x', message: 'x' });
      const headers = { ...like?.response?.headers, 'content-type': 'application/json' };
      return {
        ...like!,
        request: { ...like!.request, method: 'GET', path },
        response: { ...like!.response!, status, headers, body },
      };
    };
    const assignment = '/v3.1/sections/a/assignments/b';
    const odd = [
      exchangeOf('/v2.0/', '/v2.0/students?limit=1000', 413),
      exchangeOf('/v3.1/', assignment, 401),
      exchangeOf('/v3.1/', `${assignment}/submissions`, 500),
      exchangeOf('/v2.0/', '/v2.0/terms', 404),
    ];
    const pact = read(exportedPact(odd, 'a').text);
    for (const { states } of pact.interactions)
      expect(states.map(({ name }) => name)).to.include('the next answers are {script}');
    expect(failedIn(await verified(pact))).to.deep.equal({});
  });

  it('reports what it skips', () => {
    const one = exchanges.find((each) => each.response?.status === 200);
    const odd = (path: string, status = 200): Exchange => ({
      ...one!,
      request: { ...one!.request, path },
      response: { ...one!.response!, status },
    });
    const { interactions, leftOut } = exportedPact(
      [odd('/v1.1/students'), odd('/v2.0/learners'), odd('/v2.0/students', 418), odd('/oauth/tokens')],
      'a',
    );
    expect(interactions).to.equal(0);
    expect(leftOut).to.deep.equal({
      'to an undocumented API': 2,
      'to an undocumented operation': 1,
      'with the undocumented status 418': 1,
    });
  });
});

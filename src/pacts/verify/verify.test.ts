import { expect } from 'chai';
import { InterruptedError, SuiteFault } from '../../errors.ts';
import { openSandboxTarget, type SandboxTargetOptions } from '../../targets/sandbox.ts';
import { committed, failedIn, only, pactWith, verified } from '../testing.ts';
import { verifyPact } from './verify.ts';

type Tamper = NonNullable<SandboxTargetOptions['tamper']>;

// biome-ignore lint/suspicious/noExplicitAny: a defect reaches into bodies of any shape
type Body = any;

/** A provider defect, and the interaction of the committed pacts that must detect it. */
interface Defect {
  readonly what: string;
  readonly fails: string;
  /** Start of the mismatch. */
  readonly says: string;
  readonly when: (request: Request, url: URL, status: number) => boolean;
  readonly change: (body: Body, headers: Headers) => { readonly status?: number; readonly body?: Body };
}

const at = (path: string) => (request: Request, url: URL) =>
  request.method === 'GET' && url.pathname === path;
const below = (path: RegExp) => (request: Request, url: URL) =>
  request.method === 'GET' && path.test(url.pathname);

const defects: readonly Defect[] = [
  {
    what: 'the first page has no next link',
    fails: 'the first page of a walk',
    says: 'body $.links: Variant at index 1',
    when: (_, url) => url.pathname === '/v2.0/students' && url.search === '?limit=1',
    change: (body) => ({ body: { ...body, links: body.links.filter((one: Body) => one.rel !== 'next') } }),
  },
  {
    what: 'the empty last page has a next link',
    fails: 'the empty page after a full last page',
    says: 'body $.links[',
    when: (_, url) => url.searchParams.has('starting_after'),
    change: (body) =>
      body.data.length > 0
        ? { body }
        : { body: { ...body, links: [...body.links, { rel: 'next', uri: body.links[0].uri }] } },
  },
  {
    what: 'a limit of 10,001 is accepted',
    fails: 'a limit above 10,000',
    says: 'status ',
    when: (_, __, status) => status === 413,
    change: () => ({ status: 200, body: { data: [], links: [] } }),
  },
  {
    what: 'no token returns 403',
    fails: 'a list without a token',
    says: 'status ',
    when: (request, url) => url.pathname.startsWith('/v2.0/') && !request.headers.has('authorization'),
    change: (body) => ({ status: 403, body }),
  },
  {
    what: 'the sis_id of a student is a number',
    fails: 'the record at /students/{id}',
    says: 'body $.data.sis_id: ',
    when: (request, url, status) => status === 200 && below(/^\/v2.0\/students\/[^/]+$/)(request, url),
    change: (body) => ({ body: { ...body, data: { ...body.data, sis_id: 7 } } }),
  },
  {
    what: 'sections have no students',
    fails: 'the list at /sections',
    says: 'body $.data[0].data: ',
    when: at('/v2.0/sections'),
    change: (body) => {
      for (const item of body.data) delete item.data.students;
      return { body };
    },
  },
  {
    what: 'Reset is in milliseconds',
    fails: 'the list at /terms',
    says: 'header X-RateLimit-Reset: ',
    when: at('/v2.0/terms'),
    change: (body, headers) => {
      headers.set('x-ratelimit-reset', `${headers.get('x-ratelimit-reset')}000`);
      return { body };
    },
  },
  {
    what: 'an exhausted bucket reports remaining requests',
    fails: 'a list while the bucket is used up',
    says: 'header X-RateLimit-Remaining: ',
    when: (_, url, status) => status === 429 && url.pathname.startsWith('/v2.0/'),
    change: (body, headers) => {
      headers.set('x-ratelimit-remaining', '3');
      return { body };
    },
  },
  {
    what: 'events have other type names',
    fails: 'the record at /events/{id}',
    says: 'body $.data.type: ',
    when: (request, url, status) => status === 200 && below(/^\/v2.0\/events\/[^/]+$/)(request, url),
    change: (body) => ({ body: { ...body, data: { ...body.data, type: 'student-created' } } }),
  },
  {
    what: 'the district of a course is missing',
    fails: 'the record at /courses/{id}/district',
    says: 'status ',
    when: below(/^\/v2.0\/courses\/[^/]+\/district$/),
    change: () => ({ status: 404, body: { error: 'Resource not found' } }),
  },
  {
    what: 'the list of teachers has students',
    fails: 'the list of those with the role teacher',
    says: 'body $.data[0].data.roles: ',
    when: (_, url) => url.pathname === '/v3.1/users' && url.searchParams.get('role') === 'teacher',
    change: (body) => {
      for (const { data } of body.data) data.roles = { student: { grade: '5' } };
      return { body };
    },
  },
  {
    what: 'the number of records is text',
    fails: 'the number of records in place of them',
    says: 'body $.count: ',
    when: (_, url) => url.searchParams.has('count'),
    change: (body) => ({ body: { ...body, count: String(body.count) } }),
  },
  {
    what: 'it is not said whose a token is',
    fails: 'the record at /me',
    says: 'body $.data: ',
    when: at('/v3.1/me'),
    change: ({ data: { id: _, ...data }, ...body }) => ({ body: { ...body, data } }),
  },
  {
    what: 'an invalid id has another error message',
    fails: 'read with a malformed assignment id',
    says: 'body $.message: ',
    when: (_, url) => url.pathname.endsWith('/not-an-id'),
    change: () => ({ body: { message: 'invalid id' } }),
  },
  {
    what: 'a create returns 201',
    fails: 'a new assignment',
    says: 'status ',
    when: (request, _, status) => request.method === 'POST' && status === 200,
    change: (body) => ({ status: 201, body }),
  },
];

/** All defects at once: each affects one interaction only. */
const defective: Tamper = (sandbox) => async (request) => {
  const response = await sandbox.fetch(request);
  const url = new URL(request.url);
  const defect = defects.find((one) => one.when(request, url, response.status));
  if (!defect) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  const { status = response.status, body } = defect.change(
    text === '' ? undefined : JSON.parse(text),
    headers,
  );
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
};

describe('pact verify', function () {
  this.timeout(60_000);

  it(`each of ${defects.length} defects of a provider fails its interaction and no other of the committed pacts`, async () => {
    const pacts = await Promise.all((['data-v2.0', 'data-v3.1', 'lms-v3.1'] as const).map(committed));
    const broken: Record<string, string> = {};
    for (const pact of pacts) Object.assign(broken, failedIn(await verified(pact, defective)));
    expect(Object.keys(broken).sort()).to.deep.equal(defects.map((one) => one.fails).sort());
    for (const { what, fails, says } of defects) expect(broken[fails], what).to.contain(`failed; ${says}`);
    // The same interactions pass without defects.
    for (const pact of pacts) {
      const same = await verified(only(pact, ...Object.keys(broken)));
      expect(failedIn(same)).to.deep.equal({});
      expect(same.interactions).to.not.be.empty;
    }
  });

  it('a state takes a value of an earlier one as a parameter, and fails if there is none', async () => {
    const gone = { name: 'the record {id} is deleted', params: { id: `\${id}` } };
    const created = { name: 'a record is created in {collection}', params: { collection: 'terms' } };
    const request = {
      method: 'GET',
      path: '/v2.0/terms/x',
      generators: { path: { type: 'ProviderState', expression: `/v2.0/terms/\${id}` } },
    };
    const result = await verified(
      pactWith([
        { description: 'created', providerStates: [created], request, response: { status: 200 } },
        { description: 'deleted', providerStates: [created, gone], request, response: { status: 404 } },
        { description: 'of nothing', providerStates: [gone], request, response: { status: 404 } },
      ]),
    );
    expect(Object.keys(failedIn(result))).to.deep.equal(['of nothing']);
    expect(failedIn(result)['of nothing']).to.contain('no earlier state returned "id"');
  });

  it('a state that the target rejects fails its interaction, and does not affect the next one', async () => {
    const student = { request: { method: 'GET', path: '/v2.0/students' }, response: { status: 200 } };
    const gone = { name: 'the record {id} is deleted', params: { id: 'f'.repeat(24) } };
    const created = { name: 'a record is created in {collection}', params: { collection: 'students' } };
    const result = await verified(
      pactWith([
        { description: 'one', providerStates: [gone, created], ...student },
        { description: 'two', ...student },
        { description: 'three', providerStates: [created, gone], ...student, response: { status: 599 } },
      ]),
    );
    expect(Object.keys(failedIn(result))).to.deep.equal(['one', 'three']);
    for (const one of [0, 2])
      expect(result.interactions[one]?.mismatches[0]?.message).to.contain('there is no record ffff');
  });

  it('an abort signal ends it with the reason of the signal', async () => {
    const pact = only(await committed('data-v2.0'), 'the list at /terms');
    const stuck = new SuiteFault('It stood still.', 'Look.');
    for (const [signal, fault] of [
      [AbortSignal.abort(), InterruptedError],
      [AbortSignal.abort(stuck), SuiteFault],
    ] as const) {
      const target = openSandboxTarget({ seed: 1, students: 20 });
      const thrown = await verifyPact(pact, { target, env: process.env, signal }).catch((error) => error);
      expect(thrown).to.be.instanceOf(fault);
      await target.close();
    }
  });
});

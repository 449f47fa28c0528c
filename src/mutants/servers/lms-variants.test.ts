import { expect } from 'chai';
import type { ServerMutant } from '../mutant.ts';
import { answeredData, answers, handling, switchedOff, withBody } from './lms-support.ts';
import {
  describeLegal,
  expectAllPassed,
  expectNoneFailed,
  foreign,
  idsOf,
  outcomesOf,
  withOutcome,
} from './testing.ts';

const both = ['lms', 'lms-errors'] as const;
const records = [
  'POST assignments',
  'GET assignment',
  'PATCH assignment',
  'GET submission',
  'PATCH submission',
];

type Data = Record<string, unknown>;

/** Servers that differ from the sandbox in what the documents leave open. */
const legal: Readonly<Record<string, ServerMutant['tamper']>> = {
  'created is 201 and deleted is 204': answers(
    ({ what }, { status }) => /^(?:POST assignments|DELETE assignment)$/.test(what) && status === 200,
    async (response, { method }) =>
      method === 'DELETE'
        ? new Response(null, { status: 204 })
        : withBody(response, await response.text(), 201),
  ),
  'optional fields are left out': answeredData(records, (data: Data) => {
    const { points_possible, assignee_mode, created, last_modified, grading_type, grader_id, ...rest } = data;
    return rest;
  }),
  'optional fields are null': answeredData(records, (data: Data) => ({
    max_attempts: null,
    display_date: null,
    flags: [],
    ...data,
    points_possible: null,
  })),
  'dates come in another notation': answeredData(records, (data: Data) =>
    typeof data.due_date === 'string' ? { ...data, due_date: data.due_date.replace('Z', '+00:00') } : data,
  ),
  'ids come in another order': answeredData(records, (data: Data) =>
    Array.isArray(data.assignee_ids) ? { ...data, assignee_ids: data.assignee_ids.toReversed() } : data,
  ),
  'submissions come in another order': answeredData(['GET submissions'], (data: Data[]) => data.toReversed()),
  'submissions have no id of their own': answeredData(
    ['GET submission', 'PATCH submission'],
    (data: Data) => ({ ...data, id: '' }),
  ),
  'the last page has an empty list of links': handling(() => async ({ what }, forward) => {
    const response = await forward();
    if (what !== 'GET submissions' || response.status !== 200) return response;
    return withBody(response, { links: [], ...((await response.json()) as object) });
  }),
  'a 405 has an empty message': answers(
    (_, { status }) => status === 405,
    (response) => withBody(response, { message: '' }),
  ),
  'a token without the agreement gets 404': handling(() => async ({ what, caller }, forward) => {
    const response = await forward();
    const isOurs = what !== '' && caller.startsWith('Bearer sandbox-token-') && response.status === 403;
    return isOurs ? withBody(response, { message: 'Not Found' }, 404) : response;
  }),
};

describeLegal(both, legal);

describe('LMS Connect servers of others', () => {
  it('without writes nothing but GET goes out, nothing is accused, and nothing passes', async () => {
    const sent: Request[] = [];
    const outcomes = await outcomesOf(both, { as: foreign([], sent) });
    expect(new Set(sent.map((one) => one.method))).to.deep.equal(new Set(['GET']));
    expect(sent.length).to.be.below(45);
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
    const undecided = withOutcome(outcomes, 'cantTell');
    expect(undecided).to.deep.equal([
      'lms/served-on-v3.1-only',
      'lms-errors/invalid-assignment-id',
      'lms-errors/no-token',
      'lms-errors/invalid-token',
    ]);
  });

  it('without writes a read that needs no token is found out', async () => {
    const tamper = handling(
      (sandbox) =>
        async ({ caller, what }, forward) =>
          caller === '' && what === 'GET assignment'
            ? forward({ caller: `Bearer ${sandbox.token}` }).then((one) =>
                withBody(one, { data: { id: 'x' } }, 200),
              )
            : forward(),
    );
    const outcomes = await outcomesOf(both, { tamper, as: foreign([]) });
    expect(withOutcome(outcomes, 'failed')).to.deep.equal(['lms-errors/no-token']);
  });

  it('with writes and without states all but two pass, and everything made is removed', async () => {
    const open = new Set<string>();
    const tamper: ServerMutant['tamper'] = handling(() => async ({ what, path }, forward) => {
      const response = await forward();
      if (what === 'DELETE assignment') open.delete(path);
      if (what !== 'POST assignments' || response.status !== 200) return response;
      const { data } = (await response.clone().json()) as { data: { id: string } };
      open.add(`${path}/${data.id}`);
      return response;
    });
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expect([...open]).to.deep.equal([]);
    expect(withOutcome(outcomes, 'untested')).to.deep.equal([
      'lms/requires-agreement',
      'lms-errors/lms-missing-required-field',
    ]);
    expect(withOutcome(outcomes, 'passed')).to.have.length(idsOf(...both).length - 2);
  });

  it('without the Data API the states show a section', async () => {
    const tamper = switchedOff('/v2.0/');
    const outcomes = await outcomesOf(both, { tamper });
    expectAllPassed(outcomes);
  });

  it('without the Data API and without states nothing is accused', async () => {
    const tamper = switchedOff('/v2.0/');
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
  });

  it('a section that the LMS does not know is passed over', async () => {
    const tamper: ServerMutant['tamper'] = handling(() => {
      let first: string | undefined;
      return async ({ what, path }, forward) => {
        if (what !== 'POST assignments') return await forward();
        first ??= path;
        return path === first
          ? Response.json({ message: 'Section not found' }, { status: 404 })
          : await forward();
      };
    });
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.have.length(idsOf(...both).length - 2);
  });

  it('an LMS that refuses every assignment is no fault of the API, where it says so', async () => {
    const tamper: ServerMutant['tamper'] = handling(
      () =>
        async ({ what }, forward) =>
          what === 'POST assignments'
            ? Response.json({ message: 'no valid users found in Canvas' }, { status: 400 })
            : await forward(),
    );
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
    const inSandbox = await outcomesOf('lms', { tamper });
    expect(inSandbox.get('lms/create-read-update-delete')?.outcome).to.equal('failed');
  });

  for (const period of [2, 3, 5, 7, 11])
    it(`an outage of every ${period}th request accuses nobody of what it hides`, async () => {
      const tamper: ServerMutant['tamper'] = (sandbox) => {
        let count = 0;
        return async (request) =>
          ++count % period === 0 ? new Response('', { status: 503 }) : sandbox.fetch(request);
      };
      const outcomes = await outcomesOf(both, { tamper });
      expectNoneFailed(outcomes);
    });
});

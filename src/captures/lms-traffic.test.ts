import { expect } from 'chai';
import type { Caught } from './formats/har-testing.ts';
import { copyOfCaught, idsWith, inVirtualTime, judgeCaught } from './testing.ts';

/** A client creates an assignment, reads it, changes it, makes mistakes, grades it twice and deletes it. */
async function work(): Promise<{ caught: Caught[]; at: (name: string) => number }> {
  const names: string[] = [];
  const caught = await inVirtualTime(async ({ fetch, clock, sandbox }) => {
    const known = (await sandbox.setState('an assignment exists', {})) as Readonly<Record<string, string>>;
    const section = `/v3.1/sections/${known.section_id}/assignments`;
    const send = async (name: string, method: string, path: string, body?: unknown) => {
      names.push(name);
      await clock.sleep(1000);
      const response = await fetch(
        new Request(`https://api.clever.com${path}`, {
          method,
          headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
      return (await response.json().catch(() => ({}))) as { data?: { id?: string } };
    };
    const essay = {
      title: 'Essay',
      description: 'Two pages',
      due_date: '2026-03-01T00:00:00Z',
      assignee_ids: [known.user_id],
      assignee_mode: 'individuals',
    };
    const made = await send('create', 'POST', section, essay);
    const one = `${section}/${made.data?.id}`;
    await send('read', 'GET', one);
    await send('change', 'PATCH', one, { title: 'Long essay' });
    await send('read the change', 'GET', one);
    await send('without a title', 'POST', section, { description: 'x', due_date: '2026-03-01T00:00:00Z' });
    await send('in the past', 'POST', section, { ...essay, due_date: '2020-01-01T00:00:00Z' });
    await send('an impossible day', 'PATCH', one, { due_date: '2026-02-30T00:00:00Z' });
    await send('read after the refusal', 'GET', one);
    await send('an empty body', 'POST', section, '');
    await send('put', 'PUT', one, essay);
    const submission = `${one}/submissions/${known.user_id}`;
    await send('submissions', 'GET', `${one}/submissions`);
    await send('grade', 'PATCH', submission, { grade: '80', grader_id: known.grader_id });
    await send('read the grade', 'GET', submission);
    await send('grade again', 'PATCH', submission, { grade: '90', grader_id: known.grader_id });
    await send('read the grade again', 'GET', submission);
    await send('under v2.0', 'GET', one.replace('/v3.1/', '/v2.0/'));
    await send('delete', 'DELETE', one);
    await send('look for it', 'GET', one);
  });
  return { caught, at: (name) => names.indexOf(name) };
}

describe('a capture of work with LMS Connect', () => {
  let good: Awaited<ReturnType<typeof work>>;
  before(async () => {
    good = await work();
  });

  it('meets 12 requirements and violates none', () => {
    const { server } = judgeCaught(good.caught);
    expect(idsWith(server, 'failed')).to.deep.equal([]);
    const passed = idsWith(server, 'passed').filter((id) => id.startsWith('lms'));
    expect(passed).to.have.members([
      'lms/create-read-update-delete',
      'lms/submissions-listed',
      'lms/grade-passback',
      'lms/regrade-overwrites',
      'lms/served-on-v3.1-only',
      'lms/failed-write-changes-nothing',
      'lms-errors/missing-required-fields',
      'lms-errors/empty-body',
      'lms-errors/due-date-in-past',
      'lms-errors/update-due-date-out-of-range',
      'lms-errors/deleted-assignment',
      'lms-errors/unsupported-method',
    ]);
  });

  const message = (text: string) => JSON.stringify({ message: text });
  for (const [name, breaks, change] of [
    [
      'without a title',
      'lms-errors/missing-required-fields',
      { answer: message('missing required field(s): title, description') },
    ],
    [
      'without a title',
      'lms-errors/missing-required-fields',
      { status: 200, answer: '{"data":{"id":"5f00000000000000000000bb"}}' },
    ],
    ['in the past', 'lms-errors/due-date-in-past', { answer: message('no') }],
    ['an impossible day', 'lms-errors/update-due-date-out-of-range', { status: 200 }],
    ['put', 'lms-errors/unsupported-method', { status: 501 }],
    ['under v2.0', 'lms/served-on-v3.1-only', { status: 200 }],
  ] as const)
    it(`violates ${breaks} where the response to “${name}” is ${JSON.stringify(change).slice(0, 40)}`, () => {
      const caught = copyOfCaught(good.caught);
      Object.assign(caught[good.at(name)] as Caught, change);
      expect(idsWith(judgeCaught(caught).server, 'failed')).to.include(breaks);
    });

  it('violates the others where a read does not show what was written', () => {
    const spoiled = (name: string, from: string, to: string) => {
      const caught = copyOfCaught(good.caught);
      const one = caught[good.at(name)] as Caught;
      expect(one.answer).to.include(from);
      one.answer = one.answer.replace(from, to);
      return idsWith(judgeCaught(caught).server, 'failed');
    };
    expect(spoiled('read the change', 'Long essay', 'Essay')).to.include('lms/create-read-update-delete');
    expect(spoiled('read the grade', '"80"', '"70"')).to.include('lms/grade-passback');
    expect(spoiled('read the grade again', '"90"', '"80"')).to.include('lms/regrade-overwrites');
    const back = copyOfCaught(good.caught);
    Object.assign(back[good.at('look for it')] as Caught, {
      status: 200,
      answer: back[good.at('read after the refusal')]?.answer,
    });
    expect(idsWith(judgeCaught(back).server, 'failed')).to.include.members([
      'lms-errors/deleted-assignment',
      'lms/create-read-update-delete',
    ]);
  });

  it('leaves undecided what an expired token explains', () => {
    const caught = copyOfCaught(good.caught);
    for (const one of caught.slice(3))
      Object.assign(one, { status: 403, answer: message('Could not authorize token') });
    const { server } = judgeCaught(caught);
    expect(idsWith(server, 'failed').filter((id) => id.startsWith('lms'))).to.deep.equal([]);
    expect(idsWith(server, 'passed')).to.not.include('lms-errors/missing-required-fields');
  });
});

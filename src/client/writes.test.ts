import { expect } from 'chai';
import { virtualEpochMs } from '../clock.ts';
import { failureOf } from './http/answer.ts';
import { json, type Scripted, type ScriptedWire, scriptWire } from './http/wire-testing.ts';
import { createCleverClient } from './index.ts';

const empty = (status: number) => () => new Response(null, { status });
const assignment = { title: 't', description: 'd', due_date: '2026-03-01T00:00:00Z' };
const path = { section_id: 's', assignment_id: 'a', user_id: 'u' };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function script(...answers: (() => Scripted)[]): ScriptedWire {
  return scriptWire((_, number) => (answers[number] ?? (() => json({ data: {} })))());
}

const grade = (wire: ScriptedWire) => {
  const { lms } = createCleverClient(wire.options);
  return (body: { grade?: string; grade_comment?: string }) =>
    lms.PATCH('/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}', {
      params: { path },
      body,
    });
};

describe('client createAssignment', () => {
  const rows: readonly [
    title: string,
    answer: () => Scripted,
    outcome: string,
    message: string,
    status: number,
  ][] = [
    [
      'a 400',
      () => json({ message: 'missing required field(s): title' }, 400),
      'refused',
      'missing required field(s): title',
      400,
    ],
    [
      'a 403',
      () => json({ message: 'Could not authorize token' }, 403),
      'refused',
      'Could not authorize token',
      403,
    ],
    ['a 429', empty(429), 'refused', '', 429],
    ['a 501', empty(501), 'refused', '', 501],
    ['no connection', () => 'refused', 'refused', 'the connection failed (ECONNREFUSED)', 0],
    ['a 500', () => json({ message: 'oops' }, 500), 'unknown', 'oops', 500],
    ['a 503', empty(503), 'unknown', 'status 503: the write may or may not have been carried out', 503],
    [
      'a lost answer',
      () => 'lost',
      'unknown',
      'the connection failed (ECONNRESET): the write may or may not have been carried out',
      0,
    ],
    [
      'silence',
      () => 'silence',
      'unknown',
      'nothing came for 60000 ms: the write may or may not have been carried out',
      0,
    ],
    [
      'a redirect',
      () => Response.redirect('https://evil.example/', 308),
      'unknown',
      'status 308: the write may or may not have been carried out',
      308,
    ],
    ['half a 200', () => new Response('{"data":'), 'unknown', 'status 200 with a body that is not JSON', 200],
    [
      'a 200 without an id',
      () => json({ data: {} }),
      'unknown',
      'status 200 without an assignment in the body',
      200,
    ],
  ];
  for (const [title, answer, outcome, message, status] of rows)
    it(`${title} is ${outcome}, with a single POST`, async () => {
      const wire = scriptWire(answer);
      const made = await createCleverClient(wire.options).createAssignment('s', assignment);
      expect(made).to.include({ outcome, message, status });
      expect(wire.asked.map((one) => [one.method, one.path, one.body])).to.deep.equal([
        ['POST', '/v3.1/sections/s/assignments', JSON.stringify(assignment)],
      ]);
    });

  it('returns the created assignment', async () => {
    const wire = scriptWire(() => json({ data: { id: 'a-1', title: 't' } }));
    const made = await createCleverClient(wire.options).createAssignment('s', assignment);
    expect(made).to.deep.equal({ outcome: 'created', assignment: { id: 'a-1', title: 't' }, status: 200 });
  });

  it('a direct POST is not retried either', async () => {
    const wire = scriptWire(empty(503));
    const { response } = await createCleverClient(wire.options).lms.POST(
      '/sections/{section_id}/assignments',
      {
        params: { path },
        body: assignment,
      },
    );
    expect([response.status, failureOf(response)?.kind, wire.asked.length]).to.deep.equal([
      503,
      'unknown-outcome',
      1,
    ]);
  });

  it('after a 429 the next call waits for Reset', async () => {
    const reset = String(virtualEpochMs / 1000 + 20);
    const wire = script(() => new Response('', { status: 429, headers: { 'x-ratelimit-reset': reset } }));
    const clever = createCleverClient(wire.options);
    await clever.createAssignment('s', assignment);
    await clever.createAssignment('s', assignment);
    expect(wire.instantsS()).to.deep.equal([0, 20]);
  });

  it('an id that would change the path is rejected', async () => {
    const wire = scriptWire(() => json({}));
    const fault = await createCleverClient(wire.options)
      .createAssignment('..', assignment)
      .catch((error: unknown) => error);
    expect(fault).to.have.property('code', 'CLEVER_CLIENT_OPTION');
    expect(wire.asked).to.have.length(0);
  });
});

describe('idempotent client writes', () => {
  it('a grade is retried after a transient outage or a lost response', async () => {
    const wire = script(empty(503), () => 'lost');
    expect((await grade(wire)({ grade: '1' })).response.ok).to.equal(true);
    expect(wire.instantsS()).to.deep.equal([0, 1, 3]);
    expect(wire.asked.every((one) => one.body === '{"grade":"1"}')).to.equal(true);
  });

  it('its outcome is unknown if the outage lasts', async () => {
    const { response } = await grade(scriptWire(empty(500)))({ grade: '1' });
    expect([response.status, failureOf(response)?.kind]).to.deep.equal([500, 'unknown-outcome']);
  });

  it('a final 429 leaves the outcome of earlier attempts unknown; a 404 does not', async () => {
    const refused = [empty(429), empty(429), empty(429), empty(429), empty(429)];
    const left = await grade(script(() => 'lost', ...refused))({ grade: '1' });
    expect([left.response.status, failureOf(left.response)?.kind]).to.deep.equal([429, 'unknown-outcome']);
    const gone = await grade(script(() => 'lost', empty(404)))({ grade: '1' });
    expect([gone.response.status, failureOf(gone.response)]).to.deep.equal([404, undefined]);
  });

  it('a newer grade replaces the retry of an older one: the final grade wins', async () => {
    const wire = script(() => 'lost');
    const send = grade(wire);
    const older = send({ grade: '1' });
    await turn();
    const newer = send({ grade: '2', grade_comment: 'c' });
    const [first, second] = await Promise.all([older, newer]);
    expect(failureOf(first.response)?.kind).to.equal('superseded');
    expect(second.response.ok).to.equal(true);
    expect(wire.asked.map((one) => one.body)).to.deep.equal([
      '{"grade":"1"}',
      '{"grade":"2","grade_comment":"c"}',
    ]);
  });

  it('a queued newer grade ends the wait of an older one', async () => {
    const wire = script(() => 'lost');
    const send = grade(wire);
    await Promise.all([send({ grade: '1' }), send({ grade: '2' })]);
    expect(wire.instantsS()).to.deep.equal([0, 0]);
  });

  it('a newer write of only some fields does not replace the older one', async () => {
    const wire = script(() => 'lost');
    const send = grade(wire);
    await Promise.all([send({ grade: '1', grade_comment: 'c' }), send({ grade: '2' })]);
    expect(wire.asked.map((one) => one.body.includes('comment'))).to.deep.equal([true, true, false]);
  });

  it('a newer write of other fields waits for the older one', async () => {
    const wire = script(() => 'lost');
    const send = grade(wire);
    const both = [send({ grade: '1' }), send({ grade_comment: 'c' })];
    for (const { response } of await Promise.all(both)) expect(response.ok).to.equal(true);
    expect(wire.asked.map((one) => one.body)).to.deep.equal([
      '{"grade":"1"}',
      '{"grade":"1"}',
      '{"grade_comment":"c"}',
    ]);
  });

  const remove = (wire: ScriptedWire) =>
    createCleverClient(wire.options).lms.DELETE('/sections/{section_id}/assignments/{assignment_id}', {
      params: { path },
    });
  const gone = () => json({ message: 'Assignment does not exist' }, 404);

  it('a retried DELETE with a 404 is a success', async () => {
    for (const first of [() => 'lost' as const, empty(502)]) {
      const { error, response } = await remove(script(first, gone));
      expect([error, response.status, response.ok]).to.deep.equal([undefined, 204, true]);
    }
  });

  it('a DELETE with a 404 at first, or after a 429, is an error', async () => {
    for (const answers of [[gone], [empty(429), gone], [() => 'refused' as const, gone]]) {
      const { response } = await remove(script(...answers));
      expect([response.status, response.ok]).to.deep.equal([404, false]);
    }
  });

  it('an empty 200 is a valid response to a DELETE', async () => {
    const { error, response } = await remove(scriptWire(() => new Response('')));
    expect([error, response.ok]).to.deep.equal([undefined, true]);
  });
});

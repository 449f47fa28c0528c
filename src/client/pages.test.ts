import { expect } from 'chai';
import { idOf, json, listOf, type Scripted, type ScriptedWire, scriptWire } from './http/wire-testing.ts';
import { type Collected, createCleverClient, type WalkOptions } from './index.ts';

const collectFrom = (wire: ScriptedWire, options?: WalkOptions): Promise<Collected<unknown>> =>
  createCleverClient(wire.options).collect('/students', options);
const idsOf = (collected: Collected<unknown>) => collected.records.map((one) => (one as { id: string }).id);
const ids = (...numbers: number[]) => numbers.map(idOf);
const link = (after: number) => `/v2.0/students?starting_after=${idOf(after)}`;

/** Pages in order of request. */
const pagesInTurn = (...pages: (() => Scripted)[]) =>
  scriptWire((_, number) => (pages[number] ?? pages.at(-1) ?? (() => 'lost' as const))());

describe('client pages', () => {
  it('follows next unchanged, in any position', async () => {
    const next = `/v2.0/students?limit=2&x=%41&starting_after=${idOf(2)}&flag`;
    const wire = pagesInTurn(
      () =>
        json({
          data: ids(1, 2).map((id) => ({ data: { id } })),
          links: [
            { rel: 'prev', uri: '/v2.0/students?ending_before=x' },
            { rel: 'next', uri: next },
            { rel: 'self', uri: '/v2.0/students' },
          ],
        }),
      () => listOf(ids(3)),
    );
    const all = await collectFrom(wire, { query: { limit: 2, record_type: ['a', 'b'] } });
    expect(all).to.include({ complete: true });
    expect(idsOf(all)).to.deep.equal(ids(1, 2, 3));
    expect(wire.asked.map((one) => one.path)).to.deep.equal([
      '/v2.0/students?limit=2&record_type=a&record_type=b',
      next,
    ]);
    expect(wire.asked.every((one) => one.authorization === 'Bearer T0KEN')).to.equal(true);
  });

  it('continues after short and empty pages with next, and requests nothing after the end', async () => {
    const wire = pagesInTurn(
      () => listOf(ids(1), link(1)),
      () => listOf([], link(2)),
      () => listOf(ids(5)),
    );
    const all = await collectFrom(wire);
    expect([all.complete, idsOf(all), wire.asked.length]).to.deep.equal([true, ids(1, 5), 3]);
  });

  it('absent, empty and unknown members are preserved', async () => {
    const record = { id: idOf(1), grade: '', shoe_size: 40, name: null };
    const all = await collectFrom(
      pagesInTurn(() => json({ data: [{ data: record, more: 1 }], links: [], paging: {} })),
    );
    expect(all).to.deep.equal({ complete: true, records: [record] });
  });

  it('an event is unwrapped once, and LMS records have no envelope', async () => {
    const event = { id: idOf(1), type: 'students.created', data: { object: { id: 'x' } } };
    const wire = scriptWire((one) =>
      json(
        one.path.includes('/events')
          ? { data: [{ data: event }], links: [] }
          : {
              data: [
                { id: '', user_id: 'u' },
                { id: '', user_id: 'v' },
                { id: 's-1', data: { of: 'its own' } },
              ],
            },
      ),
    );
    const clever = createCleverClient(wire.options);
    expect(await clever.collect('/events')).to.deep.equal({ complete: true, records: [event] });
    const submissions = await clever.collect('/v3.1/sections/s/assignments/a/submissions');
    expect(submissions.records)
      .to.have.length(3)
      .and.deep.include({ id: 's-1', data: { of: 'its own' } });
  });

  it('submissions are unordered, with an opaque cursor', async () => {
    const path = '/v3.1/sections/s/assignments/a/submissions';
    const wire = pagesInTurn(
      () => listOf(ids(7, 3), `${path}?cursor=%2Fx%3D&limit=2`),
      () => listOf(ids(5)),
    );
    const all = await createCleverClient(wire.options).collect(path);
    expect([all.complete, idsOf(all)]).to.deep.equal([true, ids(7, 3, 5)]);
  });

  it('a duplicate entry within a page is returned once', async () => {
    const all = await collectFrom(pagesInTurn(() => listOf(ids(1, 2, 2, 3))));
    expect([all.complete, idsOf(all)]).to.deep.equal([true, ids(1, 2, 3)]);
  });

  it('waits for Reset in the middle and continues at the same page', async () => {
    const wire = pagesInTurn(
      () => listOf(ids(1), link(1)),
      () =>
        new Response('', {
          status: 429,
          headers: { 'x-ratelimit-reset': String(Date.UTC(2026, 0, 5, 12, 0, 42) / 1000) },
        }),
      () => listOf(ids(2)),
    );
    const all = await collectFrom(wire);
    expect([all.complete, idsOf(all), wire.instantsS()]).to.deep.equal([true, ids(1, 2), [0, 0, 42]]);
    expect(wire.asked[2]?.path).to.equal(link(1));
  });

  it('retries a 413 with the default limit, not with the same request', async () => {
    const wire = scriptWire((one) =>
      one.path.includes('limit=5000') ? new Response('', { status: 413 }) : listOf(ids(1)),
    );
    const all = await collectFrom(wire, { query: { limit: 5000 } });
    expect([all.complete, wire.asked.map((one) => one.path)]).to.deep.equal([
      true,
      ['/v2.0/students?limit=5000', '/v2.0/students?limit=100'],
    ]);
    const stubborn = scriptWire(() => new Response('', { status: 413 }));
    expect(await collectFrom(stubborn, { query: { limit: 5000 } })).to.include({
      complete: false,
      status: 413,
    });
    expect(stubborn.asked).to.have.length(2);
  });

  it('never requests more than 10000', async () => {
    const wire = scriptWire(() => listOf(ids(1), '/v2.0/students?limit=10001'));
    const fault = await collectFrom(wire, { query: { limit: 10_001 } }).catch((error: unknown) => error);
    expect(fault).to.have.property('code', 'CLEVER_CLIENT_OPTION');
    expect(await collectFrom(wire)).to.include({ complete: false, reason: 'page-error' });
    expect(wire.asked).to.have.length(1);
  });

  it('records have the type of their path', async () => {
    const wire = scriptWire(() => listOf(ids(1)));
    for await (const student of createCleverClient(wire.options).records('/students')) {
      const sisId: string = student.sis_id;
      expect([student.id, sisId]).to.deep.equal([idOf(1), undefined]);
    }
    for await (const record of createCleverClient(wire.options).records(`/schools/${idOf(1)}/students`)) {
      const id: unknown = record.id;
      expect(id).to.equal(idOf(1));
    }
  });
});

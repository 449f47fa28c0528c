import { expect } from 'chai';
import fc from 'fast-check';
import { IncompleteWalk, ResumeTokenError } from './errors.ts';
import { idOf, json, listOf, type Scripted, type ScriptedWire, scriptWire } from './http/wire-testing.ts';
import { type Collected, createCleverClient, type WalkOptions } from './index.ts';

const collectFrom = (wire: ScriptedWire, options?: WalkOptions): Promise<Collected<unknown>> =>
  createCleverClient(wire.options).collect('/students', options);
const idsOf = (collected: Collected<unknown>) => collected.records.map((one) => (one as { id: string }).id);
const ids = (...numbers: number[]) => numbers.map(idOf);
const link = (after: number) => `/v2.0/students?starting_after=${idOf(after)}`;

describe('incomplete client walks', () => {
  const broken: readonly [title: string, page: () => Scripted, reason: string][] = [
    ['a 404', () => json({ error: 'Resource not found' }, 404), 'page-error'],
    ['an outage that lasts', () => new Response('', { status: 503 }), 'page-error'],
    ['lost connections', () => 'lost', 'page-error'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
      'page-error',
    ],
    ['a page of HTML', () => new Response('<html>', { status: 200 }), 'unreadable-page'],
    ['half a page', () => new Response('{"data":[{"da', { status: 200 }), 'unreadable-page'],
    ['an empty body', () => new Response('', { status: 200 }), 'unreadable-page'],
    ['null', () => json(null), 'unreadable-page'],
    ['an object without data', () => json({ resources: [] }), 'unreadable-page'],
    ['data that is not a list', () => json({ data: {} }), 'unreadable-page'],
    [
      'an entry that is not a record',
      () => json({ data: [{ data: { id: idOf(9) } }, null] }),
      'unreadable-page',
    ],
    ['no links', () => json({ data: [{ data: { id: 'a' } }] }), 'unreadable-page'],
    ['null for links', () => json({ data: [{ data: { id: 'a' } }], links: null }), 'unreadable-page'],
    ['links that are no list', () => json({ data: [], links: { next: '/' } }), 'refused-link'],
    ['ids from before', () => listOf(ids(1, 3)), 'ids-do-not-ascend'],
  ];
  for (const [title, page, reason] of broken)
    it(`${title} in the middle leaves the walk incomplete, and resume continues there`, async () => {
      let healed = false;
      const wire = scriptWire((one) => {
        if (one.path !== link(2)) return listOf(ids(1, 2), link(2));
        return healed ? listOf(ids(3)) : page();
      });
      const part = await collectFrom(wire);
      expect(part).to.include({ complete: false, reason });
      expect(idsOf(part)).to.deep.equal(ids(1, 2));
      healed = true;
      const asked = wire.asked.length;
      const rest = part.complete ? part : await collectFrom(wire, { resume: part.resumeToken });
      expect([rest.complete, idsOf(rest)]).to.deep.equal([true, ids(3)]);
      expect(wire.asked.slice(asked).map((one) => one.path)).to.deep.equal([link(2)]);
    });

  for (const next of [
    'https://evil.example/v2.0/students',
    '//evil.example/',
    '/\\evil.example/',
    '/v2.0/teachers',
    'javascript:1',
    'http://api.clever.com/v2.0/students',
  ])
    it(`the link ${next} is not requested and gets no token; a later run requests a new link`, async () => {
      const links = [next, link(1)];
      const wire = scriptWire((one) =>
        one.path === link(1) ? listOf(ids(2)) : listOf(ids(1), links.shift()),
      );
      const part = await collectFrom(wire);
      expect(part).to.include({ complete: false, reason: 'refused-link' });
      expect(wire.asked.map((one) => one.origin + one.path)).to.deep.equal([
        'https://api.clever.com/v2.0/students',
      ]);
      const rest = part.complete ? part : await collectFrom(wire, { resume: part.resumeToken });
      expect([rest.complete, idsOf(rest)]).to.deep.equal([true, ids(2)]);
    });

  it('a page that links to itself, and a longer loop, end the walk', async () => {
    const itself = scriptWire(() => listOf([], '/v2.0/students'));
    expect(await collectFrom(itself)).to.include({ complete: false, reason: 'cycle' });
    expect(itself.asked).to.have.length(1);
    const disguised = scriptWire((_, number) => listOf([], `/v2.0/students#${number}`));
    expect(await collectFrom(disguised)).to.include({ complete: false, reason: 'cycle' });
    const longer = scriptWire((_, number) => listOf([], link(number % 7)));
    expect(await collectFrom(longer)).to.include({ complete: false, reason: 'cycle' });
    expect(longer.asked).to.have.length(8);
  });

  it('endless chains are cut off: of empty pages, old records, and new records', async () => {
    const empty = scriptWire((_, number) => listOf([], link(number)), { caps: { emptyPages: 5 } });
    expect(await collectFrom(empty)).to.include({ complete: false, reason: 'too-many-empty-pages' });
    expect(empty.asked).to.have.length(5);
    const old = scriptWire((_, number) => listOf(ids(1, 2), link(number)));
    expect(await collectFrom(old)).to.include({ complete: false, reason: 'ids-do-not-ascend' });
    expect(old.asked).to.have.length(2);
    const fresh = scriptWire((_, number) => listOf(ids(number + 1), link(number)), { caps: { pages: 9 } });
    const part = await collectFrom(fresh);
    expect(part).to.include({ complete: false, reason: 'too-many-pages' });
    expect([fresh.asked.length, idsOf(part).length]).to.deep.equal([9, 9]);
  });

  it('an invalid resume token, or one of another list, is rejected', async () => {
    const wire = scriptWire(() => new Response('', { status: 404 }));
    const clever = createCleverClient(wire.options);
    const part = await clever.collect('/students');
    const token = part.complete ? '' : part.resumeToken;
    const forged = Buffer.from('{"uri":"//evil.example/v2.0/students","afterId":"","given":false}').toString(
      'base64url',
    );
    for (const [path, resume] of [
      ['/teachers', token],
      ['/students', 'x'],
      ['/students', ''],
      ['/students', forged],
    ] as const) {
      const fault = await clever.collect(path, { resume }).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(ResumeTokenError);
    }
    expect(wire.asked).to.have.length(1);
  });

  it('for any chain of pages, the walk returns exactly what was served, or is incomplete', async () => {
    const page = fc.record({
      size: fc.integer({ min: 0, max: 4 }),
      trouble: fc.constantFrom(
        'none',
        'none',
        'none',
        '503',
        '404',
        'html',
        'back',
        'foreign',
        'repeat',
        'lost',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 8 }), async (chain) => {
        let healed = false;
        const troubled = new Set<number>();
        const firstId = (at: number) => chain.slice(0, at).reduce((sum, one) => sum + one.size, 1);
        const served = ids(...Array.from({ length: firstId(chain.length) - 1 }, (_, n) => n + 1));
        const wire = scriptWire((one) => {
          const at = Number(/page=(\d+)/.exec(one.path)?.[1] ?? 0);
          const { size, trouble } = chain[at]!;
          const now = healed ? 'none' : trouble;
          const last = at + 1 === chain.length;
          // A transient 503 is the only failure from which the client recovers without resume.
          if (now === '503' && !troubled.has(at) && troubled.add(at))
            return new Response('', { status: 503 });
          if (now === 'lost') return 'lost';
          if (now === '404') return new Response('gone', { status: 404 });
          if (now === 'html') return new Response('<p>', { status: 200 });
          const next =
            now === 'back'
              ? '/v2.0/students'
              : now === 'foreign'
                ? '//evil.example/'
                : `/v2.0/students?page=${at + 1}`;
          const from = now === 'repeat' && firstId(at) > 1 ? firstId(at) - 1 : firstId(at);
          const page = ids(...Array.from({ length: size }, (_, n) => from + n));
          return listOf(page, last && now !== 'back' && now !== 'foreign' ? undefined : next);
        });
        const first = await collectFrom(wire);
        if (first.complete) {
          expect(idsOf(first)).to.deep.equal(served);
          return;
        }
        expect(served.slice(0, first.records.length)).to.deep.equal(idsOf(first));
        healed = true;
        const rest = await collectFrom(wire, { resume: first.resumeToken });
        expect([rest.complete, [...idsOf(first), ...idsOf(rest)]]).to.deep.equal([true, served]);
        expect(wire.asked.every((one) => one.origin === 'https://api.clever.com')).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it('IncompleteWalk says how to fix it', () => {
    const fault = new IncompleteWalk('cycle', 'it turns in circles', 'token');
    expect(fault).to.include({
      code: 'CLEVER_INCOMPLETE_WALK',
      name: 'IncompleteWalk',
      resumeToken: 'token',
    });
    expect(fault.remedy).to.match(/resume/);
  });
});

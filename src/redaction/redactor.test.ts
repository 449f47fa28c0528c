import { expect } from 'chai';
import fc from 'fast-check';
import { profiles } from '../../contracts/profiles.ts';
import { jsonOf } from '../exchange.ts';
import { redactExchanges } from './redactor.ts';
import { answerTo, exchange, listOf, redact, type StudentBody, token } from './testing.ts';

const hex = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((id) => !/^(0*|f*)$/.test(id));

const word = fc.stringMatching(/^[A-Z][a-zA-Z]{5,10}Q$/);
const student = fc.record({
  id: hex(24),
  district: hex(24),
  schools: fc.array(hex(24), { maxLength: 3 }),
  name: fc.record({ first: word, last: word, middle: fc.constantFrom('', 'Zebulon') }),
  email: fc.constantFrom('', 'jane.roe@school.example', 'not an address'),
  dob: fc.constantFrom('1/5/2011', '12/31/2010', '2/30/2011', '2011-01-05', '', 'soonish'),
  gender: fc.constantFrom('M', 'F', '', 'Q'),
  // Long, and not all zeros: a pseudonymous id is padded with zeros, and may contain any short run of digits.
  sis_id: fc.stringMatching(/^[1-9][0-9]{11}$/),
  created: fc.constantFrom('2026-01-05T12:00:00.000Z', '2026-02-30T12:00:00.000Z', 'yesterday'),
  graduation_year: fc.constantFrom('', '2027'),
  favourite_pet: word,
});

describe('the redactor', () => {
  it('keeps order, relations, cursors, types and validity, and no marked value', () => {
    fc.assert(
      fc.property(fc.array(student, { minLength: 1, maxLength: 6 }), (records) => {
        const [result] = redact([exchange({ path: '/v2.0/students?limit=2' }, { body: listOf(records) })]);
        const text = JSON.stringify(result);
        const body = jsonOf(result!) as StudentBody;
        const students = body.data.map(({ data }) => data);
        for (const [at, record] of records.entries()) {
          const after = students[at]!;
          expect(Object.keys(after)).to.have.length(Object.keys(record).length);
          expect(after.id).to.match(/^[0-9a-f]{24}$/);
          expect(body.data[at]?.uri).to.equal(`/v2.0/students/${after.id}`);
          for (const [other, them] of records.entries()) {
            const theirs = students[other]!;
            expect((after.id as string) < (theirs.id as string)).to.equal(record.id < them.id);
            expect(after.district === theirs.district).to.equal(record.district === them.district);
          }
          expect(after.schools).to.have.length(record.schools.length);
          expect(after.email === '').to.equal(record.email === '');
          expect(String(after.email).includes('@')).to.equal(record.email.includes('@'));
          expect(['M', 'F', ''].includes(String(after.gender))).to.equal(record.gender !== 'Q');
          expect(after.gender === '').to.equal(record.gender === '');
          expect(classOfDate(String(after.dob))).to.equal(classOfDate(record.dob));
          expect(classOfDate(String(after.created))).to.equal(classOfDate(record.created));
          expect((after.name as Record<string, unknown>).middle === '').to.equal(record.name.middle === '');
          for (const secret of [
            record.name.first,
            record.name.last,
            record.sis_id,
            record.favourite_pet,
            record.id,
          ])
            expect(text).not.to.include(secret);
          expect(text).not.to.include('jane.roe');
          expect(text).not.to.include('favourite_pet');
        }
        const next = new URLSearchParams(body.links[1]?.uri.split('?')[1]);
        expect(next.get('starting_after')).to.equal(students.at(-1)?.id);
        expect(next.get('limit')).to.equal('2');
      }),
      { numRuns: 60 },
    );
  });

  it('is deterministic per key, and another key gives other fillers', () => {
    const traffic = [exchange({}, { body: listOf([{ id: '5f0000000000000000000001' }]) })];
    expect(redact(traffic)).to.deep.equal(redact(traffic));
    const other = redactExchanges(traffic, { profiles, tokens: [token], key: new Uint8Array(32) });
    expect(other).not.to.deep.equal(redact(traffic));
  });

  it('sorts ids of every shape as before', () => {
    const anyId = fc.oneof(
      hex(24),
      fc.stringMatching(/^[0-9A-F]{24}$/).filter((id) => /[A-F]/.test(id) && !/^F+$/.test(id)),
      // A UUID that starts with eight zeros would have to sort below the all-zero id, which no rank does.
      fc.uuid().filter((id) => !/^0{8}|^[0f-]+$/.test(id)),
      fc
        .string({ minLength: 1, maxLength: 30 })
        .filter((id) => id.trim() !== '' && !/^(last|abc|0|1|-1)$/.test(id)),
      fc.constantFrom('0'.repeat(24), 'f'.repeat(24)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 2, maxLength: 12 }), (ids) => {
        const { data } = answerTo('/v2.0/students', {
          data: ids.map((id) => ({ data: { id } })),
        }) as StudentBody;
        const mapped = data.map((item) => item.data.id as string);
        for (const [a, id] of ids.entries()) {
          expect(/^[0-9a-f]{24}$/.test(mapped[a]!)).to.equal(/^[0-9a-f]{24}$/.test(id));
          expect(/^[0-9a-f]{24}$/i.test(mapped[a]!)).to.equal(/^[0-9a-f]{24}$/i.test(id));
          for (const [b, other] of ids.entries()) expect(mapped[a]! < mapped[b]!).to.equal(id < other);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what probes send instead of an id, unless a record has it', () => {
    const [sent] = redact([exchange({ path: '/v2.0/students/not-an-id' }, { status: 404 })]);
    expect(sent?.request.path).to.equal('/v2.0/students/not-an-id');
    const page = { data: [{ data: { id: 'abc' } }] };
    const [used] = redact([exchange({ path: '/v2.0/students?starting_after=abc' }, { body: page })]);
    const body = jsonOf(used!) as StudentBody;
    expect(used?.request.path).to.equal(`/v2.0/students?starting_after=${body.data[0]?.data.id}`);
    expect(used?.request.path).not.to.include('=abc');
    expect(redact([exchange({ path: '/v2.0/students?ending_before=last' })])[0]?.request.path).to.include(
      '=last',
    );
  });

  it('redacts the record inside an event', () => {
    const object = { id: '5f0000000000000000000001', name: { first: 'Marigold' }, gender: 'F' };
    const event = (id: string, data: unknown) => ({
      data: { id, type: 'students.updated', created: '2026-01-01T00:00:00.000Z', data },
    });
    const previous_attributes = { name: { first: 'Mary-Ann' }, gender: 'X' };
    const body = answerTo('/v2.0/events', {
      data: [event('5f0000000000000000000002', { object, previous_attributes })],
    });
    const { data } = (body as { data: { data: { type: string; data: Record<string, never> } }[] }).data[0]!;
    const { object: after, previous_attributes: before } = data.data as unknown as Record<
      string,
      { name: { first: string }; gender: string }
    >;
    expect(data.type).to.equal('students.updated');
    expect(after?.name.first).to.match(/^name-[0-9a-f]{6}$/);
    expect(after?.gender).to.be.oneOf(['M', 'F']);
    expect(before?.gender).to.match(/^«not in enum/);
    expect(before?.name.first).to.match(/^name-/);
  });

  it('redacts a record equally in a list, by id, and without its envelope', () => {
    const record = {
      id: '5f0000000000000000000001',
      name: { first: 'Marigold' },
      district: '5f00000000000000000000aa',
    };
    const [list, single, bare] = redact([
      exchange({}, { body: listOf([record]) }),
      exchange({ path: `/v2.0/students/${record.id}` }, { body: { data: record } }, 1),
      exchange({ path: `/v2.0/students/${record.id}` }, { body: record }, 2),
    ]).map((one) => jsonOf(one) as { data: never });
    expect((single as { data: unknown }).data).to.deep.equal((list as unknown as StudentBody).data[0]?.data);
    expect(bare).to.deep.equal((single as { data: unknown }).data);
  });

  it('preserves equality, also for numbers and dates in other notations', () => {
    const path = '/v3.1/sections/5f0000000000000000000001/assignments';
    const sent = {
      title: 'Fractions',
      due_date: '2026-03-01T10:00:00Z',
      points_possible: 12.5,
      max_attempts: 3,
      submission_types: [''],
    };
    const stored = {
      ...sent,
      id: '6d0e2f6a-6f0b-4a51-9a39-6d7f3f2f0c11',
      due_date: '2026-03-01T10:00:00.000Z',
    };
    const [result] = redact([
      exchange({ method: 'POST', path, body: JSON.stringify(sent) }, { body: { data: stored } }),
    ]);
    const written = JSON.parse(result?.request.body ?? '') as Record<string, unknown>;
    const { data } = jsonOf(result!) as { data: Record<string, unknown> };
    expect(Object.keys(written)).to.deep.equal(Object.keys(sent));
    expect(data.title).to.equal(written.title);
    expect(data.title).not.to.equal('Fractions');
    expect(data.points_possible).to.equal(written.points_possible).and.not.to.equal(12.5);
    expect(Number.isInteger(written.max_attempts)).to.equal(true);
    expect(Date.parse(String(data.due_date))).to.equal(Date.parse(String(written.due_date)));
    expect(written.submission_types).to.deep.equal(['']);
    expect(data.id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

/** Format, and whether such a day exists. */
function classOfDate(text: string): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(T.*)?$/.exec(text);
  const us = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : [];
  if (year === undefined) return text === '' ? 'empty' : 'none';
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return `${iso ? `iso${(iso[4] ?? '').replace(/\d/g, 'd')}` : 'us'} ${date.getUTCDate() === Number(day) ? 'exists' : 'impossible'}`;
}

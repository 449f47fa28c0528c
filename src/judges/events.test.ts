import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../generated/model.ts';
import { eventsJudges } from './events.ts';
import { describeRows, idOf, judgeSaid, listOf, recordOf, type Said } from './testing.ts';

const [school, otherSchool] = [idOf(901), idOf(902)];

/** The n-th event, a second after the one before. */
function event(
  n: number,
  type = 'students.created',
  data: object = { object: { id: idOf(500 + n), school } },
) {
  return { id: idOf(n), type, created: new Date(Date.UTC(2026, 0, 5, 8, 0, n)).toISOString(), data };
}

const page = (path: string, events: readonly object[], next?: string): Said => ({
  path,
  body: { ...listOf(...events), links: next === undefined ? [] : [{ rel: 'next', uri: `/v2.0${next}` }] },
});
const all = (...events: readonly object[]) => page('/events', events);
const inOwn = (said: Said, claim: keyof typeof eventsJudges, role = 'walk'): Said => ({
  ...said,
  step: { claim, case: role, role },
});
const ordered = (said: Said, role?: string) => inOwn(said, 'events/list-ascends', role);

const four = [1, 2, 3, 4].map((n) => event(n));
const whole = ordered(all(...four), 'whole');
const cut = `/events?limit=2&starting_after=${idOf(2)}`;
const first = ordered(page('/events?limit=2', four.slice(0, 2), cut));

describeRows('events/list-ascends', eventsJudges['events/list-ascends'], [
  {
    fact: 'ids, times and pages that ascend pass',
    said: [whole, first, ordered(page(cut, four.slice(2)))],
    outcome: 'passed',
  },
  {
    fact: 'newest first fails, in any traffic',
    said: [all(event(5), event(1))],
    subject: 'har',
    outcome: 'failed',
    at: [0, 0],
  },
  {
    fact: 'the same event twice fails',
    said: [all(event(1), event(1))],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'an older event after a newer one fails',
    said: [all(event(5), { ...event(6), created: event(1).created })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'times may disagree within a second',
    said: [all({ ...event(5), created: '2026-01-05T08:00:05.900Z' }, event(6), event(7)), all(event(7))],
    outcome: 'passed',
  },
  {
    fact: 'a page that lacks an event fails',
    said: [whole, first, ordered(page(cut, four.slice(3)))],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a list that ends after its first page fails',
    said: [whole, ordered(page('/events?limit=2', four.slice(0, 2)))],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a page that is not answered stays open',
    said: [whole, first, ordered({ path: cut, status: 503 })],
    outcome: 'cantTell',
  },
  { fact: 'a single event has no order', said: [ordered(all(event(1)), 'whole')], outcome: 'inapplicable' },
  {
    fact: 'a list that is refused proves nothing',
    said: [ordered({ path: '/events', status: 404 }, 'whole')],
    outcome: 'untested',
  },
]);

describeRows('events/type-known', eventsJudges['events/type-known'], [
  {
    fact: 'a documented type passes, in a list and by id',
    said: [all(event(1)), { path: `/events/${idOf(1)}`, body: recordOf(event(1)) }],
    outcome: 'passed',
  },
  { fact: 'an underscore fails', said: [all(event(1, 'school_admins.updated'))], outcome: 'failed', at: [0] },
  { fact: 'another action fails', said: [all(event(1, 'students.merged'))], outcome: 'failed', at: [0] },
  { fact: 'no type fails', said: [all({ ...event(1), type: null })], outcome: 'failed', at: [0] },
  {
    fact: 'a type that is no word of ours fails',
    said: [all(event(1, 'constructor'))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'an empty list has no types', said: [all()], outcome: 'inapplicable' },
]);

const object = { id: idOf(500) };
const before = { grade: '1' };
describeRows('events/payload', eventsJudges['events/payload'], [
  {
    fact: 'created and deleted with an object pass',
    said: [all(event(1), event(2, 'terms.deleted'))],
    outcome: 'passed',
  },
  {
    fact: 'an update with its past inside data passes',
    said: [all(event(1, 'students.updated', { object, previous_attributes: before }))],
    outcome: 'passed',
  },
  {
    fact: 'an update with its past beside data passes with a note',
    said: [all({ ...event(1, 'students.updated', { object }), previous_attributes: before })],
    outcome: 'passed',
    note: /beside/,
  },
  {
    fact: 'an empty past is a past',
    said: [all(event(1, 'students.updated', { object, previous_attributes: {} }))],
    outcome: 'passed',
  },
  {
    fact: 'an update without a past fails',
    said: [all(event(1, 'students.updated', { object }))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'no object fails', said: [all(event(1, 'students.deleted', {}))], outcome: 'failed', at: [0] },
  {
    fact: 'an object without an id fails',
    said: [all(event(1, 'students.created', { object: before }))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'no data fails', said: [all({ ...event(1), data: null })], outcome: 'failed', at: [0] },
]);

const filtered = (query: string, ...events: readonly object[]) =>
  inOwn(page(`/events?${query}`, events), 'events/filters', query);
const student = event(1);
const teacher = event(2, 'teachers.created', { object: { id: idOf(502), school: otherSchool } });
const term = event(3, 'terms.created', { object: { id: idOf(503) } });
const mixed = filtered('', student, teacher, term);
describeRows('events/filters', eventsJudges['events/filters'], [
  {
    fact: 'one record type narrows',
    said: [mixed, filtered('record_type=students', student)],
    outcome: 'passed',
  },
  {
    fact: 'two record types narrow',
    said: [mixed, filtered('record_type=students&record_type=terms', student, term)],
    outcome: 'passed',
  },
  {
    fact: 'a school narrows; what names no school may come too',
    said: [mixed, filtered(`school=${school}`, student, term)],
    outcome: 'passed',
  },
  {
    fact: 'a type that was not asked for fails, in any traffic',
    said: [page('/events?record_type=students', [student, teacher])],
    subject: 'har',
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'another school fails',
    said: [mixed, filtered(`school=${school}`, student, teacher)],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a lost event fails',
    said: [mixed, filtered('record_type=students&record_type=terms', student)],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an event from nowhere fails',
    said: [mixed, filtered('record_type=students', student, event(9))],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a filter that lets nothing through stays open',
    said: [mixed, filtered('record_type=students')],
    outcome: 'cantTell',
  },
  {
    fact: 'a filter that is refused stays open',
    said: [mixed, inOwn({ path: '/events?record_type=students', status: 400 }, 'events/filters')],
    outcome: 'cantTell',
  },
  {
    fact: 'where all events fit it does not arise',
    said: [filtered('', student), filtered('record_type=students', student)],
    outcome: 'inapplicable',
  },
  {
    fact: 'names with an underscore are those of the types',
    said: [page('/events?record_type=school_admins', [event(1, 'schooladmins.created')])],
    outcome: 'inapplicable',
  },
  {
    fact: 'a record that changed schools may come for both',
    said: [
      filtered(
        '',
        teacher,
        event(3, 'students.updated', {
          object: { id: idOf(9), school: otherSchool },
          previous_attributes: { school },
        }),
        student,
      ),
      filtered(`school=${school}`, student),
    ],
    outcome: 'passed',
  },
]);

describe('the judges of events', () => {
  it('take any documented event in any order of ids that ascends', () => {
    const types = model.schemas.Event?.fields.type?.enum ?? [];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { minLength: 2, maxLength: 40 }), (some) => {
        const events = some.map((type, n) => event(n, type, { object, previous_attributes: before }));
        for (const judge of [eventsJudges['events/type-known'], eventsJudges['events/payload']])
          expect(judgeSaid(judge, [all(...events)]).outcome).to.equal('passed');
      }),
      { numRuns: 50 },
    );
  });
});

import { describeRows, idOf } from '../../support/testing.ts';
import { event, inOwn, otherSchool, page, school } from './events-testing.ts';
import './filters.spec.ts';

const filtered = (query: string, ...events: readonly object[]) =>
  inOwn(page(`/events?${query}`, events), 'events/filters', query);
const student = event(1);
const teacher = event(2, 'teachers.created', { object: { id: idOf(502), school: otherSchool } });
const term = event(3, 'terms.created', { object: { id: idOf(503) } });
const mixed = filtered('', student, teacher, term);
describeRows('events/filters', [
  {
    fact: 'one record type narrows',
    sent: [mixed, filtered('record_type=students', student)],
    outcome: 'passed',
  },
  {
    fact: 'two record types narrow',
    sent: [mixed, filtered('record_type=students&record_type=terms', student, term)],
    outcome: 'passed',
  },
  {
    fact: 'a school narrows; events without a school may come too',
    sent: [mixed, filtered(`school=${school}`, student, term)],
    outcome: 'passed',
  },
  {
    fact: 'a type that was not requested fails, in any traffic',
    sent: [page('/events?record_type=students', [student, teacher])],
    subject: 'har',
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'another school fails',
    sent: [mixed, filtered(`school=${school}`, student, teacher)],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a lost event fails',
    sent: [mixed, filtered('record_type=students&record_type=terms', student)],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an event that is not in the list fails',
    sent: [mixed, filtered('record_type=students', student, event(9))],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a filter that lets nothing through is undecided',
    sent: [mixed, filtered('record_type=students')],
    outcome: 'cantTell',
  },
  {
    fact: 'a filter that is refused is undecided',
    sent: [mixed, inOwn({ path: '/events?record_type=students', status: 400 }, 'events/filters')],
    outcome: 'cantTell',
  },
  {
    fact: 'where all events match it is inapplicable',
    sent: [filtered('', student), filtered('record_type=students', student)],
    outcome: 'inapplicable',
  },
  {
    fact: 'names with an underscore mean the types without it',
    sent: [page('/events?record_type=school_admins', [event(1, 'schooladmins.created')])],
    outcome: 'inapplicable',
  },
  {
    fact: 'a record that changed schools may come for both',
    sent: [
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

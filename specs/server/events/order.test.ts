import { describeRows, idOf, type Sent } from '../../support/testing.ts';
import { all, event, inOwn, page } from './events-testing.ts';
import './order.spec.ts';

const ordered = (sent: Sent, role?: string) => inOwn(sent, 'events/list-ascends', role);

const four = [1, 2, 3, 4].map((n) => event(n));
const whole = ordered(all(...four), 'whole');
const cut = `/events?limit=2&starting_after=${idOf(2)}`;
const first = ordered(page('/events?limit=2', four.slice(0, 2), cut));

describeRows('events/list-ascends', [
  {
    fact: 'ids, times and pages that ascend pass',
    sent: [whole, first, ordered(page(cut, four.slice(2)))],
    outcome: 'passed',
  },
  {
    fact: 'newest first fails, in any traffic',
    sent: [all(event(5), event(1))],
    subject: 'har',
    outcome: 'failed',
    at: [0, 0],
  },
  {
    fact: 'the same event twice fails',
    sent: [all(event(1), event(1))],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'an older event after a newer one fails',
    sent: [all(event(5), { ...event(6), created: event(1).created })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'times may disagree within a second',
    sent: [all({ ...event(5), created: '2026-01-05T08:00:05.900Z' }, event(6), event(7)), all(event(7))],
    outcome: 'passed',
  },
  {
    fact: 'a page that lacks an event fails',
    sent: [whole, first, ordered(page(cut, four.slice(3)))],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a list that ends after its first page fails',
    sent: [whole, ordered(page('/events?limit=2', four.slice(0, 2)))],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a page without a response is undecided',
    sent: [whole, first, ordered({ path: cut, status: 503 })],
    outcome: 'cantTell',
  },
  { fact: 'a single event has no order', sent: [ordered(all(event(1)), 'whole')], outcome: 'inapplicable' },
  {
    fact: 'a refused list proves nothing',
    sent: [ordered({ path: '/events', status: 404 }, 'whole')],
    outcome: 'untested',
  },
]);

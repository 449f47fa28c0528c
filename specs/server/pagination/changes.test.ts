import { describeRows, idOf, type Row, type Sent } from '../../support/testing.ts';
import './changes.spec.ts';

const claim = 'pagination/stable-under-delete';
const after = (n: number) => `/v2.0/terms?limit=2&starting_after=${idOf(n)}`;
const page = (path: string, numbers: readonly number[], role: 'before' | 'walk', next?: string): Sent => ({
  path,
  body: {
    data: numbers.map((n) => ({ data: { id: idOf(n) } })),
    links: next === undefined ? [] : [{ rel: 'next', uri: next }],
  },
  step: { claim, case: 'terms', role },
});
const before = page('/terms', [1, 2, 3, 4], 'before');
const first = page('/terms?limit=2', [1, 2], 'walk', after(2));
const second = (numbers: readonly number[], next?: string) => page(after(2), numbers, 'walk', next);

const rows: readonly Row[] = [
  {
    fact: 'the walk continues after the deleted record',
    sent: [before, first, second([3, 4])],
    outcome: 'passed',
  },
  { fact: 'a new record may be shown', sent: [before, first, second([3, 4, 5])], outcome: 'passed' },
  { fact: 'a record comes twice', sent: [before, first, second([2, 3, 4])], outcome: 'failed', at: [2] },
  { fact: 'a record is left out', sent: [before, first, second([4])], outcome: 'failed', at: [2] },
  {
    fact: 'the next page is refused',
    sent: [before, first, { ...second([]), status: 404, body: 'gone' }],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'an error after the last record is left to other requirements',
    sent: [
      before,
      first,
      second([3, 4], after(4)),
      { ...page(after(4), [], 'walk'), status: 404, body: 'gone' },
    ],
    outcome: 'passed',
  },
  { fact: 'a 503', sent: [before, first, { ...second([]), status: 503 }], outcome: 'cantTell' },
  {
    fact: 'a walk that was not followed to its end',
    sent: [before, first, second([3], after(3))],
    outcome: 'cantTell',
  },
  { fact: 'one page only', sent: [before, page('/terms', [1, 2, 3, 4], 'walk')], outcome: 'untested' },
  {
    fact: 'a list without records',
    sent: [page('/terms', [], 'before'), page('/terms', [], 'walk')],
    outcome: 'inapplicable',
  },
];

describeRows(claim, rows);

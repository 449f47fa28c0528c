import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { Exchange } from '../../exchange.ts';
import { type CaseOutcome, outcomeOf } from '../../outcome.ts';
import type { RecordedObservation } from '../../result.ts';
import { sampleCatalogue, sampleExchange, sampleReport, sampleRun, trafficIn } from '../testing.ts';
import { causesOf } from './causes.ts';
import { viewOf } from './view.ts';

/** Failures as [level:id, case, message, number of the exchange]. */
type Failure = readonly [id: string, name: string, message: string, exchange?: number];

function outcomesOf(failures: readonly Failure[]) {
  const cases = failures.map(([id, name, message, exchange]) => ({
    id: id.replace(/^.*:/, ''),
    one: {
      name,
      outcome: 'failed',
      findings: [{ message, expected: 'a', actual: 'b', ...(exchange === undefined ? {} : { exchange }) }],
    } satisfies CaseOutcome,
  }));
  return Object.fromEntries(
    [...Map.groupBy(cases, ({ id }) => id)].map(([id, those]) => [
      id,
      outcomeOf(
        those.map(({ one }) => one),
        '',
      ),
    ]),
  );
}

/** Each cause as its headline and the ids of its requirements. */
function causesIn(failures: readonly Failure[], over: Parameters<typeof sampleRun>[1] = {}) {
  const catalogue = sampleCatalogue([...new Set(failures.map(([id]) => id))]);
  const run = sampleRun(outcomesOf(failures), over);
  const causes = causesOf(viewOf(sampleReport(run, catalogue), run, catalogue));
  return causes.map((cause) => [cause.lead.message, ...cause.rows.map(({ one }) => one.row.id)]);
}

const evidence = (exchanges: readonly Exchange[]) => ({ evidence: { ...sampleRun({}).evidence, exchanges } });

describe('causes', () => {
  it('of a server are the same header, whatever misses it', () => {
    expect(
      causesIn([
        ['rate-limit/a', 'x', 'A 200 response has no `X-RateLimit-Reset` (12 times).'],
        ['rate-limit/b', 'y', 'A 429 response has no x-ratelimit-reset.'],
        ['rate-limit/c', 'y', 'A 429 response has no x-ratelimit-limit.'],
      ]),
    ).to.deep.equal([
      ['A 200 response has no `X-RateLimit-Reset` (12 times).', 'rate-limit/a', 'rate-limit/b'],
      ['A 429 response has no x-ratelimit-limit.', 'rate-limit/c'],
    ]);
  });

  it('of a client show the scenario with the fewest faults', () => {
    const { context, ...others } = sampleRun({}).evidence;
    const over = {
      side: 'client',
      evidence: { ...others, observations: [], context: { ...context, profiles } },
    } as const;
    const catalogue = sampleCatalogue(['backoff/a', 'backoff/b']);
    const run = sampleRun(
      outcomesOf([
        ['backoff/a', 'backoff/given-up-then-started-again', 'It did not retry after 500.'],
        ['backoff/a', 'backoff/503-once-on-every-page', 'It did not retry after 503.'],
        ['backoff/b', 'pagination/full-walk', 'It did not retry after 502.'],
      ]),
      over,
    );
    const [cause] = causesOf(viewOf(sampleReport(run, catalogue), run, catalogue));
    expect(cause?.lead.case).to.equal('pagination/full-walk');
    expect(cause?.rows[1]?.findings[0]?.case).to.equal('backoff/503-once-on-every-page');
  });

  it('of a server are the same kind of error', () => {
    const response = { status: 500, headers: {}, body: '', receivedAtMs: 0 };
    const over = evidence([{ ...sampleExchange(), response }]);
    expect(
      causesIn(
        [
          ['data/a', 'x', 'No list.', 0],
          ['errors/b', 'y', 'No message.', 0],
        ],
        over,
      ),
    ).to.deep.equal([['No list.', 'data/a', 'errors/b']]);
  });

  it('of a server are the same field, however it was found, and the same link', () => {
    const catalogue = sampleCatalogue(['data/a', 'data/b', 'data/c']);
    const case_ = (name: string, message: string, actual: string): CaseOutcome => ({
      name,
      outcome: 'failed',
      findings: [{ message, expected: 'x', actual }],
    });
    const run = sampleRun({
      'data/a': outcomeOf(
        [case_('Student', '`Student.grade` has an invalid value in 5 of 9 records.', '13')],
        '',
      ),
      'data/b': outcomeOf(
        [case_('getStudents', 'The body of getStudents does not fit.', '/data/19/data/grade is 13')],
        '',
      ),
      'data/c': outcomeOf(
        [case_('getStudents', 'The body of getStudents does not fit.', '/data/19/data/sis_id is 1')],
        '',
      ),
    });
    const causes = causesOf(viewOf(sampleReport(run, catalogue), run, catalogue));
    expect(causes.map(({ rows }) => rows.map(({ one }) => one.row.id))).to.deep.equal([
      ['data/a', 'data/b'],
      ['data/c'],
    ]);
    expect(
      causesIn([
        ['pagination/a', 'x', 'A page has more than one `next` link.'],
        ['pagination/b', 'x', 'The `next` links of a page differ.'],
        ['pagination/c', 'x', 'A list has no `self` link.'],
      ]).map(([, ...ids]) => ids),
    ).to.deep.equal([['pagination/a', 'pagination/b'], ['pagination/c']]);
  });

  it('are the same deviation, apart from names and numbers', () => {
    expect(
      causesIn([
        ['data/a', 'x', 'Page 1 of `students` has 3 entries too many.'],
        ['data/b', 'y', 'Page 12 of `teachers` has 1 entries too many.'],
      ]),
    ).to.have.length(1);
  });

  it('are one where a requirement found several things by itself', () => {
    expect(
      causesIn([
        ['data/a', 'x', 'This.'],
        ['data/a', 'y', 'That.'],
        ['data/b', 'y', 'Other.'],
      ]),
    ).to.deep.equal([
      ['This.', 'data/a'],
      ['Other.', 'data/b'],
    ]);
  });

  it('are ordered: what counts, then what explains most', () => {
    expect(
      causesIn([
        ['recommended:data/a', 'x', 'Recommended.'],
        ['recommended:data/a', 'y', 'Recommended.'],
        ['data/b', 'x', 'Once.'],
        ['data/c', 'x', 'Twice.'],
        ['data/c', 'y', 'Twice.'],
      ]).map(([headline]) => headline),
    ).to.deep.equal(['Twice.', 'Once.', 'Recommended.']);
  });

  it('of a client include what it has in the end, where its scenarios end in the same way', () => {
    const next = '{"data":[],"links":[{"rel":"next","uri":"/v2.0/students?starting_after=a"}]}';
    const names = ['data/one', 'pagination/two', 'safety/three'];
    const exchanges = names.map((_, seq) => ({ ...sampleExchange({}, seq === 2 ? '{}' : next), seq }));
    const observations = names.map(
      (scenario, first): RecordedObservation => ({
        scenario,
        provokes: [],
        job: 'sync:students',
        timing: 'virtual',
        exchanges: { first, count: 1 },
        runs: [
          { startedAtMs: 0, endedAtMs: 1, claim: { says: 'complete', ids: [], said: '', endedBy: 'itself' } },
        ],
        truth: ['a'],
        account: {},
        origin: 'https://api.example.test',
        lagMs: 0,
      }),
    );
    const client = { ...sampleRun({}).evidence, exchanges, observations };
    const ends = 'pagination/client-holds-each-record-once';
    const failures: Failure[] = [
      [ends, 'data/one', 'The client misses 1 of 1 records.'],
      ['pagination/client-follows-next', 'pagination/two', 'Never requested.'],
      [ends, 'pagination/two', 'The client misses 1 of 1 records.'],
      ['safety/x', 'safety/three', 'The token was sent elsewhere.'],
    ];
    expect(
      causesIn(failures, { side: 'client', evidence: client, traffic: trafficIn(client) }),
    ).to.deep.equal([
      ['Never requested.', 'pagination/client-follows-next', ends],
      ['The token was sent elsewhere.', 'safety/x'],
    ]);
  });
});

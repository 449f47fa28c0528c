import { expect } from 'chai';
import fc from 'fast-check';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { run as reference } from '../../examples/clients/reference.ts';
import '../../specs/index.ts';
import {
  type Circumstances,
  failingAt,
  firstPage,
  observationOf,
  outcomeWith,
  pageTwo,
  type Seen,
  secondPage,
  startMs,
} from '../../specs/support/client-testing.ts';
import { marksOf } from '../../src/report/charts/timeline-marks.ts';
import { readScenario } from '../../src/traffic/client/client-traffic.ts';
import { type SampleRun, sampleClientRun } from '../../tools/screenshots/sample-runs.ts';

const marksIn = (seen: readonly Seen[], more: Circumstances = {}) =>
  marksOf(readScenario(observationOf(seen, more)));
const keptIn = (...args: Parameters<typeof marksIn>) => marksIn(...args).map(({ wait }) => wait?.kept ?? '-');
const earlyIn = (...args: Parameters<typeof marksIn>) =>
  marksIn(...args).flatMap(({ exchange, wait }) => (wait?.kept === 'early' ? exchange.seq : []));

const resetIn = (s: number) => String(startMs / 1000 + s);

/** The claims about waits. */
const timed: readonly ClientRequirementId[] = [
  'backoff/client-first-wait-1s',
  'backoff/client-waits-double',
  'rate-limit/client-waits-for-reset',
  'rate-limit/client-paces-at-zero',
  'rate-limit/client-bounded-wait',
];

/** Exchanges that a finding of a claim about waits names. */
const foundIn = (seen: readonly Seen[], more: Circumstances = {}) =>
  timed
    .flatMap((id) => outcomeWith(id, seen, more).cases)
    .flatMap(({ findings }) => findings.flatMap(({ exchange }) => exchange ?? []));

describe('the waits of a timeline', () => {
  it('double after an outage, and start over after a success', () => {
    const marks = marksIn([...failingAt(503, 0, 1000, 3000), pageTwo(7000), ...failingAt(503, 7500)]);
    expect(marks.map(({ wait }) => wait && wait.untilMs - wait.fromMs)).to.deep.equal([
      undefined,
      1000,
      2000,
      4000,
      undefined,
    ]);
    expect(marks.map(({ retry }) => retry)).to.deep.equal([0, 1, 2, 3, 0]);
  });

  it('last until Reset after a 429, for every request, and a second if Reset is not credible', () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(2) };
    expect(
      keptIn([
        { atMs: 0, got: 429, headers },
        { atMs: 500, got: 200, path: '/v2.0/teachers' },
        { atMs: 600, got: 200, path: '/v2.0/schools' },
        { atMs: 2000, got: 200 },
        { atMs: 2100, got: 429, headers: { 'x-ratelimit-reset': '1394506274' } },
        { atMs: 3000, got: 200 },
      ]),
    ).to.deep.equal(['-', 'early', 'early', '-', '-', 'early']);
  });

  it('are not early within the tolerance of a real clock, nor if the suite itself was as late', () => {
    expect(keptIn(failingAt(500, 0, 998))).to.deep.equal(['-', 'early']);
    expect(keptIn(failingAt(500, 0, 998), { timing: 'real' })).to.deep.equal(['-', 'kept']);
    expect(keptIn(failingAt(500, 0, 950), { timing: 'real', lagMs: 60 })).to.deep.equal(['-', 'unsure']);
  });

  it('start over when the client is restarted', () => {
    const observation = observationOf([...failingAt(503, 0), pageTwo(60_000)]);
    const [run] = observation.runs;
    const runs = run ? [run, { ...run, startedAtMs: startMs + 60_000 }] : [];
    const marks = marksOf(readScenario({ ...observation, runs }));
    expect(marks.map(({ wait, restarted }) => [wait, restarted])).to.deep.equal([
      [undefined, false],
      [undefined, true],
    ]);
  });
});

describe('the waits of a timeline and the claims about waits', () => {
  it('agree that only the bucket that is used up has to be waited for', () => {
    const seen: readonly Seen[] = [
      {
        atMs: 0,
        got: 200,
        path: firstPage,
        headers: {
          'x-ratelimit-bucket': 'all, none',
          'x-ratelimit-remaining': '0, 57',
          'x-ratelimit-reset': `${resetIn(2)}, ${resetIn(50)}`,
        },
      },
      pageTwo(3000),
    ];
    expect(outcomeWith('rate-limit/client-paces-at-zero', seen).outcome).to.equal('passed');
    expect(keptIn(seen)).to.deep.equal(['-', 'kept']);
  });

  it('agree on any traffic: what a finding names is early, and without a finding nothing is', () => {
    const instants = fc.constantFrom(0, 1, 20, 25, 500, 998, 999, 1000, 2000, 2999, 3000, 4000, 8000);
    const numbers = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const request = fc.record({
      gapMs: instants,
      got: fc.constantFrom<Seen['got'][]>(200, 200, 404, 429, 429, 500, 503, 503, 'lost'),
      path: fc.constantFrom(firstPage, secondPage, '/v2.0/schools'),
      tookMs: fc.constantFrom(0, 0, 0, 10, 600),
      remaining: numbers(['0', '1', '0, 5', '5, 0', '00']),
      resetS: numbers(['-30', '1', '3', '61', '2, 50', '999999']),
      bucket: numbers(['bearer', 'all, none']),
    });
    const circumstances = fc.record({
      timing: fc.constantFrom('virtual' as const, 'real' as const),
      lagMs: fc.constantFrom(0, 30),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 14 }), circumstances, (requests, more) => {
        let atMs = 0;
        const seen = requests.map(({ gapMs, got, path, tookMs, remaining, resetS, bucket }): Seen => {
          atMs += gapMs;
          const nowS = Math.floor(atMs / 1000);
          const reset = resetS?.split(', ').map((s) => resetIn(nowS + Number(s)));
          const headers = {
            ...(remaining === undefined ? {} : { 'x-ratelimit-remaining': remaining }),
            ...(reset === undefined ? {} : { 'x-ratelimit-reset': reset.join(', ') }),
            ...(bucket === undefined ? {} : { 'x-ratelimit-bucket': bucket }),
          };
          return { atMs, got, path, tookMs, headers };
        });
        const early = earlyIn(seen, more);
        const found = foundIn(seen, more);
        expect(early).to.include.members(found);
        expect(found.length > 0).to.equal(early.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  it('agree on real clients: of a good one nothing is early, of a bad one what a finding names is', async () => {
    const earlyOf = ({ run: { evidence } }: SampleRun) =>
      (evidence.observations ?? []).flatMap((one) => {
        const { first, count } = one.exchanges;
        const exchanges = evidence.exchanges.slice(first, first + count);
        return marksOf(readScenario({ ...one, exchanges })).filter(({ wait }) => wait?.kept === 'early');
      });
    for (const pattern of ['backoff/503', 'rate-limit/']) {
      expect(earlyOf(await sampleClientRun(pattern, reference))).to.deep.equal([]);
      const bad = await sampleClientRun(pattern);
      const early = new Set(earlyOf(bad).map(({ exchange }) => exchange.seq));
      const named = bad.report.requirements
        .filter(({ id }) => timed.some((one) => one === id && one !== 'rate-limit/client-bounded-wait'))
        .flatMap((row) => row.findings.flatMap((finding) => finding.exchange ?? []));
      expect(named.length, pattern).to.be.above(3);
      for (const seq of named) expect(early.has(seq), `${pattern} ${seq}`).to.equal(true);
    }
  }).timeout(20_000);
});

import fc from 'fast-check';
import type { Depth } from '../../../contracts/depths.ts';
import type { ApiName } from '../../../contracts/profiles.ts';
import type { Need } from '../../../contracts/requirement.ts';
import type { ClientTraits } from '../../../src/variants/clients/traits.ts';
import { serverVariants } from '../../../src/variants/servers/index.ts';
import type { ClientPlan } from './client.ts';
import type { ServerPlan } from './server.ts';

/** Random conforming servers and clients for fast-check, reproducible by seed and shrinkable. */

const needs: readonly Need[] = [
  'states',
  'clock',
  'writes',
  'exhaust',
  'second-token',
  'user-token',
  'test-token',
];

const counters = serverVariants.filter((one) => one.subject === 'counting');

/** Some of the variants, at most one of each slot, in their order. */
const someVariants = (subject: ServerPlan['subject']) =>
  fc
    .tuple(
      fc.subarray(
        serverVariants.filter((one) => one.subject === undefined || one.subject === subject),
        { maxLength: 30 },
      ),
      // Shuffled, to select one of those that exclude each other.
      fc.boolean(),
    )
    .map(([chosen, isLast]) => {
      const ordered = isLast ? chosen.toReversed() : chosen;
      const slots = new Set<string>();
      const kept = ordered.filter(({ slot }) => {
        if (slot === undefined) return true;
        const isNew = !slots.has(slot);
        slots.add(slot);
        return isNew;
      });
      return serverVariants.filter((one) => kept.includes(one)).map((one) => one.name as string);
    });

const settings = {
  side: fc.constant('server' as const),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  students: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 3, max: 60 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 99, 100, 101, 200) },
    { weight: 1, arbitrary: fc.integer({ min: 61, max: 350 }) },
  ),
  startMs: fc.integer({ min: 0, max: 86_400_000 }),
  usesUpWindow: fc.constantFrom(true, false, false, false),
  apis: fc.constantFrom<readonly ApiName[] | undefined>(
    undefined,
    undefined,
    ['data-v3.1', 'lms-v3.1'],
    ['data-v3.0', 'lms-v3.1'],
    ['data-v2.1', 'lms-v3.1'],
  ),
  // Most of what is random stands in a quick run as well, which takes a quarter of the requests.
  depth: fc.constantFrom<Depth>('quick', 'quick', 'quick', 'quick', 'full'),
};

/** Sandboxes, which can be judged on everything, and live targets, which do not allow everything. */
export const serverPlans: fc.Arbitrary<ServerPlan> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...settings,
      subject: fc.constant('sandbox' as const),
      allows: fc.constant(needs),
      budgetShare: fc.constant(1),
      variants: someVariants('sandbox'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...settings,
      subject: fc.constant('live' as const),
      allows: fc.subarray(needs.filter((one) => one !== 'states' && one !== 'test-token')),
      budgetShare: fc.constant(0.2),
      variants: fc.tuple(someVariants('live'), fc.constantFrom(...counters)).map(([others, counter]) => {
        const names = new Set<string>([
          counter.name,
          ...others.filter((name) => !/latency|that-take/.test(name)),
        ]);
        return serverVariants.map((one) => one.name as string).filter((name) => names.has(name));
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...settings,
      subject: fc.constant('live' as const),
      allows: fc.subarray([...needs]),
      // With less than the default share a run would take an hour of the target's time and be stopped.
      budgetShare: fc.double({ min: 0.2, max: 1, noNaN: true }),
      variants: someVariants('live'),
    }),
  },
);

const traits: fc.Arbitrary<ClientTraits> = fc.record({
  limit: fc.constantFrom(null, null, 3, 10, 37, 50, 51, 100, 250, 1000, 10_000),
  factors: fc.array(fc.double({ min: 1, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
  moreMs: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 4000, noNaN: true })),
  leastMs: fc.constantFrom(0, 0, 0, 1000, 1001, 5000, 20_000),
  retries: fc.constantFrom(5, 5, 5, 5, 4, 3, 2, 1, 0),
  beyondResetMs: fc.constantFrom(0, 0, 1, 500, 5000),
  paceBelow: fc.constantFrom(0, 1, 5, 50, 1100),
  restMs: fc.constantFrom(0, 0, 0, 10, 333, 2500),
  resumes: fc.boolean(),
  first: fc
    .subarray(['district', 'schools-head', 'teachers', 'schools-list'] as const)
    .map((one) => [...one]),
  links: fc.constantFrom('as-given', 'as-given', 'parameters-turned', 'own-origin', 'relative-only'),
  redirect: fc.constantFrom('manual', 'error'),
  mostPages: fc.integer({ min: 60, max: 150 }),
  maxBytes: fc.constantFrom(300_000, 1_000_000, 8_000_000),
  timeoutMs: fc.constantFrom(5000, 10_000, 13_999, 14_001, 60_000, 300_000),
  headers: fc.constantFrom('documented', 'lower-case-scheme', 'many', 'bare'),
  reports: fc.constantFrom('as-read', 'sorted', 'turned', 'nothing-unless-whole'),
  repeatsRefusedCreate: fc.boolean(),
  olderGradeFirst: fc.boolean(),
});

/** Clients with random values for what the documents leave open. */
export const clientPlans: fc.Arbitrary<ClientPlan> = fc.record({
  side: fc.constant('client' as const),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  traits,
});

import { unknownId } from '../../contracts/made-up-ids.ts';
import { outageProbe, vanishingProbes } from './errors-states.ts';
import { type OpenPath, openPaths } from './open-paths.ts';
import type { Actor, Probe } from './probe.ts';
import {
  type GoodCase,
  type Refused,
  tokenless,
  tooMuch,
  unknownRecords,
  unreadable,
  unsupported,
  withMadeUpToken,
} from './refused.ts';
import { firstServed, type Served } from './served.ts';

/** Its response shows whether a refused request had a side effect. */
const goodPath = ({ collection }: Served) => `/${collection}?limit=2`;

/** Faults of one kind; a valid request is sent before and after each kind. */
const kinds: readonly {
  readonly name: GoodCase;
  readonly requests: (actor: Actor, paths: readonly OpenPath[]) => readonly Refused[];
}[] = [
  { name: 'no token', requests: tokenless },
  { name: 'unknown token', requests: withMadeUpToken },
  { name: 'unknown record', requests: unknownRecords },
  { name: 'limit over 10,000', requests: tooMuch },
  { name: 'unreadable query', requests: unreadable },
  { name: 'unsupported method', requests: unsupported },
];
/** Operations of which a quick run refuses something. */
const quickPaths = 12;

const refusalProbe: Probe = {
  name: 'errors/refusals',
  api: 'data',
  provokes: [
    'errors/success-is-200',
    'errors/bad-request-is-400',
    'errors/missing-token-is-401',
    'errors/invalid-token-is-401',
    'errors/unknown-record-is-404',
    'errors/limit-over-10000-is-413',
    'errors/unsupported-is-501',
    'errors/message-readable',
    'errors/no-secret-echo',
    'errors/error-is-side-effect-free',
  ],
  needs: [],
  run: async (actor) => {
    const served = await firstServed(actor);
    const controlStep = ({ name }: OpenPath) =>
      ({ claim: 'errors/missing-token-is-401', case: name, role: 'control' }) as const;
    const paths = await openPaths(actor, quickPaths, controlStep);
    const sendGood = (after: GoodCase) =>
      actor.send({
        path: goodPath(served),
        step: { claim: 'errors/error-is-side-effect-free', case: after, role: 'good' },
      });
    await sendGood('start');
    for (const [at, kind] of kinds.entries()) {
      for (const request of kind.requests(actor, paths)) await actor.send(request);
      // In a quick run after every second kind: a side effect of the first is still there.
      if (actor.depth === 'full' || at % 2 === 1) await sendGood(kind.name);
    }
    await actor.send({
      path: `/${served.collection}?limit=2&starting_after=${unknownId}`,
      step: { claim: 'errors/success-is-200', case: 'empty list' },
    });
  },
};

/** In execution order; those that change the data come last. */
export const errorsProbes: readonly Probe[] = [refusalProbe, ...vanishingProbes, outageProbe];

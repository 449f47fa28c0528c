import { apiFor } from '../../../src/api.ts';
import type { Material } from '../../../src/claims/claim.ts';
import type { Members } from '../../../src/text/json.ts';
import { findWalks, type Walk } from '../../../src/traffic/lists/walks.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import {
  lostIn,
  mixedUpIn,
  type Succession,
  successionsIn,
} from '../../../src/traffic/records/forerunners.ts';
import type { StepCase } from '../../../src/traffic/steps.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, expect, undecided } from '../../support/server.ts';

/** One list of an older version, and what a newer one has of its people: each reading is of a moment of its own. */
interface Compared extends Material {
  readonly one: Succession;
  readonly step: StepCase<'data/ids-across-versions'>;
}

claim<Compared>('data/ids-across-versions', {
  cases: comparedIn,
  otherwise: { untested: 'only one version of the Data API was judged (--api)' },
  assert: ({ one, step }) => {
    const [older, newer] = [readingsOf(step.roles('older')), readingsOf(step.roles('newer'))];
    const refused = [...step.roles('older'), ...step.roles('newer')].find(({ page }) => !page);
    if (refused?.isInconclusive)
      undecided('inconclusive-response', `a list was answered with ${refused.summary}`);
    const users = newer.flatMap(({ records }) => records);
    if (older.every(({ records }) => records.length === 0) || users.length === 0)
      undecided('not-offered', refused ? `the list was answered with ${refused.summary}` : 'a list is empty');

    const lost = inAll(older.map(({ records }) => lostIn(one, records, users)));
    const isWhole = newer.every(({ walk }) => walk.end.kind === 'complete');
    if (isWhole) expect(lost, `People of ${one.name} are not found by their old ids.`).to.be.empty;

    const [before, now] = [
      readingsOf(step.roles('older sections')),
      readingsOf(step.roles('newer sections')),
    ];
    const mixedUp = before.flatMap((old) =>
      now.map((recent) => mixedUpIn(one, users, { older: old.records, newer: recent.records })),
    );
    const others = `By their old ids, other people of ${one.name} are in a section.`;
    expect(inAll(mixedUp), others).to.be.empty;
    if (!isWhole) undecided('stopped-early', 'the list of users was not read to its end');
  },
});

function comparedIn(traffic: Traffic): readonly Compared[] {
  const versions = traffic.profiles.filter(({ kind }) => kind === 'data').map(apiFor);
  const byName = new Map(successionsIn(versions).map((one) => [one.name, one]));
  return traffic.steps('data/ids-across-versions').flatMap((step) => {
    const one = byName.get(step.name);
    return one ? [{ name: step.name, one, step }] : [];
  });
}

interface Reading {
  readonly walk: Walk;
  readonly records: readonly Members[];
}

function readingsOf(exchanges: readonly ReadExchange[]): readonly Reading[] {
  return findWalks(exchanges, 'next').map((walk) => ({
    walk,
    records: walk.pages.flatMap(({ exchange }) => exchange.carriedRecords),
  }));
}

/** What every reading shows was so in between as well. */
function inAll(readings: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = readings;
  return first.filter((one) => others.every((some) => some.includes(one)));
}

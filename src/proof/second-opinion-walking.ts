import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { holdsAll, type RequestFact, type SceneFact, scenesFor } from './second-opinion-requests.ts';
import { ruleOn } from './second-opinion-rules.ts';

type Facts = readonly SceneFact[];
const rule = ruleOn<Facts>();
const maxLimit = 10_000;

/** A next link that was given, and the request by which the client followed it: the first for the same cursor. */
interface LinkFact {
  readonly seq: number;
  readonly scene: SceneFact;
  readonly link: URL;
  readonly follower: RequestFact | undefined;
}

function linksIn(scene: SceneFact): readonly LinkFact[] {
  const { requests } = scene;
  return requests.flatMap((page) => {
    const { next } = page;
    if (!next) return [];
    const cursor = next.searchParams.get('starting_after');
    const follower = requests.find(
      (one) => one.seq > page.seq && one.isList && one.query.get('starting_after') === cursor,
    );
    return [{ seq: page.seq, scene, link: next, follower }];
  });
}

const givenIn = (id: ClientRequirementId) => (facts: Facts) =>
  scenesFor(id)(facts)
    .filter(({ reached }) => reached)
    .flatMap(linksIn);
const isFollowed = ({ follower }: LinkFact): boolean => follower !== undefined;
const sorted = (query: URLSearchParams): string => String([...query].map((pair) => pair.join('=')).sort());

/** Goes from page to page, forth or back. */
const wanders = (scene: SceneFact): boolean =>
  linksIn(scene).some(isFollowed) || scene.requests.some(({ query }) => query.has('ending_before'));

/** Pages of the list without a next link, and whether the same start asked for the list again. */
const ends = (facts: Facts) =>
  scenesFor('pagination/client-stops-at-the-end')(facts).flatMap(({ requests }) =>
    requests
      .filter(({ isEnd }) => isEnd)
      .map((end) => ({
        seq: end.seq,
        goesOn: requests.some(
          (one) => one.isList && one.run === end.run && one.sentAtMs >= end.answeredAtMs && one.seq > end.seq,
        ),
      })),
  );

/** One row for each requirement that pagination has for a client. */
export const walkingRules = [
  rule('pagination/client-follows-next', givenIn('pagination/client-follows-next'), isFollowed),
  rule(
    'pagination/client-uses-link-as-given',
    givenIn('pagination/client-uses-link-as-given'),
    // Another path has a row of its own.
    ({ link, follower }) =>
      follower?.pathname === link.pathname ? sorted(follower.query) === sorted(link.searchParams) : undefined,
  ),
  rule(
    'pagination/client-resolves-relative-links',
    givenIn('pagination/client-resolves-relative-links'),
    ({ link, follower }) =>
      follower && follower.pathname === link.pathname && follower.origin === link.origin,
  ),
  rule(
    'pagination/client-continues-past-short-page',
    givenIn('pagination/client-continues-past-short-page'),
    isFollowed,
  ),
  rule('pagination/client-stops-at-the-end', ends, ({ goesOn }) => !goesOn),
  rule(
    'pagination/client-accepts-any-link-order',
    (facts) => scenesFor('pagination/client-accepts-any-link-order')(facts).flatMap(linksIn),
    // Who follows no link at all, or stops after the first page, does not choose by position.
    (one) => isFollowed(one) || (wanders(one.scene) ? false : undefined),
  ),
  rule(
    'pagination/client-limit-within-10000',
    (facts) => facts.flatMap(({ requests }) => requests.filter(({ isList }) => isList)),
    ({ query }) => !query.has('limit') || Number(query.get('limit')) <= maxLimit,
  ),
  rule(
    'pagination/client-holds-each-record-once',
    scenesFor('pagination/client-holds-each-record-once'),
    (scene) => {
      const { claim, truth, requests, reached, isPlain } = scene;
      if (claim.says === 'complete' && reached) return holdsAll(scene) && claim.ids.length === truth.length;
      // Nothing went wrong, every page was served, and still there is no set.
      const isServed = linksIn(scene).every(isFollowed) && requests.some(({ isEnd }) => isEnd);
      return claim.says === 'incomplete' && claim.endedBy === 'itself' && isPlain && isServed
        ? false
        : undefined;
    },
  ),
  rule('pagination/client-stops-on-cycle', scenesFor('pagination/client-stops-on-cycle'), (scene) => {
    const { requests, claim, reached } = scene;
    if (!reached || claim.says === 'nothing') return undefined;
    // Who found a way of its own to every record was not caught in the ring.
    if (claim.says === 'complete' && holdsAll(scene)) return true;
    const rounds = Math.max(
      0,
      ...requests.map(({ path }) => requests.filter((one) => one.path === path).length),
    );
    return rounds <= 2 && claim.endedBy === 'itself' && claim.says === 'incomplete';
  }),
];

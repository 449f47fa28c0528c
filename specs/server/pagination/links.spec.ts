import { splitVersion } from '../../../src/client/links.ts';
import { pagingParams } from '../../../src/traffic/lists/list-address.ts';
import { groupOf, type ListGroup, type Lists } from '../../../src/traffic/lists/lists.ts';
import type { PageLink } from '../../../src/traffic/lists/page.ts';
import { alsoEach, claim, each, expect } from '../../support/server.ts';
import {
  expectCursorsOfThePage,
  expectHostRelativeLinks,
  expectKnownRels,
  expectParameterKept,
  expectSameCollection,
  linksOf,
} from './link-rules.ts';

const otherwise = { untested: 'no list was served', inapplicable: 'no page has such links' };

claim('pagination/links-host-relative', {
  cases: ({ lists }) => lists.topLevel,
  otherwise,
  assert: expectHostRelativeLinks,
});

claim('pagination/link-rels-known', {
  cases: ({ lists }) => lists.topLevel,
  otherwise,
  assert: expectKnownRels,
});

claim('pagination/link-cursor-form', {
  cases: ({ lists }) => lists.topLevel,
  otherwise,
  assert: expectCursorsOfThePage,
});

claim('pagination/next-stays-in-collection', {
  cases: ({ lists }) => lists.topLevel,
  otherwise,
  assert: expectSameCollection,
});

claim('pagination/links-keep-version', {
  cases: ({ lists }) => lists.served,
  otherwise,
  assert: ({ pages }) =>
    each(
      linksOf(pages).filter(({ target }) => target !== undefined),
      ({ rel, version, exchange }) => {
        const [asked] = splitVersion(exchange.pathname);
        expect(version, `A \`${rel}\` link changes the version.`).to.equal(asked);
      },
    ),
});

claim('pagination/self-link', {
  cases: ({ lists }) => lists.served,
  otherwise,
  assert: ({ pages }) => {
    each(pages, ({ links }) =>
      expect(
        links.map(({ rel }) => rel),
        'A list has no `self` link.',
      ).to.hold('self'),
    );
    alsoEach(
      linksOf(pages).filter(({ rel, isOnOrigin }) => rel === 'self' && isOnOrigin),
      expectOwnPage,
    );
  },
});

/** Whatever else it has: a `self` link with another path, cursor or limit leads to another page. */
function expectOwnPage(link: PageLink): void {
  const { target, page } = link;
  if (target === undefined) {
    expect(link, 'A `self` link leads to another collection.').to.stayInCollection();
    return;
  }
  const shown = Object.fromEntries(cursors.map((name) => [name, target.searchParams.get(name) ?? undefined]));
  const asked = { starting_after: page.after, ending_before: page.before };
  expect(shown, 'A `self` link leads to another page.').to.deep.equal(asked);
  // Without a limit it leads to the same records where all of them fit.
  const unsaid = page.isFollowedByRecords ? page.list.profile.limit.default : page.limit;
  const limit = target.searchParams.get('limit') ?? String(unsaid);
  expect(limit, 'A `self` link has another limit than its page.').to.equal(String(page.limit));
}

const cursors = ['starting_after', 'ending_before'] as const;

/** Pages that were requested with one parameter. */
interface PagesWithParameter extends ListGroup {
  /** `limit`, or a filter. */
  readonly name: string;
}

claim('pagination/links-keep-query', {
  cases: ({ lists }) => pagesByParameter(lists),
  otherwise: {
    untested: 'no list was served',
    inapplicable: 'no page that was requested with it has a `next` or `prev` link',
  },
  assert: expectParameterKept,
});

/** One case for `limit`, one for each filter. */
function pagesByParameter(lists: Lists): readonly PagesWithParameter[] {
  const served = lists.all.filter((list) => list.pages.length > 0);
  if (served.length === 0) return [];
  const asked = served.flatMap((list) => list.pages.flatMap((page) => [...page.exchange.query.keys()]));
  const filters = asked.filter((name) => !pagingParams.has(name));
  return [...new Set(['limit', ...filters])].map((name) => {
    const group = groupOf(
      name,
      served.filter((list) => list.pages.some((page) => page.asks(name))),
    );
    return { ...group, pages: group.pages.filter((page) => page.asks(name)) };
  });
}

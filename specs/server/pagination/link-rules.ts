import { greatest } from '../../../src/traffic/lists/ids.ts';
import type { Page, PageLink } from '../../../src/traffic/lists/page.ts';
import { each, expect, note } from '../../support/server.ts';
import type { Rule } from './page-rules.ts';

/** Documented values of `rel`. */
const rels = ['self', 'prev', 'next'];

export function linksOf(pages: readonly Page[]): readonly PageLink[] {
  return pages.flatMap((page) => page.links);
}

/** Links that decide what is read next. */
export function pagingLinksOf(pages: readonly Page[]): readonly PageLink[] {
  return linksOf(pages).filter(({ rel }) => rel === 'next' || rel === 'prev');
}

/** By origin, never by text: `//host`, `/\host` and a host after a tab begin with a slash as well. */
export const expectHostRelativeLinks: Rule = ({ pages }) =>
  each(linksOf(pages), (link) => {
    const { resolved, rel, isOnOrigin } = link;
    if (!isOnOrigin) expect(link, `A \`${rel}\` link is not safe to follow.`).to.be.hostRelative();
    else if (resolved.ok && resolved.form === 'relative')
      note('links are relative to the path of the page, not to the host');
    else expect(link, `A \`${rel}\` link names a host.`).to.be.hostRelative();
  });

export const expectKnownRels: Rule = ({ pages }) => {
  each(linksOf(pages), ({ rel }) => expect(rel, 'A link has an unknown `rel`.').to.be.oneOf(rels));
  for (const rel of rels)
    each(
      pages.filter(({ links }) => links.length > 0),
      ({ links }) =>
        expect(
          links.filter((link) => link.rel === rel),
          `A page has more than one \`${rel}\` link.`,
        ).to.have.sizeAtMost(1),
    );
};

/** `next` uses `starting_after` with the last id of the page, `prev` uses `ending_before` with the first one. */
export const expectCursorsOfThePage: Rule = ({ pages }) =>
  each(
    pagingLinksOf(pages).filter(({ target }) => target !== undefined),
    ({ rel, target, page }) => {
      const [param, other] =
        rel === 'next' ? ['starting_after', 'ending_before'] : ['ending_before', 'starting_after'];
      const cursors = target?.searchParams.getAll(param) ?? [];
      expect(cursors, `A \`${rel}\` link does not have exactly one \`${param}\`.`).to.have.size(1);
      expect(target?.searchParams.has(other), `A \`${rel}\` link has \`${other}\`.`).to.equal(false);
      const [cursor = ''] = cursors;
      const { ids, after, before } = page;
      const ends = rel === 'next' ? [ids.at(-1), greatest(ids)] : [ids[0]];
      // An empty page has no id of its own, and repeats the cursor of its request.
      const due = ids.length > 0 ? ends : [after, before];
      if (rel === 'prev' && cursor === after && !due.includes(cursor))
        note('prev repeats the cursor of the request, as the documented example does');
      else
        expect(cursor, `The cursor of a \`${rel}\` link is not an id of its page.`).to.be.oneOf([
          ...new Set(due.filter((id) => id !== undefined)),
        ]);
    },
  );

/** `next`, and `prev` as well: either decides what is read next. */
export const expectSameCollection: Rule = ({ pages }) =>
  each(
    pagingLinksOf(pages).filter(({ isOnOrigin }) => isOnOrigin),
    (link) => expect(link, `A \`${link.rel}\` link leads to another collection.`).to.stayInCollection(),
  );

/** Of pages that were requested with a parameter. */
export function expectParameterKept({ pages, name }: { pages: readonly Page[]; name: string }): void {
  each(
    pagingLinksOf(pages).filter(({ target }) => target !== undefined),
    ({ rel, target, exchange }) => {
      const kept = target?.searchParams.getAll(name).sort();
      expect(kept, `A \`${rel}\` link loses \`${name}\`.`).to.deep.equal(exchange.query.getAll(name).sort());
    },
  );
}

import { valueAt } from '../../contracts/relations.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../src/traffic/traffic.ts';
import { answeredWith, expectConclusive } from '../support/responses.ts';
import { claim, expect, note, undecided, violation } from '../support/server.ts';

/** Tokens of users, as a single sign-on gives them. */

claim('access/user-token', {
  cases: (traffic) => traffic.steps('access/user-token'),
  otherwise: { untested: 'no request with the token of a user was sent' },
  assert: ({ name, role }, { dataApi }) => {
    const [asked, control] = [role('asked'), role('control')];
    if (!asked) undecided('not-exercised', 'the token of a user was not used');
    expectConclusive(asked);
    // Whether it is the token of a user at all, only a state makes certain.
    if (!control && asked.isRefused) undecided('precondition-failed', answeredWith(asked));
    if (name !== '/me' && !control?.isServed)
      undecided('precondition-failed', `the user ${control ? answeredWith(control) : 'is not known'}`);
    expect(asked, `The token of a user is not served ${name}.`).to.have.status(200);
    const { id } = asked.record ?? {};
    if (control?.record)
      expect(id, `${name} shows another user.`).to.be.oneOf(idsOf(control.record, dataApi));
    else expect(typeof id, `${name} has no id.`).to.equal('string');
    if (name === '/me') expectOwnLinks(asked, dataApi);
  },
});

claim('access/user-token-cannot-page', {
  cases: (traffic) => traffic.steps('access/user-token-cannot-page'),
  otherwise: { untested: 'no list was requested with the token of a user' },
  assert: ({ role }) => {
    const [asked, control] = [role('asked'), role('control')];
    if (!asked || !control) undecided('not-exercised', 'the token of a user was not used');
    expectConclusive(asked);
    if (!hasNext(control)) undecided('not-offered', 'the list has a single page');
    if (asked.status === 200 && hasNext(asked))
      violation('The token of a user reads a list page by page.', {
        expected: 'a refusal, or a list without regard to the limit',
        actual: asked.summary,
      });
    if (asked.isServed) note('the limit is not looked at');
  },
});

/** Open question me-forms: the canonical link, and any to the same id, leads to the user, unless it is one of another version. */
function expectOwnLinks(
  { links, record, request, profile }: ReadExchange,
  { choices }: Traffic['dataApi'],
): void {
  const id = String(record?.id);
  const own = links
    .filter(({ uri }) => URL.canParse(uri, request.origin))
    .map(({ rel, uri }) => ({ rel, path: new URL(uri, request.origin).pathname }))
    .filter(({ path }) => path.startsWith(`${profile?.prefix}/`) && path !== `${profile?.prefix}/me`)
    .filter(({ rel, path }) => rel === 'canonical' || path.endsWith(`/${id}`));
  const others = own
    .map(({ path }) => path)
    .filter((path) => path !== `${profile?.prefix}/${choices.main}/${id}`);
  expect(others, '`/me` links to another record as the user.').to.be.empty;
}

function hasNext({ links }: Traffic['exchanges'][number]): boolean {
  return links.some(({ rel }) => rel === 'next');
}

/** The id of a user, and those of older versions. */
function idsOf(user: object, { relations }: Traffic['dataApi']): readonly unknown[] {
  return relations.forerunners.map(({ oldId }) => valueAt(user, oldId)).concat(valueAt(user, 'id'));
}

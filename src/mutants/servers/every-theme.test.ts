import { expect } from 'chai';
import { rewriting, type ServerMutant } from '../mutant.ts';
import { type Changeable, collectionAt, recordsOf } from './data-records.ts';
import {
  describeLegal,
  expectNoneFailed,
  foreign,
  outcomesOf,
  type ServerTheme,
  serverThemes,
  withOutcome,
} from './testing.ts';

/** Servers with nothing behind them; each answers everything alike, some of them with what one theme wants to hear. */
const nobody: Readonly<Record<string, () => Response>> = {
  'an empty object': () => Response.json({}),
  'an empty list': () => Response.json({ data: [], links: [] }),
  'an empty record': () => Response.json({ data: {}, links: [] }),
  'no content': () => new Response(null, { status: 204 }),
  'a web page': () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
  'a 400 of LMS Connect': () => Response.json({ message: 'INVALID_ID' }, { status: 400 }),
  'a 401 of LMS Connect': () => Response.json({ message: 'No authorization provided' }, { status: 401 }),
  'a 404 of the Data API': () => Response.json({ error: 'Resource not found' }, { status: 404 }),
  'a 404 of LMS Connect': () => Response.json({ message: 'Assignment does not exist' }, { status: 404 }),
  'a bare 405': () => new Response(null, { status: 405 }),
  'a bare 429': () => new Response(null, { status: 429 }),
  'a 500 with a message': () => Response.json({ error: 'Internal Server Error' }, { status: 500 }),
  'a bare 500': () => new Response('', { status: 500 }),
};

const isJson = ({ headers }: Response) => /json/.test(headers.get('content-type') ?? '');

/** Successes with a JSON body, rewritten. */
const inSuccesses = (change: (body: Changeable, url: URL) => unknown): ServerMutant['tamper'] =>
  rewriting(
    (_, __, response) => response.status === 200 && isJson(response),
    (body, _, url) => change(body, url),
  );

const turned = (members: object) => Object.fromEntries(Object.entries(members).reverse());

/** What every theme has to take. A server does all that stands in its row at once, so that a theme costs three runs. */
const legal: Readonly<Record<string, ServerMutant['tamper']>> = {
  'more fields than are described, members and links in another order': inSuccesses((body) => {
    for (const record of recordsOf(body)) if (record) record.mascot = { name: 'owl' };
    return turned({
      ...body,
      took: 3,
      ...(Array.isArray(body.data) ? {} : { data: turned(body.data) }),
      ...(Array.isArray(body.links) ? { links: body.links.reverse() } : {}),
    });
  }),
  'optional fields that are null, single records without links': inSuccesses((body, url) => {
    if (collectionAt(url) === 'students')
      for (const record of recordsOf(body))
        for (const name of ['dob', 'ell_status', 'email', 'grade', 'location', 'race']) record[name] ??= null;
    const { links, data } = body;
    return Array.isArray(data) ? { data, links } : { data };
  }),
  'labels in other letters, errors with their message under `message` and more beside it': (sandbox) => {
    const errors = rewriting(
      (_, __, response) => response.status >= 400 && isJson(response),
      ({ error, ...rest }) => ({ ...(error === undefined ? {} : { message: error }), ...rest, code: 17 }),
    )(sandbox);
    return async (request) => {
      const response = await errors(request);
      const headers = new Headers(response.headers);
      if (isJson(response)) headers.set('content-type', 'Application/JSON');
      return new Response(response.body, { status: response.status, headers });
    };
  },
};

/** Without an assignment of our own there is nothing to see in LMS Connect. */
const needsWrites: ReadonlySet<ServerTheme> = new Set<ServerTheme>(['lms', 'lms-errors']);

for (const theme of serverThemes) {
  describe(`servers with nothing behind them: ${theme}`, () => {
    for (const [what, make] of Object.entries(nobody))
      it(`${what} for everything passes nothing`, async () => {
        const outcomes = await outcomesOf(theme, { tamper: () => async () => make() });
        expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
      });
  });

  describeLegal(theme, legal);

  describe(`a foreign server: ${theme}`, () => {
    it('it gets reads only, and no made-up test token, and is not accused', async () => {
      const sent: Request[] = [];
      const outcomes = await outcomesOf(theme, { as: foreign([], sent) });
      expectNoneFailed(outcomes);
      expect(withOutcome(outcomes, 'passed').length === 0).to.equal(needsWrites.has(theme));
      const methods = new Set(sent.map((one) => one.method));
      expect([...methods].filter((one) => one !== 'GET' && one !== 'PROPFIND')).to.deep.equal([]);
      expect(sent.some((one) => one.headers.get('authorization')?.includes('TEST_TOKEN'))).to.equal(false);
    });
  });
}

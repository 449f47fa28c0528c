import { expect } from 'chai';
import type { Caught } from './formats/har-testing.ts';
import { type Body, changeBody, idsWith, judgeCaught, overPort, walk } from './testing.ts';
import { asUsers, ofV31, withBody } from './users-testing.ts';

/** Students, ten a page, as a version serves them: since v3.0 they are users. */
async function walkUnder(version: string): Promise<Caught[]> {
  const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
  return caught.map((one) =>
    version.startsWith('v3.')
      ? asUsers(one, version)
      : withBody(
          { ...one, url: one.url.replace('/v2.0/', `/${version}/`) },
          one.answer.replaceAll('/v2.0/', `/${version}/`),
        ),
  );
}

describe('a capture of another version', () => {
  for (const version of ['v1.1', 'v1.2'])
    it(`is judged on what all versions share: ${version}`, async () => {
      const { server } = judgeCaught(await walkUnder(version));
      expect(idsWith(server, 'failed', 'cantTell')).to.deep.equal([]);
      expect(idsWith(server, 'passed')).to.include.members([
        'pagination/next-walk-complete',
        'rate-limit/headers-well-formed',
        'errors/success-is-200',
      ]);
      const fields = server.outcomeOf('data/guaranteed-fields-present');
      expect(fields.outcome).to.equal('untested');
      expect(fields.why).to.include(`contains only ${version} of the Data API`);
    });

  for (const version of ['v2.1', 'v3.0', 'v3.1']) {
    it(`is judged by its own description: ${version}`, async () => {
      const caught = await walkUnder(version);
      const { server } = judgeCaught(caught);
      expect(idsWith(server, 'failed', 'cantTell')).to.deep.equal([]);
      expect(idsWith(server, 'passed')).to.include.members([
        'pagination/next-walk-complete',
        'data/list-envelope',
        'data/guaranteed-fields-present',
        'data/validated-fields-in-range',
        'data/item-uri',
        'rate-limit/headers-present',
      ]);
      changeBody(caught[1], ({ data }) => void data.splice(2, 2, ...data.slice(2, 4).reverse()));
      expect(idsWith(judgeCaught(caught).server, 'failed')).to.deep.equal(['pagination/ids-ascend']);
    });
  }

  for (const version of ['v3.0', 'v3.1'])
    it(`finds a role that lacks a guaranteed field: ${version}`, async () => {
      const caught = await walkUnder(version);
      for (const one of caught)
        changeBody(one, ({ data }) => {
          for (const { data: user } of data)
            delete (user.roles as { student: Record<string, unknown> }).student.sis_id;
        });
      const { server } = judgeCaught(caught);
      const { cases } = server.outcomeOf('data/guaranteed-fields-present');
      const [finding] = cases.flatMap(({ findings }) => findings);
      expect(finding?.message).to.include('User.roles.student.sis_id');
      expect(idsWith(server, 'failed')).to.deep.equal([
        'data/guaranteed-fields-present',
        'data/operation-answers',
      ]);
    });

  it('is judged beside others, each with its cases', async () => {
    const caught = [
      ...(await walkUnder('v2.0')),
      ...(await walkUnder('v3.1')).map((one) => ({ ...one, atMs: one.atMs + 60_000 })),
    ];
    const { server } = judgeCaught(caught);
    expect(idsWith(server, 'failed', 'cantTell')).to.deep.equal([]);
    const names = server.outcomeOf('data/list-envelope').cases.map(({ name }) => name);
    expect(names).to.include.members(['v2.0 getStudents', 'v3.1 getUsers']);
  });
});

describe('a path that only v3.1 has', () => {
  for (const [path, body] of Object.entries(ofV31))
    it(`is judged by its description: ${path}`, async () => {
      const [list] = await walkUnder('v3.1');
      const { origin } = new URL(list!.url);
      const at = (answer: unknown) => [
        list!,
        withBody({ ...list!, url: origin + path, atMs: list!.atMs + 500 }, JSON.stringify(answer)),
      ];
      expect(idsWith(judgeCaught(at(body)).server, 'failed', 'cantTell')).to.deep.equal([]);
      expect(idsWith(judgeCaught(at({ data: 1, count: 'many' })).server, 'failed')).to.not.be.empty;
    });
});

/** A recorded habit of some versions: what it makes of a walk, and what it breaks in versions whose documents promise otherwise. */
interface Habit {
  readonly what: string;
  readonly made: (caught: readonly Caught[]) => readonly Caught[];
  /** Versions in which it is no fault; in all others it breaks `breaks`. */
  readonly fine: readonly string[];
  readonly breaks?: string;
}

const versions = ['v1.1', 'v1.2', 'v2.0', 'v2.1', 'v3.0', 'v3.1'] as const;

/** A later request of the same client. */
function later(one: Caught, path: string, answer: Partial<Caught>): Caught {
  const [origin, version] = /^(https?:\/\/[^/]+)\/(v[\d.]+)/.exec(one.url)?.slice(1) ?? [];
  return { ...one, url: `${origin}/${version}/${path}`, atMs: one.atMs + 500, ...answer };
}

/** `users` */
function listOf({ url }: Caught): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

function webPage(one: Caught, path: string, status: number): Caught {
  const headers = one.answerHeaders.filter(([name]) => name.toLowerCase() !== 'content-type');
  return later(one, path, {
    status,
    answerHeaders: [...headers, ['content-type', 'text/html; charset=utf-8']],
    answer: `<!DOCTYPE html>\n<html><body><pre>Cannot GET /${path}</pre></body></html>`,
  });
}

/** The same list, asked for by the numbers of its pages; its last page repeats how many there are. */
function byNumber(caught: readonly Caught[]): readonly Caught[] {
  return caught.map((one, at) => {
    const number = at + 1;
    const { origin, pathname } = new URL(one.url);
    const pathOf = (page: number) => `${pathname}?limit=10&page=${page}`;
    const link = (rel: string, page: number) => ({ rel, uri: pathOf(page) });
    const { data } = JSON.parse(one.answer) as Body;
    const links = [
      link('self', number),
      ...(number < caught.length ? [link('next', number + 1)] : []),
      ...(at > 0 ? [link('prev', at)] : []),
    ];
    const paging = { current: number, total: caught.length, count: 25 };
    return { ...one, url: origin + pathOf(number), answer: JSON.stringify({ data, paging, links }) };
  });
}

const habits: readonly Habit[] = [
  {
    what: 'responses without headers of the rate limit',
    made: (caught) =>
      caught.map((one) => ({
        ...one,
        answerHeaders: one.answerHeaders.filter(([name]) => !/ratelimit/i.test(name)),
      })),
    fine: ['v1.1', 'v1.2'],
    breaks: 'rate-limit/headers-present',
  },
  {
    what: 'a list of bare records',
    made: ([one]) => {
      const { data } = JSON.parse(one?.answer ?? '') as Body;
      return [withBody(one!, JSON.stringify({ data: data.map((entry) => entry.data) }))];
    },
    fine: ['v1.1', 'v1.2'],
    breaks: 'data/list-envelope',
  },
  { what: 'pages by number', made: byNumber, fine: versions },
  {
    what: 'no resources',
    made: ([one]) => [one!, later(one!, 'resources', { answer: '{"resources":[]}' })],
    // v2.0 has no such path, and a list of any other kind needs its envelope.
    fine: versions,
  },
  {
    what: 'no resources in place of schools',
    made: ([one]) => [one!, later(one!, 'schools', { answer: '{"schools":[]}' })],
    fine: ['v1.1', 'v1.2'],
    breaks: 'data/list-envelope',
  },
  {
    what: 'a web page as a 404 to a token of another kind',
    made: ([one]) => [one!, webPage(one!, 'schools', 404)],
    fine: versions,
  },
  {
    what: 'a web page as a 413',
    made: ([one]) => [one!, webPage(one!, `${listOf(one!)}?limit=20000`, 413)],
    fine: versions,
  },
  {
    what: 'a web page as a 404 to a token that was served the list',
    made: ([one]) => [one!, webPage(one!, `${listOf(one!)}?limit=7`, 404)],
    fine: [],
    breaks: 'errors/message-readable',
  },
];

describe('a habit that recordings show', () => {
  for (const { what, made, fine, breaks } of habits)
    for (const version of versions)
      it(`${what}, ${version}: ${fine.includes(version) ? 'nothing fails' : breaks}`, async () => {
        const { server } = judgeCaught(made(await walkUnder(version)));
        const failed = idsWith(server, 'failed');
        if (!fine.includes(version)) expect(failed).to.include(breaks);
        else expect([...failed, ...idsWith(server, 'cantTell')]).to.deep.equal([]);
      });
});

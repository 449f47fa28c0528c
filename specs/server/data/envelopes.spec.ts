import { statusTable } from '../../../contracts/status-table.ts';
import type { Material } from '../../../src/claims/claim.ts';
import { isObject, isText, type Members } from '../../../src/text/json.ts';
import { isOtherEmptyList } from '../../../src/traffic/list-page.ts';
import type { OperationTraffic } from '../../../src/traffic/operation-traffic.ts';
import { type ReadExchange, shorten } from '../../../src/traffic/read-exchange.ts';
import { claim, each, expect, note, undecided, violation } from '../../support/server.ts';

const noList = 'no list was served with 200';

/** Responses that count records, which have a form of their own. */
interface Counts extends Material {
  readonly counts: readonly ReadExchange[];
}

claim<OperationTraffic | Counts>('data/list-envelope', {
  cases: ({ operations, exchanges }) => {
    const counts = exchanges.filter((one) => one.isCount);
    return [
      ...operations.requested.filter((one) => isServedAs(one, 'list') && !one.served.every(isOtherEmptyList)),
      ...(counts.length > 0 ? [{ name: 'counts', counts }] : []),
    ];
  },
  otherwise: { untested: noList },
  assert: (one) => {
    if ('counts' in one)
      return each(one.counts, ({ json }) => {
        const { count, links } = json as Members;
        expect(Number.isInteger(count), '`count` is not a whole number.').to.equal(true);
        expect(links, '`links` of a count is not an array.').to.have.jsonType('array');
      });
    const lists = one.served.filter((response) => !isOtherEmptyList(response));
    each(lists, (response) => {
      const { data, links } = bodyOf(response);
      expect(data, '`data` of a list is not an array.').to.have.jsonType('array');
      const entries = entriesIn(response);
      const unwrapped = entries.filter((entry) => !isObject(entry) || !isObject(entry.data));
      if (unwrapped.length > 0)
        violation(`${unwrapped.length} of ${entries.length} entries of a list are not wrapped.`, {
          expected: '{"data": record}',
          actual: shorten(JSON.stringify(unwrapped[0])),
        });
      expect(links, '`links` of a list is not an array.').to.have.jsonType('array');
      const malformed = (links as unknown[]).filter(
        (link) => !isObject(link) || !isText(link.rel) || !isText(link.uri),
      );
      if (malformed.length > 0)
        violation('A list has malformed links.', {
          expected: '{"rel": …, "uri": …}',
          actual: shorten(JSON.stringify(malformed[0])),
        });
    });
  },
  control: (one) => {
    if (!('counts' in one)) expectEntries(one);
  },
});

/** Links are optional here: recordings have them, and no client needs them. */
claim('data/single-envelope', {
  cases: ({ operations }) => operations.requested.filter((one) => isServedAs(one, 'single')),
  otherwise: { untested: 'no single record was served with 200' },
  assert: ({ served }) =>
    each(served, (response) => {
      const { data, links = [] } = bodyOf(response);
      expect(data, '`data` of a single record is not an object.').to.have.jsonType('object');
      expect(links, '`links` of a single record is not an array.').to.have.jsonType('array');
    }),
});

/** Documented nowhere, but in every recording: the path of the record itself, in the version of the request. */
claim('data/item-uri', {
  cases: ({ operations }) => operations.requested.filter((one) => isServedAs(one, 'list')),
  otherwise: { untested: noList },
  assert: ({ served, operation }, { dataApi }) =>
    each(served, (response) => {
      const path = `${response.addressed?.profile.prefix}${dataApi.collectionOf(operation.record)}`;
      const strays = entriesIn(response)
        .filter(isObject)
        .map(({ data, uri }) => ({ id: isObject(data) ? data.id : undefined, uri }))
        .filter(({ id, uri }) => isText(id) && uri !== `${path}/${id}`);
      const [first] = strays;
      if (first)
        expect(
          first.uri,
          `${strays.length} of ${entriesIn(response).length} items have no \`uri\` of their own.`,
        ).to.equal(`${path}/${first.id}`);
    }),
  control: expectEntries,
});

/** Successes and errors of each API are cases of their own: an LMS Connect error may be labelled as plain text. */
claim('data/json-content-type', {
  cases: ({ exchanges, profiles }) =>
    profiles.flatMap((profile) => {
      const bodies = exchanges.filter((one) => one.profile === profile && typeof one.json === 'object');
      const mayBePlain = profile.kind === 'lms';
      return [
        {
          name: `${profile.name} successes`,
          bodies: bodies.filter((one) => one.status < 400),
          mayBePlain: false,
        },
        { name: `${profile.name} errors`, bodies: bodies.filter((one) => one.status >= 400), mayBePlain },
      ].filter((one) => one.bodies.length > 0);
    }),
  otherwise: { untested: 'no response had a JSON body' },
  assert: ({ bodies, mayBePlain }) => {
    const byType = [...Map.groupBy(bodies, mediaType)].map(([type, some]) => ({
      type,
      some,
      exchange: some[0]!,
    }));
    each(byType, ({ type, some }) => {
      const share = `${some.length} of ${bodies.length}`;
      if (mayBePlain && type === 'text/plain') note(`${share} errors are labelled as plain text`);
      else
        expect(type, `${share} JSON bodies are not labelled as JSON.`).to.match(
          /^application\/([\w.+-]+\+)?json$/,
        );
    });
  },
});

/** Only reported: the documents do not say that their table of statuses is complete. */
claim('data/undocumented-status', {
  cases: ({ heads, profiles }) =>
    profiles
      .map((profile) => {
        const responses = heads.filter((one) => one.response && one.profile === profile);
        return { name: profile.name, kind: profile.kind, responses };
      })
      .filter((one) => one.responses.length > 0),
  otherwise: { untested: 'no response was received' },
  assert: ({ kind, responses }) => {
    for (const [status, some] of Map.groupBy(responses, (one) => one.status)) {
      if (statusTable.some((row) => row.status === status && row.apis.some((one) => one === kind))) continue;
      const [first] = some;
      note(
        `${status} is not documented: ${first?.method} ${first?.pathname} (request ${first?.seq}), ${some.length} responses`,
      );
    }
  },
});

/** Bare records have no envelope to judge. */
function isServedAs({ kind, operation, served }: OperationTraffic, answers: 'list' | 'single'): boolean {
  return kind === 'data' && operation.answers === answers && operation.enveloped && served.length > 0;
}

/** The members of a body that is a JSON object. */
function bodyOf(response: ReadExchange): Members {
  if (response.response?.isNotUtf8)
    violation('The body is not UTF-8, so it is not JSON.', { expected: 'UTF-8', actual: 'other bytes' });
  expect(response, 'The body is not a JSON object.').to.have.jsonObject();
  return response.json as Members;
}

/** The entries of `data`, whatever they are. */
function entriesIn({ entries = [] }: ReadExchange): readonly unknown[] {
  return entries;
}

/** An empty page does not show how records are wrapped. */
function expectEntries({ served }: OperationTraffic): void {
  if (served.every((one) => entriesIn(one).length === 0))
    undecided('not-offered', 'only empty pages were served');
}

/** `application/json` of `application/json; charset=utf-8`; `''` where there is no Content-Type. */
function mediaType(exchange: ReadExchange): string {
  return (exchange.header('content-type').split(';', 1)[0] ?? '').trim().toLowerCase();
}

import { statusTable } from '../../contracts/status-table.ts';
import { type Exchange, jsonOf, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { type Addressing, addressingsIn, collectionOf } from './data-records.ts';
import type { Judge } from './judge.ts';
import { describeAnswer, groupsOf, isObject, isText, profileOf, shorten } from './material.ts';

/** The most answers that are told of one case. */
const toldPerCase = 3;

/** What is wrong with an envelope, in `expected` and `actual`. */
type Fault = Pick<Finding, 'expected' | 'actual'>;

/** Judges every 200 of the operations that answer lists, or of those that answer one record; one case per operation. */
function perOperation(
  answers: 'list' | 'single',
  whyNone: string,
  judgeOne: (name: string, served: readonly Addressing[]) => CaseOutcome,
): Judge {
  return (exchanges, context) => {
    const served = groupsOf(addressingsIn(exchanges, context), ({ operation, exchange }) =>
      operation.answers === answers && exchange.response?.status === 200 ? operation.id : undefined,
    );
    return outcomeOf(
      [...served].map(([name, all]) => judgeOne(name, all)),
      whyNone,
    );
  };
}

function findingsOf(
  served: readonly Addressing[],
  message: string,
  faultsIn: (one: Addressing) => readonly Fault[],
): readonly Finding[] {
  return served
    .flatMap((one) => {
      const [fault, ...more] = faultsIn(one);
      if (!fault) return [];
      const actual = more.length === 0 ? fault.actual : `${fault.actual}; ${more.length} more in this answer`;
      return [findingAt(one.exchange, message, fault.expected, actual)];
    })
    .slice(0, toldPerCase);
}

const whyNoList = 'no list was answered with 200';

/** An empty page shows the envelope, but not how records are wrapped; alone it proves nothing. */
export const listEnvelope: Judge = perOperation('list', whyNoList, (name, served) => {
  const findings = findingsOf(
    served,
    `${name} does not answer with the envelope of a list.`,
    ({ exchange }) => listFaults(exchange),
  );
  if (findings.length > 0 || served.some(({ exchange }) => itemsIn(exchange).length > 0))
    return judged(name, findings);
  return undecided(name, 'inapplicable', 'only empty pages were served');
});

function listFaults(exchange: Exchange): readonly Fault[] {
  const body = jsonOf(exchange);
  if (!isObject(body)) return [{ expected: 'a JSON object', actual: kindOf(exchange) }];
  const faults: Fault[] = [];
  if (!Array.isArray(body.data)) faults.push({ expected: 'an array `data`', actual: membersOf(body) });
  const wrong = itemsIn(exchange).findIndex((item) => !isObject(item) || !isObject(item.data));
  if (wrong >= 0)
    faults.push({
      expected: 'each record wrapped as {"data": record}',
      actual: `entry ${wrong + 1}: ${membersOf(itemsIn(exchange)[wrong])}`,
    });
  if (!Array.isArray(body.links)) faults.push({ expected: 'an array `links`', actual: membersOf(body) });
  else if (!body.links.every((link) => isObject(link) && isText(link.rel) && isText(link.uri)))
    faults.push({
      expected: 'links of the form {"rel": …, "uri": …}',
      actual: shorten(JSON.stringify(body.links)),
    });
  return faults;
}

/** Links are optional here; recordings have them, and no client needs them. */
export const singleEnvelope: Judge = perOperation(
  'single',
  'no single record was answered with 200',
  (name, served) =>
    judged(
      name,
      findingsOf(served, `${name} does not answer with the envelope of one record.`, ({ exchange }) => {
        const body = jsonOf(exchange);
        if (!isObject(body)) return [{ expected: 'a JSON object', actual: kindOf(exchange) }];
        if (!isObject(body.data)) return [{ expected: 'an object `data`', actual: membersOf(body) }];
        if (body.links === undefined || Array.isArray(body.links)) return [];
        return [{ expected: '`links` absent or an array', actual: shorten(JSON.stringify(body.links)) }];
      }),
    ),
);

/** `uri` of an item: the path of the record itself, in the version of the request. */
export const itemUri: Judge = perOperation('list', whyNoList, (name, served) => {
  const findings = findingsOf(
    served,
    `Items of ${name} do not carry their own uri.`,
    ({ exchange, operation, profile }) =>
      itemsIn(exchange)
        .filter(isObject)
        .flatMap((item) => {
          const id = isObject(item.data) ? item.data.id : undefined;
          const expected = `${profile.prefix}${collectionOf(operation.record)}/${id}`;
          return typeof id !== 'string' || item.uri === expected
            ? []
            : [{ expected, actual: isText(item.uri) ? item.uri : 'no uri' }];
        }),
  );
  if (findings.length > 0 || served.some(({ exchange }) => itemsIn(exchange).length > 0))
    return judged(name, findings);
  return undecided(name, 'inapplicable', 'only empty pages were served');
});

/** Answers of both APIs, successes and errors apart: an LMS Connect error may be labelled as plain text. */
export const jsonContentType: Judge = (exchanges, context) => {
  const cases: CaseOutcome[] = [];
  for (const profile of context.profiles) {
    const bodies = exchanges.filter(
      (one) => profileOf(one, context.profiles) === profile && typeof jsonOf(one) === 'object',
    );
    for (const isError of [false, true]) {
      const own = bodies.filter((one) => (one.response?.status ?? 0) >= 400 === isError);
      if (own.length === 0) continue;
      const unlabelled = own.filter((one) => !isJsonType(one.response?.headers['content-type']));
      const tolerated = isError && profile.kind === 'lms' ? unlabelled.filter(isPlainText) : [];
      const findings = unlabelled
        .filter((one) => !tolerated.includes(one))
        .map((one) =>
          findingAt(
            one,
            'A JSON body is not labelled as JSON.',
            'application/json',
            one.response?.headers['content-type'] ?? 'no Content-Type',
          ),
        );
      const notes =
        tolerated.length > 0
          ? [`${tolerated.length} of ${own.length} errors are labelled as plain text`]
          : [];
      cases.push(judged(`${profile.name} ${isError ? 'errors' : 'successes'}`, atMost(findings), notes));
    }
  }
  return outcomeOf(cases, 'no answer had a JSON body');
};

function isJsonType(contentType = ''): boolean {
  return /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType);
}

function isPlainText({ response }: Exchange): boolean {
  return /^\s*text\/plain\s*(?:;|$)/i.test(response?.headers['content-type'] ?? '');
}

/** The first three, the last of them saying how many more there are. */
function atMost(findings: readonly Finding[]): readonly Finding[] {
  const more = findings.length - toldPerCase;
  return findings
    .slice(0, toldPerCase)
    .map((one, at) =>
      more > 0 && at === toldPerCase - 1 ? { ...one, message: `${one.message} So are ${more} more.` } : one,
    );
}

/** Reports only: the documents do not say that their table is complete. */
export const undocumentedStatus: Judge = (exchanges, context) => {
  const cases: CaseOutcome[] = [];
  for (const profile of context.profiles) {
    const answered = exchanges.filter((one) => one.response && profileOf(one, context.profiles) === profile);
    if (answered.length === 0) continue;
    const documented = new Set<number>(
      statusTable
        .filter(({ apis }) => apis.some((kind) => kind === profile.kind))
        .map(({ status }) => status),
    );
    const unknown = new Map<number, Exchange[]>();
    for (const one of answered) {
      const status = one.response?.status ?? 0;
      if (!documented.has(status)) unknown.set(status, [...(unknown.get(status) ?? []), one]);
    }
    const notes = [...unknown].map(([status, [first, ...more]]) => {
      const where = first ? `${first.request.method} ${pathnameOf(first)} (request ${first.seq})` : '';
      return `${status} stands in no document: ${where}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    });
    cases.push(judged(profile.name, [], notes));
  }
  return outcomeOf(cases, 'nothing was answered');
};

function itemsIn(exchange: Exchange): readonly unknown[] {
  const body = jsonOf(exchange);
  return isObject(body) && Array.isArray(body.data) ? body.data : [];
}

function kindOf(exchange: Exchange): string {
  const body = jsonOf(exchange);
  if (Array.isArray(body)) return 'a bare array';
  return body === undefined ? `no JSON: ${describeAnswer(exchange)}` : shorten(JSON.stringify(body));
}

/** The members of an object with their kinds: `records: array, links: array`. */
function membersOf(value: unknown): string {
  if (!isObject(value))
    return Array.isArray(value) ? 'an array' : shorten(JSON.stringify(value) ?? 'nothing');
  const members = Object.entries(value).map(
    ([name, one]) => `${name}: ${one === null ? 'null' : Array.isArray(one) ? 'array' : typeof one}`,
  );
  return shorten(members.join(', ')) || 'an empty object';
}

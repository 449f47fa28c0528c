import { idsIn } from '../../../contracts/relations.ts';
import { unjudgedPaths } from '../../../contracts/versions.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { ownerIn } from '../../../src/api.ts';
import {
  idInPath,
  isOutage,
  isScopeRefusal,
  type OperationTraffic,
} from '../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { alsoEach, claim, each, expect, note, undecided, violation } from '../../support/server.ts';

/**
 * Successes count whichever client requested them; errors count only for the suite's own valid requests. An operation that was not
 * requested is untested, and so is the requirement: where it passes, all operations were exercised.
 */
claim('data/operation-answers', {
  // Where the token of a run is refused it shows nothing: only users have such a path.
  cases: ({ operations }) =>
    operations.documented.filter(
      (one) => one.served.length > 0 || !unjudgedPaths.includes(one.operation.path),
    ),
  otherwise: {
    untested: 'no API with documented operations was selected',
    partly: (passed, all) => `${passed} of ${all} operations responded as described`,
  },
  assert: (operation, traffic) => {
    const { name, documentedStatuses, responsesToValidRequests, successes } = operation;
    expectNoFailures(operation, traffic);
    each(responsesToValidRequests, ({ status }) =>
      expect(status, `${name} responds with a status that is not documented.`).to.be.oneOf([
        ...documentedStatuses,
      ]),
    );
    each(successes, ({ faults }) =>
      each(faults, (fault) => violation(`The body of ${name} does not fit its description.`, fault)),
    );
    const isDocumented = responsesToValidRequests.every(({ status }) => documentedStatuses.includes(status));
    if (successes.length === 0 && isDocumented) expectServed(operation, traffic);
    else noteHiccups(operation);
    const other = successes.find(({ exchange }) => exchange.status !== 200);
    if (other) note(`responds with ${other.exchange.status} instead of the documented 200`);
  },
  control: ({ name, operation, kind, successes, served }) => {
    const isEmpty = served.every(({ entries = [] }) => entries.length === 0);
    if (kind === 'data' && operation.answers === 'list' && successes.length > 0 && isEmpty)
      undecided('not-offered', `the lists that ${name} serves are empty`);
  },
});

/** A read that is served at other times must not get anything else, except for what is documented as transient. */
function expectNoFailures(operation: OperationTraffic, traffic: Traffic): void {
  const { name, plainReads, kind } = operation;
  if (kind === 'lms' || !traffic.certainty.ownSteps) return;
  const failed = plainReads.filter(
    ({ status }) => status !== 200 && status < 500 && status !== 429 && status > 0,
  );
  alsoEach(
    failed.filter((one) => isServedOtherwise(one, operation, traffic)),
    (one) => expect(one, `${name} fails now and then.`).to.have.status(200),
  );
  const crashes = plainReads.filter(({ status }) => status === 500);
  if (plainReads.some(({ status }) => status === 200) && crashes.length > 1)
    alsoEach(crashes, (one) => expect(one, `${name} fails now and then.`).to.have.status(200));
}

/** Whether a failed read should have been served: its list is served at other times, or the record was still there. */
function isServedOtherwise(
  failed: ReadExchange,
  { operation, plainReads }: OperationTraffic,
  traffic: Traffic,
): boolean {
  const served = plainReads.filter((one) => one.status === 200 && one.token === failed.token);
  if (!operation.path.includes('{')) return served.length > 0;
  const isSame = (one: ReadExchange) => one.token === failed.token && idInPath(one) === idInPath(failed);
  // Its own type may be outside the scopes, or not shared.
  const lists = listOf(operation, traffic);
  if (isScopeRefusal(failed) || !lists.some((one) => one.status === 200)) return served.some(isSame);
  if (traffic.certainty.soleClient) return served.length > 0;
  // A record may be deleted while the suite reads, so it has to be served again.
  const record = `/${ownerIn(operation.path)}/{id}`;
  const again = [...served, ...traffic.operations.of(traffic.dataApi.readerOf(record))];
  return again.some((one) => one.seq > failed.seq && one.isServed && isSame(one));
}

/** Open question transient-failures. */
function noteHiccups({ plainReads }: OperationTraffic): void {
  const failed = plainReads.filter(isOutage).filter(({ status }) => status !== 429);
  const [first] = failed;
  if (first)
    note(
      `${failed.length} of ${plainReads.length} reads failed, such as request ${first.seq}: ${first.summary}`,
    );
}

/** Attempts of a write that are enough to tell a hiccup from an operation that never works; no write is sent again for that. */
const triedEnough = 3;

/** Fails for an operation of which each attempt, this one among them, was an outage (open question transient-failures). */
function expectWorks(name: string, asked: ReadExchange, traffic: Traffic): void {
  const isUp = traffic.exchanges.some((one) => one.seq > asked.seq && one.isServed);
  if (asked.status === 429 || !traffic.certainty.ownSteps || !isUp)
    undecided('inconclusive-response', `it could not be reached: ${asked.summary}`);
  if (asked.failure?.kind === 'too-large')
    undecided('unreadable', `its response is larger than the suite reads: ${asked.failure.message}`);
  expect(asked, `${name} never works: each attempt fails while other operations are served.`).to.have.status(
    200,
  );
}

/** What was requested of the list of an operation's records. */
function listOf({ record }: OperationModel, { operations, dataApi }: Traffic): readonly ReadExchange[] {
  return operations.of(dataApi.readerOf(dataApi.collectionOf(record)));
}

/** For an operation without a success: whether that is a violation, or why it is none. */
function expectServed(wanted: OperationTraffic, traffic: Traffic): void {
  const { name, kind, operation, exchanges, validRequests } = wanted;
  if (kind === 'lms') {
    const [asked] = validRequests.filter(isOutage).slice(triedEnough - 1);
    if (asked) expectWorks(name, asked, traffic);
    undecided(
      'not-exercised',
      exchanges.length === 0
        ? 'LMS Connect was not exercised: that needs to create assignments (--allow-writes)'
        : 'no request to it succeeded that could be judged',
    );
  }
  const asked = traffic
    .steps('data/operation-answers')
    .find((one) => one.name === name)
    ?.exchanges.at(-1);
  if (!asked) undecided(...notAskedReason(operation, traffic));
  if (isOutage(asked)) expectWorks(name, asked, traffic);
  const isTopLevel = !operation.path.includes('{');
  const type = traffic.dataApi.collectionOf(operation.record);
  // What is in no list of its own is compared with that of whom it belongs to: attendance with schools.
  const control = type === '' ? traffic.dataApi.readerOf(`/${ownerIn(operation.path)}`) : operation;
  const list = control ? listOf(control, traffic) : [];
  // A scope is for a type of records, and the id is of a record that this token was served.
  const isInScope = !isTopLevel && list.some((one) => one.servesRecords && one.token === asked.token);
  if (isScopeRefusal(asked) && !isInScope)
    undecided('not-offered', `${name} is outside the scopes of the token`);
  if (isRefusal(asked) && isNotGiven(type, traffic))
    undecided('not-offered', `${name} was refused (${asked.status}): not offered to this token`);
  // That it is not supported (501) is no answer of a server that has it.
  if (isRefusal(asked) && asked.status !== 501) {
    // Other servers may not share everything with the token.
    if (isTopLevel && !traffic.certainty.syntheticData)
      undecided(
        'ambiguous',
        `${name} was refused (${asked.status}): not offered, or not shared with this token`,
      );
    if (!isTopLevel && !list.some((one) => one.status === 200))
      undecided('no-control', `${name} was refused (${asked.status}), as was the list of such records`);
  }
  const validRequest = isTopLevel ? 'the token of the run' : 'an id from another response';
  each([asked], (response) =>
    expect(response, `${name} does not serve a request with ${validRequest}.`).to.have.status(200),
  );
}

/**
 * Whether nothing shows that the token is given a type of records that not every application is given, such as resources, and what is
 * in no list of its own, such as attendance. The sandbox gives both.
 */
function isNotGiven(list: string, { dataApi, operations, certainty }: Traffic): boolean {
  if (certainty.syntheticData) return false;
  if (list === '') return true;
  if (!dataApi.choices.optional.includes(list.slice(1))) return false;
  const asked = operations.of(dataApi.readerOf(list));
  return asked.length > 0 && asked.every(isRefusal);
}

/** Refused for good, whatever the reason. */
function isRefusal({ status }: ReadExchange): boolean {
  return [401, 403, 404, 501].includes(status);
}

/** The probe requests an operation wherever it finds an id for it. */
function notAskedReason({ path }: OperationModel, traffic: Traffic): Parameters<typeof undecided> {
  const { certainty, operations, dataApi } = traffic;
  if (!certainty.ownSteps) return ['not-exercised', 'no successful request to it is in the traffic'];
  const parent = dataApi.readerOf(`/${ownerIn(path)}`);
  const parentName = parent?.record ?? 'record';
  const lists = operations.of(parent).filter((one) => one.status === 200);
  const found = lists.flatMap((one) => one.carriedRecords);
  if (lists.length > 0 && found.length === 0) return ['not-offered', `there is no ${parentName}`];
  const fields = dataApi.relations.direct.find((one) => one.path === path && one.named === 'parent')?.fields;
  if (fields && found.length > 0 && found.every((one) => idsIn(one, fields).length === 0))
    return ['not-offered', `no ${parentName} that was found has a \`${fields.join(', ')}\``];
  if (isNotGiven(`/${ownerIn(path)}`, traffic))
    return ['not-offered', `no ${parentName} is offered to this token`];
  return ['not-exercised', `no ${parentName} was found to request it with`];
}

import type {
  NamedByChildren,
  NamedByParent,
  NamedElsewhere,
} from '../../../../src/traffic/records/relations.ts';
import type { Snapshot } from '../../../../src/traffic/records/snapshot.ts';
import { claim, each, expect, note, undecided } from '../../../support/server.ts';

claim('data/relations-resolve', {
  cases: ({ relations }) => relations,
  otherwise: {
    untested: 'no records of the Data API were requested',
    inapplicable: 'no record of this relation was requested',
  },
  assert: (relation) => {
    if (relation.kind === 'named-by-parent') expectIdsResolve(relation);
    else if (relation.kind === 'named-elsewhere') expectNamesAny(relation);
    else expectParentNamed(relation);
  },
  control: (relation, { snapshot }) => {
    if (relation.kind === 'named-by-parent') expectDecided(relation, snapshot);
    else if (relation.kind === 'named-elsewhere') {
      if (!relation.isKnown && !relation.lookUps.some(isConclusive)) expectExercised(snapshot);
    } else if (relation.lists.length > 0) return;
    else if (relation.isServed) undecided('not-offered', 'the lists that it served are empty');
    else expectExercised(snapshot);
  },
});

/** An id in a record leads to that record, and the second-level path serves what the record names. */
function expectIdsResolve({ name, parent, field, lookUps, comparisons }: NamedByParent): void {
  each(lookUps.filter(isConclusive), ({ exchange }) =>
    expect(exchange, `\`${field}\` of a ${parent} leads to a record that does not exist.`).to.have.status(
      200,
    ),
  );
  each(comparisons.filter(isConclusive), ({ parentId, missing, extra }) => {
    const where = `\`${field}\` of the ${parent} ${parentId}`;
    expect(missing, `${missing.length} of the records in ${where} are not served anywhere.`).to.be.empty;
    expect(extra, `${name} serves ${extra.length} records that are not in ${where}.`).to.be.empty;
  });
}

/** As many records may name by chance what is gone. */
const fewHolders = 2;

/** An id in a field leads to a record. Of the past, all that are named may be gone only if they are few. */
function expectNamesAny({ name, field, lookUps, isHistory, isKnown, holders }: NamedElsewhere): void {
  const [list] = name.split(' ');
  const found = lookUps.filter(isConclusive);
  if (isHistory && (isKnown || holders <= fewHolders)) {
    if (found.some(({ exchange }) => exchange.status !== 200))
      note(`\`${field}\` names records that are not served: they may be gone`);
    return;
  }
  each(found, ({ exchange }) =>
    expect(exchange, `\`${field}\` of ${list} leads to a record that does not exist.`).to.have.status(200),
  );
}

/** Where records have to be found. What is missing there is lost to every client that reads it. */
claim('data/no-record-missing', {
  cases: ({ recordPlaces }) => recordPlaces,
  otherwise: { untested: 'no two responses that show the same records were served' },
  assert: ({ name, readings }) =>
    each(readings, ({ missing }) => expect(missing, missingText(name, missing.length)).to.be.empty),
  control: ({ readings }) => {
    if (readings.every(({ doubtful }) => doubtful.length > 0))
      undecided('ambiguous', 'what is missing may have come or gone between two requests');
  },
});

function missingText(place: string, count: number): string {
  if (place.split('/').length === 3 && place.endsWith('}')) return `${place} serves another record.`;
  return `${place} lacks ${count === 1 ? 'a record that other responses have' : `${count} records that other responses have`}.`;
}

function expectParentNamed({ name, fields, lists }: NamedByChildren): void {
  const members = fields.map((one) => `\`${one}\``).join(' or ');
  each(
    lists,
    ({ parentId, strays }) =>
      expect(strays, `${name} serves records without ${parentId} in ${members}.`).to.be.empty,
  );
}

function isConclusive({ inconclusive }: { readonly inconclusive: string | undefined }): boolean {
  return inconclusive === undefined;
}

/** Where the data may have changed meanwhile, one open response outweighs those that agree. */
function expectDecided({ parent, field, hasIds, lookUps, comparisons }: NamedByParent, snapshot: Snapshot) {
  const isDecided = [...lookUps, ...comparisons].some(isConclusive);
  if (!isDecided && !hasIds) undecided('not-offered', `no ${parent} with \`${field}\` was seen`);
  if (isDecided && !snapshot.mayChange) return;
  for (const { inconclusive } of lookUps)
    if (inconclusive !== undefined) undecided('inconclusive-response', inconclusive);
  for (const { inconclusive } of comparisons)
    if (inconclusive !== undefined) undecided('ambiguous', inconclusive);
  if (!isDecided) expectExercised(snapshot);
}

/** The suite looks up what it finds; other traffic shows what its client needed. */
function expectExercised({ mayChange }: Snapshot): void {
  if (!mayChange) undecided('not-exercised', 'no record of this relation was requested');
}

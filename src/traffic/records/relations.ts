import { idsIn, type Reference, type Relation, valueAt } from '../../../contracts/relations.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { textOf } from '../../text/json.ts';
import { isFiltered } from '../lists/list-address.ts';
import { idInPath, isScopeRefusal } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { type FoundRecord, keyOf, recordsById } from './records-by-id.ts';
import type { Snapshot } from './snapshot.ts';

/** One relation between types, named by its second-level path: `/sections/{id}/teachers`. */
export type RelationTraffic = NamedByParent | NamedByChildren | NamedElsewhere;

/** The parent's field holds the ids of its relatives: `teachers` of a section. */
export interface NamedByParent {
  readonly kind: 'named-by-parent';
  readonly name: string;
  /** Schema name of the parent: `Section`. */
  readonly parent: string;
  /** Of several fields, all: `students, teachers`. */
  readonly field: string;
  /** Whether any parent with such ids was served. */
  readonly hasIds: boolean;
  /** Ids of the field that were requested by themselves. */
  readonly lookUps: readonly LookUp[];
  /** Responses of the second-level path, next to the field. */
  readonly comparisons: readonly Comparison[];
}

interface LookUp {
  readonly id: string;
  readonly exchange: ReadExchange;
  /** Why the response decides nothing. */
  readonly inconclusive: string | undefined;
}

interface Comparison {
  readonly exchange: ReadExchange;
  readonly parentId: string;
  /** Ids of the field that the path did not serve, though its list is whole, nor any other response. */
  readonly missing: readonly string[];
  /** Ids that the path served and that are not in the field. */
  readonly extra: readonly string[];
  /** Why a disagreement decides nothing. */
  readonly inconclusive: string | undefined;
}

/** The relatives name the parent: `term_id` of a section. */
export interface NamedByChildren {
  readonly kind: 'named-by-children';
  readonly name: string;
  /** Of several fields, one that names the parent is enough. */
  readonly fields: readonly string[];
  /** Whether the second-level path was served at all. */
  readonly isServed: boolean;
  /** Responses of the second-level path with records in them. */
  readonly lists: readonly ChildList[];
}

/** Ids in a field that no second-level path leads to: those of the schools where a student was enrolled. */
export interface NamedElsewhere {
  readonly kind: 'named-elsewhere';
  /** The list and the field: `/users roles.teacher.school`. */
  readonly name: string;
  readonly field: string;
  readonly isHistory: boolean;
  /** How many records name any. */
  readonly holders: number;
  /** Whether any of the ids is that of a record that was served. */
  readonly isKnown: boolean;
  /** Those that were requested by themselves. */
  readonly lookUps: readonly LookUp[];
}

interface ChildList {
  readonly exchange: ReadExchange;
  readonly parentId: string;
  /** Ids of the records that do not name the parent. */
  readonly strays: readonly string[];
}

/** One for each relation; none where nothing can be compared. */
export function findRelations(snapshot: Snapshot): readonly RelationTraffic[] {
  if (snapshot.exchanges.length === 0) return [];
  const known = recordsById(snapshot);
  const { direct, references } = snapshot.api.relations;
  return [
    ...direct.map((relation) =>
      relation.named === 'parent'
        ? namedByParent(relation, snapshot, known)
        : namedByChildren(relation, snapshot),
    ),
    ...references
      .map((reference) => namedElsewhere(reference, snapshot, known))
      .filter(({ holders }) => holders > 0),
  ];
}

function namedElsewhere(
  { list, field, target, isHistory = false }: Reference,
  snapshot: Snapshot,
  known: ReadonlyMap<string, FoundRecord>,
): NamedElsewhere {
  const { api } = snapshot;
  const [holder, type] = [list, target].map((path) => api.readerOf(path)?.record ?? '');
  const holders = [...known.values()]
    .filter((one) => one.type === holder)
    .map((one) => idsIn(one.record, [field]).map((id) => keyOf(one.token, type ?? '', id)))
    .filter((keys) => keys.length > 0);
  const named = new Set(holders.flat());
  return {
    kind: 'named-elsewhere',
    name: `${list} ${field}`,
    field,
    isHistory,
    holders: holders.length,
    isKnown: [...named].some((key) => known.has(key)),
    lookUps: lookUpsOf(named, type ?? '', snapshot),
  };
}

/** What was requested by ids that are named. */
function lookUpsOf(named: ReadonlySet<string>, type: string, snapshot: Snapshot): readonly LookUp[] {
  const { api, operations } = snapshot;
  return operations
    .of(api.readerOf(`${api.collectionOf(type)}/{id}`))
    .filter((one) => named.has(keyOf(one.token, type, idInPath(one))))
    .flatMap((one) => lookUpFrom(one, snapshot));
}

function namedByParent(
  { path, fields, of }: Relation,
  snapshot: Snapshot,
  known: ReadonlyMap<string, FoundRecord>,
): NamedByParent {
  const { api } = snapshot;
  const nested = api.readerOf(path);
  const type = nested?.record ?? '';
  const parent = api.readerOf(`/${path.split('/')[1]}`)?.record ?? '';
  const named = new Set<string>();
  for (const one of known.values())
    if (one.type === parent)
      for (const id of idsIn(one.record, fields)) named.add(keyOf(one.token, type, id));
  return {
    kind: 'named-by-parent',
    name: path,
    parent,
    field: fields.join(', '),
    hasIds: named.size > 0,
    lookUps: lookUpsOf(named, type, snapshot),
    comparisons: snapshot.operations.of(nested).flatMap((exchange) => {
      const parentRecord = known.get(keyOf(exchange.token, parent, idInPath(exchange)));
      const isParent = parentRecord && (of === undefined || valueAt(parentRecord.record, of) !== undefined);
      return isParent && !isFiltered(exchange) && isEnveloped(exchange, nested)
        ? [comparisonOf(exchange, parentRecord, fields, { snapshot, known })]
        : [];
    }),
  };
}

/** A 404 refutes an id, unless the record may have been deleted since, or the token may not see it. */
function lookUpFrom(exchange: ReadExchange, { mayChange }: Snapshot): readonly LookUp[] {
  const id = idInPath(exchange);
  const { status, summary } = exchange;
  // Without the documented envelope there is nothing to compare; that is another requirement.
  if (status === 200 && !exchange.record) return [];
  const isConclusive = status === 200 || (status === 404 && !isScopeRefusal(exchange) && !mayChange);
  const inconclusive = isConclusive ? undefined : `the request for ${id} was answered with ${summary}`;
  return [{ id, exchange, inconclusive }];
}

function comparisonOf(
  exchange: ReadExchange,
  parent: FoundRecord,
  fields: readonly string[],
  { snapshot, known }: { readonly snapshot: Snapshot; readonly known: ReadonlyMap<string, FoundRecord> },
): Comparison {
  const named = idsIn(parent.record, fields);
  const served = exchange.carriedRecords.map((one) => textOf(one.id));
  const { record: type, answers } = exchange.addressed!.operation;
  // A record that exists and is not here is missing, which is another requirement.
  const isUnknown = (id: string) => !known.has(keyOf(exchange.token, type, id));
  const missing = isWhole(exchange) ? named.filter((id) => !served.includes(id) && isUnknown(id)) : [];
  const extra = answers === 'list' ? served.filter((one) => !named.includes(one)) : [];
  const mayDiffer = snapshot.mayChangeBetween(exchange, parent.exchange);
  return {
    exchange,
    parentId: idInPath(exchange),
    missing,
    extra,
    inconclusive:
      missing.length + extra.length > 0 && mayDiffer
        ? 'the record and the second-level path disagree, which a change between the two requests explains'
        : undefined,
  };
}

function namedByChildren({ path, fields }: Relation, { operations, api }: Snapshot): NamedByChildren {
  const served = operations.of(api.readerOf(path)).filter((one) => one.status === 200);
  return {
    kind: 'named-by-children',
    name: path,
    fields,
    isServed: served.length > 0,
    lists: served
      .filter((one) => one.carriedRecords.length > 0)
      .map((exchange) => {
        const parentId = idInPath(exchange);
        const strays = exchange.carriedRecords.filter((record) => !idsIn(record, fields).includes(parentId));
        return { exchange, parentId, strays: strays.map((one) => textOf(one.id)) };
      }),
  };
}

function isEnveloped({ status, json, record }: ReadExchange, nested: OperationModel | undefined): boolean {
  if (nested?.answers !== 'list') return record !== undefined;
  return status === 200 && Array.isArray((json as { readonly data?: unknown } | undefined)?.data);
}

/** The list neither goes on nor began on an earlier page. */
function isWhole({ query, links }: ReadExchange): boolean {
  return (
    !query.has('starting_after') && !query.has('ending_before') && !links.some((link) => link.rel === 'next')
  );
}

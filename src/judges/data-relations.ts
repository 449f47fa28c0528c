import { idsIn, type Relation, relations } from '../../contracts/relations.ts';
import { model } from '../../generated/model.ts';
import { type Exchange, jsonOf, type Members, queryOf } from '../exchange.ts';
import type { OperationModel } from '../model.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import {
  type Addressing,
  addressingsIn,
  collectionOf,
  enveloped,
  isScopeRefusal,
  undisturbed,
} from './data-records.ts';
import type { Judge } from './judge.ts';
import { describeAnswer, groupsOf, linksIn, recordOf, shorten, tokenOf } from './material.ts';

/** In a captured file, what was answered so close together is of one state of the district. */
const togetherMs = 10_000;
/** The most findings that are told of one relation. */
const toldPerRelation = 3;

/**
 * One case per relation, named by its second-level path. Where the parent names its relatives, each id that was looked
 * up has to be found, and the second-level path answers exactly those; where the relatives name the parent, all that
 * the path answers do.
 */
export const relationsResolve: Judge = (exchanges, context) => {
  const addressings = addressingsIn(undisturbed(exchanges, context), context);
  if (addressings.length === 0) return outcomeOf([], 'no records of the Data API were looked up');
  const scene = sceneOf(addressings, context.subject === 'har');
  return outcomeOf(
    relations.map((relation) => (relation.named === 'parent' ? judgeNamed : judgeNaming)(relation, scene)),
    'no relations are described',
  );
};

interface Scene {
  readonly byOperation: ReadonlyMap<string, readonly Addressing[]>;
  /** Records by token, type and id; a record that was asked for by itself comes before one from a list. */
  readonly records: ReadonlyMap<string, SceneRecord>;
  /** In a captured file a record may have been deleted since its id was seen. */
  readonly isCaptured: boolean;
}

/** A record as one token sees it. */
interface SceneRecord {
  readonly token: string;
  readonly type: string;
  readonly record: Members;
  readonly exchange: Exchange;
}

function sceneOf(addressings: readonly Addressing[], isCaptured: boolean): Scene {
  const records = new Map<string, SceneRecord>();
  const ownOnes = new Set<string>();
  for (const one of addressings) {
    const isItself = one.operation.path === `${collectionOf(one.operation.record)}/{id}`;
    const token = tokenOf(one.exchange);
    const type = one.operation.record;
    for (const record of enveloped(one.exchange)) {
      const key = keyOf(token, type, String(record.id));
      if (ownOnes.has(key) && !isItself) continue;
      if (isItself) ownOnes.add(key);
      records.set(key, { token, type, record, exchange: one.exchange });
    }
  }
  return { byOperation: groupsOf(addressings, (one) => one.operation.id), records, isCaptured };
}

function keyOf(token: string, type: string, id: string): string {
  return `${token} ${type} ${id}`;
}

/** Gathered while a relation is judged. */
interface Found {
  readonly findings: Finding[];
  readonly doubtful: string[];
  checked: number;
}

function judgeNamed(relation: Relation, scene: Scene): CaseOutcome {
  const found: Found = { findings: [], doubtful: [], checked: 0 };
  const { parent, nested } = operationsOf(relation);
  const [field] = relation.fields;
  const named = new Set<string>();
  for (const { token, type, record } of scene.records.values()) {
    if (type !== parent?.record) continue;
    for (const id of idsIn(record, field)) named.add(keyOf(token, nested?.record ?? '', id));
  }
  const lookUp = singleOperationOf(nested?.record ?? '');
  for (const one of scene.byOperation.get(lookUp?.id ?? '') ?? []) {
    if (named.has(keyOf(tokenOf(one.exchange), nested?.record ?? '', one.id)))
      judgeLookUp(one, relation, scene, found);
  }
  for (const one of scene.byOperation.get(nested?.id ?? '') ?? [])
    judgeAgreement(one, relation, scene, found);
  if (found.checked === 0 && named.size === 0)
    return undecided(relation.path, 'inapplicable', `no ${parent?.record} with \`${field}\` was seen`);
  return caseOf(relation, scene, found);
}

/** An id that stands in a record leads to that very record. */
function judgeLookUp({ exchange, id }: Addressing, relation: Relation, scene: Scene, found: Found): void {
  const status = exchange.response?.status;
  const parentName = operationsOf(relation).parent?.record;
  const message = `\`${relation.fields[0]}\` of a ${parentName} leads nowhere.`;
  if (status === 404 && !isScopeRefusal(exchange) && !scene.isCaptured) {
    found.checked++;
    found.findings.push(findingAt(exchange, message, `the record ${id}`, describeAnswer(exchange)));
  } else if (status !== 200) found.doubtful.push(`${id} was answered with ${describeAnswer(exchange)}`);
  const record = recordOf(exchange);
  if (!record) return;
  found.checked++;
  if (record.id === id) return;
  found.findings.push(
    findingAt(
      exchange,
      `\`${relation.fields[0]}\` of a ${parentName} leads to another record.`,
      `the record ${id}`,
      `the record ${String(record.id)}`,
    ),
  );
}

/** The second-level path answers what the record names: all of it, unless the list goes on or began later. */
function judgeAgreement({ exchange, id }: Addressing, relation: Relation, scene: Scene, found: Found): void {
  const { parent, nested } = operationsOf(relation);
  const [field] = relation.fields;
  const known = scene.records.get(keyOf(tokenOf(exchange), parent?.record ?? '', id));
  const record = known?.record;
  if (!record || exchange.response?.status !== 200 || !isEnveloped(exchange, nested)) return;
  const served = enveloped(exchange).map((one) => String(one.id));
  const named = idsIn(record, field);
  found.checked++;
  const extra = served.filter((one) => !named.includes(one));
  const missing = isWhole(exchange) ? named.filter((one) => !served.includes(one)) : [];
  if (extra.length + missing.length === 0) return;
  const apartMs = Math.abs(exchange.request.sentAtMs - known.exchange.request.sentAtMs);
  if (scene.isCaptured && apartMs > togetherMs) {
    // Between the two answers the district may have changed.
    found.checked--;
    found.doubtful.push(
      `${relation.path} and the ${parent?.record} ${id} do not agree, which a change in between explains`,
    );
    return;
  }
  found.findings.push(
    findingAt(
      exchange,
      `${relation.path} and \`${field}\` of the ${parent?.record} ${id} do not agree.`,
      shorten(`${named.length}: ${named.join(', ') || 'none'}`),
      shorten(
        [
          ...(missing.length > 0 ? [`${missing.length} missing: ${missing.join(', ')}`] : []),
          ...(extra.length > 0 ? [`${extra.length} more: ${extra.join(', ')}`] : []),
        ].join('; '),
      ),
    ),
  );
}

function judgeNaming(relation: Relation, scene: Scene): CaseOutcome {
  const found: Found = { findings: [], doubtful: [], checked: 0 };
  const { nested } = operationsOf(relation);
  const asked = scene.byOperation.get(nested?.id ?? '') ?? [];
  for (const { exchange, id } of asked) {
    const records = enveloped(exchange);
    if (records.length > 0) found.checked++;
    const stray = records.filter((one) => !relation.fields.some((field) => idsIn(one, field).includes(id)));
    if (stray.length === 0) continue;
    found.findings.push(
      findingAt(
        exchange,
        `${relation.path} answers records that do not name ${id}.`,
        `${id} in ${relation.fields.map((one) => `\`${one}\``).join(' or ')} of each`,
        shorten(`not in ${stray.length}: ${stray.map((one) => String(one.id)).join(', ')}`),
      ),
    );
  }
  if (found.checked === 0 && asked.some((one) => one.exchange.response?.status === 200))
    return undecided(relation.path, 'inapplicable', 'the lists that it answered are empty');
  return caseOf(relation, scene, found);
}

function caseOf({ path }: Relation, scene: Scene, { findings, doubtful, checked }: Found): CaseOutcome {
  if (findings.length > 0) return judged(path, findings.slice(0, toldPerRelation));
  if (scene.isCaptured && doubtful[0] !== undefined) return undecided(path, 'cantTell', doubtful[0]);
  if (checked > 0) return judged(path, []);
  if (doubtful[0] !== undefined) return undecided(path, 'cantTell', doubtful[0]);
  // A captured file is judged by what is in it.
  return undecided(
    path,
    scene.isCaptured ? 'inapplicable' : 'untested',
    'no record of this relation was looked up',
  );
}

function isEnveloped(exchange: Exchange, nested: OperationModel | undefined): boolean {
  const { data } = (jsonOf(exchange) ?? {}) as { data?: unknown };
  return nested?.answers === 'list' ? Array.isArray(data) : recordOf(exchange) !== undefined;
}

function isWhole(exchange: Exchange): boolean {
  const query = queryOf(exchange);
  if (query.has('starting_after') || query.has('ending_before')) return false;
  return !linksIn(jsonOf(exchange)).some((link) => link.rel === 'next');
}

function operationsOf({ path }: Relation) {
  const nested = model.operations.find((one) => one.path === path);
  const parent = model.operations.find((one) => one.path === `/${path.split('/')[1]}`);
  return { parent, nested };
}

function singleOperationOf(type: string): OperationModel | undefined {
  return model.operations.find((one) => one.path === `${collectionOf(type)}/{id}`);
}

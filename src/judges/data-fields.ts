import { model } from '../../generated/model.ts';
import { collections } from '../collections.ts';
import type { Exchange, Members } from '../exchange.ts';
import type { FieldModel } from '../model.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { addressingsIn, recordsIn, resourceTypes, type SeenRecord } from './data-records.ts';
import { judgeValue, type ValueVerdict } from './data-values.ts';
import type { Judge } from './judge.ts';
import { isObject } from './material.ts';

const allTypes = collections.map((one) => one.type);
const whyNone = 'no record of the Data API was served';

/** One field of a schema, with those of the objects in it: `credentials.district_username`. */
interface Leaf {
  readonly name: string;
  readonly field: FieldModel;
  /** Names of the objects that lead to it: `['credentials']`. */
  readonly within: readonly string[];
  /** Its name in the last of them: `district_username`. */
  readonly member: string;
}

/** Nothing is guaranteed inside an object that is absent; that it is absent is told once, of the object itself. */
export const guaranteedFields: Judge = (exchanges, context) => {
  const seen = recordsIn(addressingsIn(exchanges, context)).filter((one) => !one.isPartial);
  const cases = byType(seen, allTypes).map(({ type, records }) => {
    if (records.length === 0) return undecided(type, 'inapplicable', `no ${type} was served`);
    const findings = leavesOf(type)
      .filter((leaf) => leaf.field.guaranteed)
      .flatMap((leaf) =>
        tally(records, ({ record }) => {
          const holder = holderOf(leaf, record);
          const value = holder?.[leaf.member];
          if (!holder || (value !== undefined && value !== null)) return undefined;
          return value === null ? 'null' : 'absent';
        }).map(({ what, times, first }) => ({
          message: `${type}.${leaf.name} is guaranteed, and is ${what} in ${times}.`,
          expected: `\`${leaf.name}\`, if only as an empty string`,
          actual: `${what} in the record ${idOf(first)}`,
          exchange: first.first.seq,
        })),
      );
    return judged(type, findings);
  });
  return seen.length === 0 ? outcomeOf([], whyNone) : outcomeOf(cases, whyNone);
};

/** Objects inside events count as well: a part of a record is still made of valid values. */
export const validatedFields: Judge = (exchanges, context) => {
  const seen = recordsIn(addressingsIn(exchanges, context)).filter((one) => one.type !== 'Event');
  const cases = byType(seen, resourceTypes).map(({ type, records }) => {
    if (records.length === 0) return undecided(type, 'inapplicable', `no ${type} was served`);
    const notes: string[] = [];
    const findings = leavesOf(type)
      .filter((leaf) => leaf.field.validated)
      .flatMap((leaf) => judgeLeaf(type, leaf, records, notes));
    return judged(type, findings, notes);
  });
  return seen.length === 0 ? outcomeOf([], whyNone) : outcomeOf(cases, whyNone);
};

function judgeLeaf(type: string, leaf: Leaf, records: readonly Served[], notes: string[]): Finding[] {
  const verdicts = new Map<Served, ValueVerdict>();
  for (const one of records) {
    const verdict = judgeValue(holderOf(leaf, one.record)?.[leaf.member], leaf.field);
    if (verdict.kind !== 'fine') verdicts.set(one, verdict);
  }
  if (verdicts.size === 0) return [];
  const tolerated = tally(records, (one) => {
    const verdict = verdicts.get(one);
    return verdict?.kind === 'tolerated' ? verdict.note : undefined;
  });
  for (const { what, times } of tolerated) notes.push(`${type}.${leaf.name} holds ${what}, in ${times}`);
  const wrong = tally(records, (one) => {
    const verdict = verdicts.get(one);
    return verdict?.kind === 'wrong' ? verdict.actual : undefined;
  });
  return wrong.map(({ what, times, first }) => {
    const verdict = verdicts.get(first);
    return {
      message: `${type}.${leaf.name} holds what it must not, in ${times}.`,
      expected: verdict?.kind === 'wrong' ? verdict.expected : '',
      actual: `${what} in the record ${idOf(first)}`,
      exchange: first.first.seq,
    };
  });
}

/** Reports only: a field may be added at any time. */
export const undocumentedFields: Judge = (exchanges, context) => {
  const seen = recordsIn(addressingsIn(exchanges, context));
  const cases = byType(seen, allTypes).map(({ type, records }): CaseOutcome => {
    if (records.length === 0) return undecided(type, 'inapplicable', `no ${type} was served`);
    const unknown = new Map<string, number>();
    for (const { record, times } of records) {
      for (const name of unknownIn(record, type)) unknown.set(name, (unknown.get(name) ?? 0) + times);
    }
    const notes = [...unknown].map(
      ([name, times]) => `${type}.${name} is not described; seen in ${times} of ${total(records)} records`,
    );
    return judged(type, [], notes);
  });
  return seen.length === 0 ? outcomeOf([], whyNone) : outcomeOf(cases, whyNone);
};

function unknownIn(value: unknown, schema: string): readonly string[] {
  const fields = model.schemas[schema]?.fields;
  if (!fields || !isObject(value)) return [];
  const unknown: string[] = [];
  for (const name of Object.keys(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) unknown.push(name);
    else if (field.ref !== undefined)
      for (const inner of unknownIn(value[name], field.ref)) unknown.push(`${name}.${inner}`);
  }
  return unknown;
}

/** A record, and how often it was served: a run sees most of them several times, and one look at each will do. */
interface Served {
  readonly record: Members;
  readonly first: Exchange;
  readonly times: number;
}

function byType(seen: readonly SeenRecord[], types: readonly string[]) {
  const served = new Map<string, Map<Members, Served>>(types.map((type) => [type, new Map()]));
  for (const { type, record, exchange } of seen) {
    const records = served.get(type);
    const known = records?.get(record);
    records?.set(record, { record, first: known?.first ?? exchange, times: (known?.times ?? 0) + 1 });
  }
  return types.map((type) => ({ type, records: [...(served.get(type)?.values() ?? [])] }));
}

function total(records: readonly Served[]): number {
  return records.reduce((sum, one) => sum + one.times, 0);
}

/** The fields of a schema and of the objects in it. An event's payload is the events theme's own. */
function leavesOf(schema: string): readonly Leaf[] {
  return Object.entries(model.schemas[schema]?.fields ?? {}).flatMap(([name, field]): readonly Leaf[] => {
    const own = { name, field, within: [], member: name };
    if (field.type !== 'object' || field.ref === undefined) return [own];
    const inner = leavesOf(field.ref).map((leaf) => ({
      ...leaf,
      name: `${name}.${leaf.name}`,
      within: [name, ...leaf.within],
    }));
    return [own, ...inner];
  });
}

/** The object that should hold a field, or `undefined` where it is not there. */
function holderOf({ within }: Leaf, record: unknown): Members | undefined {
  let holder = record;
  for (const name of within) holder = isObject(holder) ? holder[name] : undefined;
  return isObject(holder) ? holder : undefined;
}

/** The most different faults that are told of one field. */
const toldPerField = 3;

/** Faults of one field by their kind, each with how often it was seen and where first. */
function tally(records: readonly Served[], faultIn: (record: Served) => string | undefined) {
  const faults = new Map<string, { count: number; first: Served }>();
  for (const one of records) {
    const what = faultIn(one);
    if (what === undefined) continue;
    const known = faults.get(what);
    if (known) known.count += one.times;
    else faults.set(what, { count: one.times, first: one });
  }
  return [...faults].slice(0, toldPerField).map(([what, { count, first }]) => ({
    what,
    times: `${count} of the ${total(records)} times that one was served`,
    first,
  }));
}

function idOf({ record }: Served): string {
  return typeof record.id === 'string' ? record.id : 'without an id';
}

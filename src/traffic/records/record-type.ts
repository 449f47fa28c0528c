import type { FieldModel, SchemaModel } from '../../../openapi/model-types.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { type ReadExchange, shorten } from '../read-exchange.ts';
import { checkValue } from './values.ts';

/** A record that was served: each distinct one once, however often a run meets it. */
export interface ServedRecord {
  readonly record: Members;
  /** The response that served it first. */
  readonly exchange: ReadExchange;
  /** How often it was served. */
  readonly times: number;
}

/** The schemas of an API, by name. */
export type Schemas = Readonly<Record<string, SchemaModel>>;

/** The records of one type. */
export class RecordType {
  /** Schema name: `Student`. */
  readonly name: string;
  readonly schemas: Schemas;
  readonly records: readonly ServedRecord[];

  constructor(name: string, schemas: Schemas, records: readonly ServedRecord[]) {
    this.name = name;
    this.schemas = schemas;
    this.records = records;
  }

  /** Guaranteed fields, each with the records that lack it. */
  get guaranteedFields(): readonly FieldFaults[] {
    return guaranteedFields(this);
  }

  /** Validated fields, each with the records whose value is invalid. */
  get validatedFields(): readonly ValidatedField[] {
    return validatedFields(this);
  }

  /** Fields that the description does not have. */
  get undocumentedFields(): readonly UndocumentedField[] {
    return undocumentedFields(this);
  }
}

/** Records that deviate in one field in the same way. */
export interface Deviation {
  /** What the field must hold, or what is tolerated in it. */
  readonly expected: string;
  /** The different values, as JSON; `absent` for none. */
  readonly actual: string;
  /** How often such a record was served, and the number that it is of: `3 of 120 records`. */
  readonly share: string;
  /** Id of the first such record, and the response that served it. */
  readonly recordId: string;
  readonly exchange: ReadExchange;
}

export interface FieldFaults {
  /** `Student.sis_id`; of an object within: `Student.credentials.district_username`. */
  readonly name: string;
  readonly faults: readonly Deviation[];
}

export interface ValidatedField extends FieldFaults {
  /** Documented alternatives that occur. */
  readonly tolerated: readonly Deviation[];
}

export interface UndocumentedField {
  readonly name: string;
  /** `3 of 120 records` */
  readonly share: string;
}

/** Nothing is guaranteed inside an object that is absent: its absence is a fault of the object itself. */
function guaranteedFields(type: RecordType): readonly FieldFaults[] {
  return leavesOf(type.name, type.schemas)
    .filter((leaf) => leaf.field.guaranteed)
    .map((leaf) => {
      const faults = new Map<ServedRecord, Fault>();
      for (const one of type.records) {
        const holder = holderOf(leaf, one.record);
        const value = holder?.[leaf.member];
        if (!holder || (value !== undefined && value !== null)) continue;
        const actual = value === null ? 'null' : 'absent';
        faults.set(one, { kind: actual, expected: 'a value, if only an empty string', actual });
      }
      return { name: `${type.name}.${leaf.name}`, faults: deviations(type, faults) };
    });
}

function validatedFields(type: RecordType): readonly ValidatedField[] {
  return leavesOf(type.name, type.schemas)
    .filter((leaf) => leaf.field.validated)
    .map((leaf) => {
      const faults = new Map<ServedRecord, Fault>();
      const tolerated = new Map<ServedRecord, Fault>();
      for (const one of type.records) {
        const check = checkValue(holderOf(leaf, one.record)?.[leaf.member], leaf.field);
        if (check.kind === 'invalid') faults.set(one, { ...check, kind: check.expected });
        else if (check.kind === 'tolerated')
          tolerated.set(one, { kind: check.note, expected: check.note, actual: '' });
      }
      return {
        name: `${type.name}.${leaf.name}`,
        faults: deviations(type, faults),
        tolerated: deviations(type, tolerated),
      };
    });
}

function undocumentedFields({ name: type, records, schemas }: RecordType): readonly UndocumentedField[] {
  const counts = new Map<string, number>();
  for (const { record, times } of records)
    for (const name of undocumentedIn(record, type, schemas))
      counts.set(name, (counts.get(name) ?? 0) + times);
  const named = [...counts].slice(0, maxNamed);
  const fields = named.map(([name, count]) => ({ name: `${type}.${name}`, share: shareOf(count, records) }));
  if (counts.size <= maxNamed) return fields;
  const most = [...counts.values()].slice(maxNamed).reduce((one, other) => Math.max(one, other), 0);
  const rest = `each of ${counts.size - maxNamed} more fields of ${type}`;
  return [...fields, { name: rest, share: `at most ${shareOf(most, records)}` }];
}

/** Undocumented fields that are named for a type. A broken record may have hundreds of thousands. */
const maxNamed = 100;

function undocumentedIn(value: unknown, schema: string, schemas: Schemas): readonly string[] {
  const fields = schemas[schema]?.fields;
  if (!fields || !isObject(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return [name];
    if (field.ref === undefined) return [];
    return undocumentedIn(value[name], field.ref, schemas).map((inner) => `${name}.${inner}`);
  });
}

/** Why a record deviates in a field; equal kinds are one deviation. */
interface Fault {
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

function deviations({ records }: RecordType, faults: ReadonlyMap<ServedRecord, Fault>): readonly Deviation[] {
  const groups = new Map<string, { fault: Fault; count: number; first: ServedRecord; values: Set<string> }>();
  for (const [one, fault] of faults) {
    const known = groups.get(fault.kind) ?? { fault, count: 0, first: one, values: new Set() };
    groups.set(fault.kind, known);
    known.count += one.times;
    known.values.add(fault.actual);
  }
  return [...groups.values()].map(({ fault, count, first, values }) => ({
    expected: fault.expected,
    actual: shorten([...values].join(', ')),
    share: shareOf(count, records),
    recordId: typeof first.record.id === 'string' ? first.record.id : 'without an id',
    exchange: first.exchange,
  }));
}

function shareOf(count: number, records: readonly ServedRecord[]): string {
  return `${count} of ${records.reduce((sum, one) => sum + one.times, 0)} records`;
}

/** One field of a schema, or of an object within. */
interface Leaf {
  /** `credentials.district_username` */
  readonly name: string;
  readonly field: FieldModel;
  /** Names of the objects that lead to it: `['credentials']`. */
  readonly within: readonly string[];
  /** Its name in the last of them: `district_username`. */
  readonly member: string;
}

/** The fields of a schema and of the objects within. What an event carries is a requirement of the category `events`. */
function leavesOf(schema: string, schemas: Schemas): readonly Leaf[] {
  return Object.entries(schemas[schema]?.fields ?? {}).flatMap(([name, field]): readonly Leaf[] => {
    const own = { name, field, within: [], member: name };
    if (field.type !== 'object' || field.ref === undefined) return [own];
    const inner = leavesOf(field.ref, schemas).map((leaf) => ({
      ...leaf,
      name: `${name}.${leaf.name}`,
      within: [name, ...leaf.within],
    }));
    return [own, ...inner];
  });
}

/** The object that has a field, or `undefined` where there is none. */
function holderOf({ within }: Leaf, record: unknown): Members | undefined {
  let holder = record;
  for (const name of within) holder = isObject(holder) ? holder[name] : undefined;
  return isObject(holder) ? holder : undefined;
}

import type { FieldModel, OperationModel } from '../../../../openapi/model-types.ts';
import type { ServerFault } from './fault.ts';
import { at, isServed, type Places, schemasOf, strayId } from './places.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of any type
type Fields = any;

interface FieldOperator {
  readonly operator: string;
  readonly fits: (field: FieldModel) => boolean;
  /** `undefined` drops the field. */
  readonly value: (value: unknown, field: FieldModel) => unknown;
}

const operators: readonly FieldOperator[] = [
  { operator: 'drop-field', fits: ({ guaranteed }) => guaranteed, value: () => undefined },
  { operator: 'null-field', fits: ({ guaranteed }) => guaranteed, value: () => null },
  { operator: 'other-type', fits: () => true, value: (value, { type }) => wrongTyped(value, type) },
  {
    operator: 'unlisted-value',
    fits: ({ enum: listed, pattern, format, type }) =>
      type === 'string' && (listed !== undefined || pattern !== undefined || format !== undefined),
    value: () => 'not-listed',
  },
  {
    operator: 'other-value',
    // The redaction keeps whether two of these are equal; of any other value no claim can know.
    fits: (field) => otherValue(field, '') !== undefined,
    value: (value, field) => otherValue(field, value) ?? value,
  },
];

function wrongTyped(value: unknown, type: FieldModel['type']): unknown {
  if (type === 'string') return { value };
  return type === 'array' ? { 0: value } : `${JSON.stringify(value)}`;
}

/** Another value as valid as this one; `undefined` where there is none that a claim can distinguish. */
function otherValue({ enum: listed, redact, format }: FieldModel, value: unknown): unknown {
  if (redact === 'category' || redact === 'keep') return listed?.find((one) => one !== value && one !== '');
  if (redact === 'id' && format === 'object-id') return strayId;
  return undefined;
}

/** Fields dropped, emptied or altered in the records of every operation, and in the objects within. */
export const fieldFaults = ({ withRecords }: Places): readonly ServerFault[] =>
  withRecords.flatMap((operation) =>
    leavesOf(operation.record, schemasOf(operation)).flatMap((leaf) =>
      operators
        .filter(({ fits }) => fits(leaf.field))
        .map(({ operator, value }) => fieldFault(operation, leaf, operator, (old) => value(old, leaf.field))),
    ),
  );

/** A field of a record, or of an object within. */
interface Leaf {
  /** `roles.student.sis_id` */
  readonly name: string;
  readonly field: FieldModel;
  /** The members that lead to its object, through the items of lists. */
  readonly within: readonly string[];
  readonly member: string;
}

function leavesOf(schema: string, schemas: ReturnType<typeof schemasOf>): readonly Leaf[] {
  return Object.entries(schemas[schema]?.fields ?? {}).flatMap(([name, field]): readonly Leaf[] => {
    const own = { name, field, within: [], member: name };
    if (field.ref === undefined) return [own];
    const inner = leavesOf(field.ref, schemas).map((leaf) => ({
      ...leaf,
      name: `${name}.${leaf.name}`,
      within: [name, ...leaf.within],
    }));
    return [own, ...inner];
  });
}

function fieldFault(
  operation: OperationModel,
  { name, within, member }: Leaf,
  operator: string,
  value: (old: unknown) => unknown,
): ServerFault {
  const holders = (body: Fields) =>
    recordsOf(body)
      .flatMap((record) => holdersIn(record, within))
      .filter((holder) => isFilled(holder[member]));
  return at(operation, {
    operator,
    theme: 'data',
    detail: name,
    when: (asked, answer) => isServed(asked, answer) && holders(answer.json).length > 0,
    change: ({ answer }) =>
      answer.edited((body) => {
        for (const holder of holders(body)) holder[member] = value(holder[member]);
      }),
  });
}

/** The objects that members lead to. */
function holdersIn(value: Fields, [name, ...rest]: readonly string[]): Fields[] {
  if (Array.isArray(value))
    return value.flatMap((one) => holdersIn(one, name === undefined ? [] : [name, ...rest]));
  if (typeof value !== 'object' || value === null) return [];
  return name === undefined ? [value] : holdersIn(value[name], rest);
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function recordsOf(body: Fields): Fields[] {
  const { data } = body ?? {};
  if (Array.isArray(data)) return data.map((item) => item?.data);
  return data ? [data] : [];
}

/** The two parts of an event that its type decides about. */
const eventParts = ['object', 'previous_attributes'] as const;

/** Events of one type with a part missing or with another type, in the list and by id. */
export const eventFaults = ({ withRecords }: Places): readonly ServerFault[] =>
  withRecords
    .filter((one) => one.record === 'Event')
    .flatMap((operation) =>
      Object.keys(schemasOf(operation).Event?.variants?.schemas ?? {}).flatMap((type) => {
        const change = (operator: string, detail: string, edit: (event: Fields) => void) =>
          at(operation, {
            operator,
            theme: 'events',
            detail,
            when: (asked, answer) =>
              isServed(asked, answer) && recordsOf(answer.json).some((event) => event?.type === type),
            change: ({ answer }) =>
              answer.edited((body) => {
                for (const event of recordsOf(body)) if (event?.type === type) edit(event);
              }),
          });
        return [
          ...eventParts.map((part) =>
            change('drop-event-part', `${type}, ${part}`, (event) => {
              delete event[part];
              delete event.data?.[part];
            }),
          ),
          ...eventParts.map((part) =>
            change('null-event-part', `${type}, ${part}`, (event) => {
              if (event[part]) event[part] = null;
              if (event.data?.[part]) event.data[part] = null;
            }),
          ),
          change('unlisted-event-type', type, (event) => {
            event.type = event.type.replace('.', '.re');
          }),
        ];
      }),
    );

import { model } from '../../../../generated/model.ts';
import type { FieldModel, OperationModel } from '../../../../openapi/model-types.ts';
import type { ServerFault } from './fault.ts';
import { at, isServed, strayId, withRecords } from './places.ts';

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

/** Fields dropped, emptied or altered in the records of every operation. */
export const fieldFaults: readonly ServerFault[] = withRecords.flatMap((operation) =>
  Object.entries(model.schemas[operation.record]?.fields ?? {}).flatMap(([name, field]) =>
    operators
      .filter(({ fits }) => fits(field))
      .map(({ operator, value }) => fieldFault(operation, name, operator, (old) => value(old, field))),
  ),
);

function fieldFault(
  operation: OperationModel,
  name: string,
  operator: string,
  value: (old: unknown) => unknown,
): ServerFault {
  return at(operation, {
    operator,
    theme: 'data',
    detail: name,
    when: (asked, answer) =>
      isServed(asked, answer) && recordsOf(answer.json).some((record) => isFilled(record?.[name])),
    change: ({ answer }) =>
      answer.edited((body) => {
        for (const record of recordsOf(body))
          if (isFilled(record?.[name])) record[name] = value(record[name]);
      }),
  });
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

const types = Object.keys(model.schemas.Event?.variants?.schemas ?? {});

/** Events of one type with a part missing or with another type, in the list and by id. */
export const eventFaults: readonly ServerFault[] = withRecords
  .filter((one) => one.record === 'Event')
  .flatMap((operation) =>
    types.flatMap((type) => {
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

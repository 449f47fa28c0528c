import type { Schema } from './schema.ts';
import { schemaName, withoutNull } from './schema.ts';

const day =
  '[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))';
const time = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?';
/** An RFC 3339 date-time. 29 February is accepted in every year. */
const instant = `${day}[Tt]${time}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])`;

/** The formats of the documents. Regular expressions without nested repetition, so that they run in linear time. */
export const formats: Readonly<Record<string, string>> = {
  'date-time': instant,
  'date-or-date-time': `(?:${day}|${instant})`,
  'object-id': '[0-9a-fA-F]{24}',
  uuid: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
};
/** The format that accepts an empty string as well. */
export const orEmpty = (format: string) => `${format} or empty`;

/** Whether a schema is one value, such as an enum: leaves are inlined, everything else is a function. */
export function isLeaf(schema: Schema | undefined): boolean {
  return schema !== undefined && !schema.properties && !schema.allOf && !schema.anyOf && !schema.oneOf;
}

/** Names of the schemas that can be reached from some names, these included. */
export function reachable(
  from: ReadonlySet<string>,
  sources: ReadonlyMap<string, Schema>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = JSON.stringify(sources.get(name) ?? {});
    for (const [, next] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) if (next) visit(next);
  };
  for (const name of from) visit(name);
  return seen;
}

/** The discriminator property of a union, by the name of the variant. */
export function tagsOf(sources: ReadonlyMap<string, Schema>): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const { discriminator, oneOf } of sources.values()) {
    for (const { $ref } of discriminator ? (oneOf ?? []) : []) {
      if ($ref && discriminator) tags.set(schemaName($ref), discriminator.propertyName);
    }
  }
  return tags;
}

/** Tolerances of a validator compared with the document, as observed in real responses. */
export interface Tolerance {
  /** Accept an empty string in an enum, and in an optional field that has a format or a pattern. */
  readonly empty: boolean;
  /** A property without this tolerance. */
  readonly exceptOf?: string | undefined;
}

/**
 * A choice between bodies that differ in their members, so that a faulty body is judged as one of them and not as
 * all: the first, unless it lacks what the first requires and has what another one does.
 */
function byMembers(choices: readonly Schema[], sources: ReadonlyMap<string, Schema>): object {
  const refs = choices.map(({ $ref }) => schemaName($ref ?? ''));
  const required = (name: string | undefined) => sources.get(name ?? '')?.required ?? [];
  const [first = '', ...others] = refs;
  return others.reduce<object>(
    (otherwise, name) => {
      const own = required(name).filter((member) => !required(first).includes(member));
      const missing = required(first).filter((member) => !required(name).includes(member));
      if (own.length === 0 || missing.length === 0) throw new Error(`${first} and ${name} look alike`);
      return {
        if: { type: 'object', required: own, not: { required: missing } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { $ref: name },
        else: otherwise,
      };
    },
    { $ref: first },
  );
}

/** A schema as the validators judge it: without prose, leaves inlined, tolerant for responses. */
export function wireSchema(
  schema: Schema,
  sources: ReadonlyMap<string, Schema>,
  tolerance: Tolerance,
  required: boolean,
): object {
  const tolerant = tolerance.empty;
  const again = (inner: Schema, inRequired = true, empty = tolerant) =>
    wireSchema(inner, sources, { empty }, inRequired);
  const { schema: bare, nullable } = withoutNull(schema);
  if (bare !== schema && nullable) {
    return { if: { type: 'null' }, else: again(bare, required) };
  }
  if (schema.$ref) {
    const name = schemaName(schema.$ref);
    const target = sources.get(name);
    return target && isLeaf(target) ? again(target, required) : { $ref: name };
  }
  const { enum: values, format, pattern } = schema;
  return {
    ...(schema.type ? { type: schema.type } : {}),
    ...(schema.required ? { required: schema.required } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, property]) => [
              name,
              again(
                property,
                schema.required?.includes(name) ?? false,
                tolerant && name !== tolerance.exceptOf,
              ),
            ]),
          ),
        }
      : {}),
    ...(schema.items ? { items: again(schema.items) } : {}),
    ...(schema.allOf ? { allOf: schema.allOf.map((part) => again(part)) } : {}),
    ...(schema.anyOf ? { anyOf: schema.anyOf.map((part) => again(part)) } : {}),
    ...(schema.oneOf && schema.discriminator
      ? {
          type: 'object',
          discriminator: { propertyName: schema.discriminator.propertyName },
          oneOf: schema.oneOf.map((part) => again(part)),
        }
      : {}),
    ...(schema.oneOf && !schema.discriminator ? byMembers(schema.oneOf, sources) : {}),
    ...(values ? { enum: tolerant && !values.includes('') ? [...values, ''] : values } : {}),
    ...(format ? { format: tolerant && !required ? orEmpty(format) : format } : {}),
    ...(pattern ? { pattern: tolerant && !required ? `^$|${pattern}` : pattern } : {}),
  };
}

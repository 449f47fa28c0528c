import type { FieldModel, OperationModel } from '../../../openapi/model-types.ts';
import type { Api } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { eachLike, integer, like, number, regex, type Template } from './matchers.ts';

type Schemas = Api['schemas'];

const objectId = '^[0-9a-fA-F]{24}$';
const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/**
 * The part of a body that a consumer may rely on: guaranteed fields by type, ids and dates by format, with the example's
 * values. Enums are matched by type only, because servers send unlisted values, which clients must accept; callers can add a
 * stricter matcher. `also`: fields that are expected although they are not guaranteed.
 */
export function templateOf(
  schemas: Schemas,
  schemaName: string,
  example: unknown,
  also: readonly string[] = [],
): Template {
  if (!isObject(example)) return like(plain(example));
  const schema = schemas[variantOf(schemas, schemaName, example)];
  const members = Object.entries(schema?.fields ?? {})
    .filter(
      ([name, field]) =>
        (field.guaranteed || also.includes(name)) && example[name] !== undefined && example[name] !== null,
    )
    .map(([name, field]) => [name, templateOfField(schemas, field, example[name])]);
  // Without guaranteed fields, it must still be an object.
  return members.length === 0 ? like({}) : Object.fromEntries(members);
}

/** As `templateOf`, for one entry of an operation's list. */
export function entryTemplateOf(schemas: Schemas, operation: OperationModel, example: unknown): Template {
  return templateOf(schemas, schemas[operation.bodies['200'] ?? '']?.fields.data?.ref ?? '', example);
}

/** Events have a schema per resource. */
function variantOf(schemas: Schemas, schemaName: string, example: Members): string {
  const variants = schemas[schemaName]?.variants;
  return variants?.schemas[String(example[variants.field])] ?? schemaName;
}

function templateOfField(schemas: Schemas, field: FieldModel, value: unknown): Template {
  if (field.type === 'array') {
    const [first] = Array.isArray(value) ? value : [];
    if (first === undefined) return like([]);
    const entry = field.ref
      ? templateOf(schemas, field.ref, first)
      : field.items
        ? templateOfField(schemas, field.items, first)
        : like(plain(first));
    return eachLike(entry, 0);
  }
  if (field.type === 'object' && field.ref) return templateOf(schemas, field.ref, value);
  if (typeof value === 'string') return templateOfText(field, value);
  if (typeof value === 'number') return field.type === 'integer' ? integer(value) : number(value);
  return like(plain(value));
}

function templateOfText({ format, pattern }: FieldModel, value: string): Template {
  if (format === 'object-id') return regex(objectId, value);
  if (format === 'uuid') return regex(uuid, value);
  return pattern === undefined ? like(value) : regex(pattern, value);
}

function plain(value: unknown): Template {
  return JSON.parse(JSON.stringify(value ?? null)) as Template;
}

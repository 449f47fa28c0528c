import type { FieldModel, OperationModel, SchemaModel } from '../../openapi/model-types.ts';
import { isObject, type Members } from '../json.ts';
import type { Operations } from './operations.ts';

/** Visits the parts of a body. Collecting and replacing ids use the same walk, so neither misses any. */
export interface BodyVisitor {
  /** Whether a result is built; collecting needs no copy. */
  readonly copies: boolean;
  /** Results of list items that were already walked. */
  readonly items: Map<object, unknown>;
  /** A string, number, boolean or null; `field` is absent if undocumented. */
  leaf(value: unknown, field: FieldModel | undefined): unknown;
  name(name: string): string;
  uri(value: string): string;
  rel(value: string): string;
  message(value: string): string;
}

export interface BodyShape {
  readonly operation: OperationModel | undefined;
  readonly schemas: Readonly<Record<string, SchemaModel>>;
  readonly operations: Operations;
  readonly visitor: BodyVisitor;
}

/** Deeper than any body of either API. */
const maxDepth = 24;
const tooDeep = '«too deep»';

/**
 * Walks a response body along its envelope. Wrong envelopes are walked as far as they can be recognized: a bare record, a
 * bare list, a list instead of one record.
 */
export function walkAnswer(value: unknown, shape: BodyShape): unknown {
  if (Array.isArray(value)) return value.map((item) => walkItem(item, shape));
  if (!isObject(value))
    return typeof value === 'string' ? shape.visitor.message(value) : shape.visitor.leaf(value, undefined);
  const isEnvelope = Object.hasOwn(value, 'data') || Object.hasOwn(value, 'links') || isError(value);
  if (!isEnvelope) return walkRecord(value, shape, 0);
  return mapMembers(value, shape.visitor, (member, name) => {
    if (name === 'data' && Array.isArray(member)) return member.map((item) => walkItem(item, shape));
    if (name === 'data') return walkRecord(member, shape, 1);
    return walkEnvelopePart(member, name, shape);
  });
}

/** Walks a request body along its own schema. */
export function walkRequest(value: unknown, shape: BodyShape): unknown {
  const schema = schemaOf(shape, shape.operation?.requestBody ?? '');
  return walkObject(value, schema, shape, 0);
}

function walkItem(item: unknown, shape: BodyShape): unknown {
  const { items } = shape.visitor;
  if (!isObject(item)) return walkNewItem(item, shape);
  if (!items.has(item)) items.set(item, walkNewItem(item, shape));
  return items.get(item);
}

function walkNewItem(item: unknown, shape: BodyShape): unknown {
  // An event has its own `data` member, but also an id; an envelope has neither id nor type.
  if (!isObject(item) || !isObject(item.data) || Object.hasOwn(item, 'id') || Object.hasOwn(item, 'type'))
    return walkRecord(item, shape, 1);
  return mapMembers(item, shape.visitor, (member, name) =>
    name === 'data' ? walkRecord(member, shape, 2) : walkEnvelopePart(member, name, shape),
  );
}

function walkEnvelopePart(member: unknown, name: string, shape: BodyShape): unknown {
  const { visitor } = shape;
  if (name === 'uri' && typeof member === 'string') return visitor.uri(member);
  if (name === 'links' && Array.isArray(member)) return member.map((link) => walkLink(link, shape));
  if ((name === 'message' || name === 'error') && typeof member === 'string') return visitor.message(member);
  if (name === 'code' && typeof member === 'number' && Number.isInteger(member) && Math.abs(member) < 1_000)
    return member;
  return walkUnknown(member, shape, 1);
}

function walkLink(link: unknown, shape: BodyShape): unknown {
  if (!isObject(link)) return walkUnknown(link, shape, 2);
  return mapMembers(link, shape.visitor, (member, name) => {
    if (name === 'uri' && typeof member === 'string') return shape.visitor.uri(member);
    if (name === 'rel' && typeof member === 'string') return shape.visitor.rel(member);
    return walkUnknown(member, shape, 3);
  });
}

function walkRecord(value: unknown, shape: BodyShape, depth: number): unknown {
  const name = shape.operation?.record ?? '';
  const schema = schemaOf(shape, name);
  if (name !== 'Event' || !isObject(value)) return walkObject(value, schema, shape, depth);
  const subject = schemaOf(shape, shape.operations.recordOfEvent(value.type));
  const payload = (member: unknown, part: string): unknown =>
    part === 'object' || part === 'previous_attributes'
      ? walkObject(member, subject, shape, depth + 2)
      : walkUnknown(member, shape, depth + 2);
  return mapMembers(value, shape.visitor, (member, part) => {
    if (part === 'data' && isObject(member)) return mapMembers(member, shape.visitor, payload);
    if (part === 'previous_attributes') return payload(member, part);
    return walkMember(member, part, schema, shape, depth + 1);
  });
}

function walkObject(
  value: unknown,
  schema: SchemaModel | undefined,
  shape: BodyShape,
  depth: number,
): unknown {
  if (depth > maxDepth) return tooDeep;
  if (!isObject(value)) return walkUnknown(value, shape, depth);
  return mapMembers(value, shape.visitor, (member, name) =>
    walkMember(member, name, schema, shape, depth + 1),
  );
}

function walkMember(
  member: unknown,
  name: string,
  schema: SchemaModel | undefined,
  shape: BodyShape,
  depth: number,
): unknown {
  const field = schema && Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
  if (field) return walkField(member, field, shape, depth);
  if (name === 'uri' && typeof member === 'string') return shape.visitor.uri(member);
  if (name === 'links' && Array.isArray(member)) return member.map((link) => walkLink(link, shape));
  return walkUnknown(member, shape, depth);
}

function walkField(value: unknown, field: FieldModel, shape: BodyShape, depth: number): unknown {
  if (depth > maxDepth) return tooDeep;
  // A list instead of a value, or a value instead of a list, still has the same kind of leaf.
  if (Array.isArray(value))
    return value.map((item) =>
      walkField(item, field.type === 'array' && field.items ? field.items : field, shape, depth + 1),
    );
  if (isObject(value)) {
    const schema = schemaOf(shape, field.ref ?? field.items?.ref ?? '');
    return schema ? walkObject(value, schema, shape, depth) : walkUnknown(value, shape, depth);
  }
  return shape.visitor.leaf(value, field.items ?? field);
}

function walkUnknown(value: unknown, shape: BodyShape, depth: number): unknown {
  if (depth > maxDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => walkUnknown(item, shape, depth + 1));
  if (isObject(value))
    return mapMembers(value, shape.visitor, (member, name) =>
      walkMember(member, name, undefined, shape, depth + 1),
    );
  return shape.visitor.leaf(value, undefined);
}

/** `Object.defineProperty` for `__proto__`, which assignment would treat as the prototype. */
function mapMembers(
  value: Members,
  visitor: BodyVisitor,
  map: (member: unknown, name: string) => unknown,
): Members {
  if (!visitor.copies) {
    for (const name of Object.keys(value)) map(value[name], name);
    return value;
  }
  const mapped: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const newName = visitor.name(name);
    const member = map(value[name], name);
    if (newName === '__proto__')
      Object.defineProperty(mapped, newName, {
        value: member,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else mapped[newName] = member;
  }
  return mapped;
}

function schemaOf(shape: BodyShape, name: string): SchemaModel | undefined {
  return Object.hasOwn(shape.schemas, name) ? shape.schemas[name] : undefined;
}

function isError(value: Members): boolean {
  return (
    (typeof value.message === 'string' || typeof value.error === 'string') && !Object.hasOwn(value, 'id')
  );
}

import { hash } from 'node:crypto';
import type { FieldModel, OperationModel, SchemaModel } from '../../../openapi/model-types.ts';
import { isObject, type Members } from '../../text/json.ts';
import type { Operations } from '../operations.ts';
import type { Place } from '../scope.ts';

/** Visits the parts of a body. Collecting and replacing ids use the same walk, so neither misses any. */
export interface BodyVisitor {
  /** Whether a result is built; collecting needs no copy. */
  readonly copies: boolean;
  /** A string, number, boolean or null; `field` is absent if undocumented. */
  leaf(value: unknown, field: FieldModel | undefined, place: Place): unknown;
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
  /** The id that ends the path of the request; `''` if none does. */
  readonly addressed: string;
}

/** A body, and the record in it that is being walked. */
interface Walk extends BodyShape {
  /** As in `Place`. */
  readonly owner: string;
}

/** Deeper than any body of either API. */
const maxDepth = 24;
const tooDeep = '«too deep»';

/**
 * Walks a response body along its envelope. Wrong envelopes are walked as far as they can be recognized: a bare record, a
 * bare list, a list instead of one record.
 */
export function walkAnswer(value: unknown, body: BodyShape): unknown {
  const shape: Walk = { ...body, owner: '' };
  if (Array.isArray(value)) return value.map((item) => walkItem(item, shape));
  if (!isObject(value))
    return typeof value === 'string' ? shape.visitor.message(value) : leafAt(value, '', undefined, shape);
  const isEnvelope = Object.hasOwn(value, 'data') || Object.hasOwn(value, 'links') || isError(value);
  if (!isEnvelope) return walkRecord(value, shape, 0);
  return mapMembers(value, shape.visitor, (member, name) => {
    if (name === 'data' && Array.isArray(member)) return member.map((item) => walkItem(item, shape));
    if (name === 'data') return walkRecord(member, shape, 1);
    return walkEnvelopePart(member, name, shape);
  });
}

/** Walks a request body along its own schema. */
export function walkRequest(value: unknown, body: BodyShape): unknown {
  const shape: Walk = { ...body, owner: isOfStudent(body) ? body.addressed : '' };
  const schema = schemaOf(shape, shape.operation?.requestBody ?? '');
  return walkObject(value, schema, shape, 0);
}

/** Walks an item of a list. */
export function walkItem(item: unknown, body: BodyShape): unknown {
  const shape: Walk = { ...body, owner: '' };
  // An event has its own `data` member, but also an id; an envelope has neither id nor type.
  if (!isObject(item) || !isObject(item.data) || Object.hasOwn(item, 'id') || Object.hasOwn(item, 'type'))
    return walkRecord(item, shape, 1);
  return mapMembers(item, shape.visitor, (member, name) =>
    name === 'data' ? walkRecord(member, shape, 2) : walkEnvelopePart(member, name, shape),
  );
}

function walkEnvelopePart(member: unknown, name: string, shape: Walk): unknown {
  const { visitor } = shape;
  if (name === 'uri' && typeof member === 'string') return visitor.uri(member);
  if (name === 'links' && Array.isArray(member)) return member.map((link) => walkLink(link, shape));
  if ((name === 'message' || name === 'error') && typeof member === 'string') return visitor.message(member);
  if (name === 'code' && typeof member === 'number' && Number.isInteger(member) && Math.abs(member) < 1_000)
    return member;
  // The list itself shows how many records it has.
  if (name === 'count' && isCountable(shape) && Number.isSafeInteger(member)) return member;
  return walkUnknown(member, name, shape, 1);
}

function isCountable({ operation }: Walk): boolean {
  return operation?.queryParams.includes('count') === true;
}

function walkLink(link: unknown, shape: Walk): unknown {
  if (!isObject(link)) return walkUnknown(link, 'links', shape, 2);
  return mapMembers(link, shape.visitor, (member, name) => {
    if (name === 'uri' && typeof member === 'string') return shape.visitor.uri(member);
    if (name === 'rel' && typeof member === 'string') return shape.visitor.rel(member);
    return walkUnknown(member, name, shape, 3);
  });
}

function walkRecord(value: unknown, body: Walk, depth: number): unknown {
  const shape = { ...body, owner: ownerOf(value, body) };
  const name = shape.operation?.record ?? '';
  const schema = schemaOf(shape, name);
  if (name !== 'Event' || !isObject(value)) return walkObject(value, schema, shape, depth);
  const subject = schemaOf(shape, shape.operations.recordOfEvent(value.type));
  // What was before an update has no id of its own.
  const about = { ...shape, owner: ownerOf(isObject(value.data) ? value.data.object : undefined, shape) };
  const payload = (member: unknown, part: string): unknown =>
    part === 'object' || part === 'previous_attributes'
      ? walkObject(member, subject, about, depth + 2)
      : walkUnknown(member, part, shape, depth + 2);
  return mapMembers(value, shape.visitor, (member, part) => {
    if (part === 'data' && isObject(member)) return mapMembers(member, shape.visitor, payload);
    if (part === 'previous_attributes') return payload(member, part);
    return walkMember(member, part, schema, shape, depth + 1);
  });
}

function walkObject(value: unknown, schema: SchemaModel | undefined, shape: Walk, depth: number): unknown {
  if (depth > maxDepth) return tooDeep;
  if (!isObject(value)) return walkUnknown(value, '', shape, depth);
  return mapMembers(value, shape.visitor, (member, name) =>
    walkMember(member, name, schema, shape, depth + 1),
  );
}

function walkMember(
  member: unknown,
  name: string,
  schema: SchemaModel | undefined,
  shape: Walk,
  depth: number,
): unknown {
  const field = schema && Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
  if (field) return walkField(member, name, field, shape, depth);
  if (name === 'uri' && typeof member === 'string') return shape.visitor.uri(member);
  if (name === 'links' && Array.isArray(member)) return member.map((link) => walkLink(link, shape));
  return walkUnknown(member, name, shape, depth);
}

function walkField(value: unknown, name: string, field: FieldModel, shape: Walk, depth: number): unknown {
  if (depth > maxDepth) return tooDeep;
  // A list instead of a value, or a value instead of a list, still has the same kind of leaf.
  if (Array.isArray(value))
    return value.map((item) =>
      walkField(item, name, field.type === 'array' && field.items ? field.items : field, shape, depth + 1),
    );
  if (isObject(value)) {
    const schema = schemaOf(shape, field.ref ?? field.items?.ref ?? '');
    return schema ? walkObject(value, schema, shape, depth) : walkUnknown(value, name, shape, depth);
  }
  return leafAt(value, name, field.items ?? field, shape);
}

function walkUnknown(value: unknown, name: string, shape: Walk, depth: number): unknown {
  if (depth > maxDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => walkUnknown(item, name, shape, depth + 1));
  if (isObject(value))
    return mapMembers(value, shape.visitor, (member, part) =>
      walkMember(member, part, undefined, shape, depth + 1),
    );
  return leafAt(value, name, undefined, shape);
}

function leafAt(value: unknown, name: string, field: FieldModel | undefined, shape: Walk): unknown {
  return shape.visitor.leaf(value, field, { owner: shape.owner, name });
}

/**
 * Whose values a record has, by its id: the same in each of its versions. Without an id it is the record at the path of the
 * request, or else any record with just this content. Assignments belong to no record: a request and its response share their
 * values, and the request has no id yet.
 */
function ownerOf(value: unknown, shape: BodyShape): string {
  if (isOfStudent(shape)) return shape.addressed || textOf(isObject(value) ? value.user_id : undefined);
  if (shape.operation?.record === 'LmsAssignment') return '';
  const id = isObject(value) ? textOf(value.id) : '';
  if (id !== '') return id;
  // The path of a list ends in the id of what its records belong to, such as a school: attendance has no ids of its own.
  if (shape.addressed !== '' && shape.operation?.answers !== 'list') return shape.addressed;
  try {
    return hash('sha1', JSON.stringify(value) ?? '');
  } catch {
    // Nested too deeply to serialize.
    return '?';
  }
}

/** A submission belongs to the student that its path or its `user_id` names. */
function isOfStudent({ operation }: BodyShape): boolean {
  return operation?.record === 'LmsSubmission';
}

function textOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
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

function schemaOf(shape: Walk, name: string): SchemaModel | undefined {
  return Object.hasOwn(shape.schemas, name) ? shape.schemas[name] : undefined;
}

function isError(value: Members): boolean {
  return (
    (typeof value.message === 'string' || typeof value.error === 'string') && !Object.hasOwn(value, 'id')
  );
}

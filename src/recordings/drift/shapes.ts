import { allProfiles } from '../../../contracts/profiles.ts';
import type { FieldModel, OperationModel } from '../../../openapi/model-types.ts';
import { entryOf } from '../../maps.ts';
import type { ProbeRecording, RecordedDefinition } from '../../recording.ts';
import { indexOperations, schemasOf } from '../../redaction/operations.ts';
import { isObject, type Members } from '../../text/json.ts';
import { bodyOf, headersOf, kindOf, messageOf, nameOf, pathnameOf, questionOf } from './questions.ts';

/** Observations of one path in an operation's responses, such as `data[].data.email`. */
export interface PlaceShape {
  /** Path of the parent objects; `AnswerShape.objects` has their number. */
  readonly parent: string;
  /** Number of parents with this member. */
  seen: number;
  /** JSON types; for ids, dates and addresses with format: `string (object id)`. */
  readonly types: Map<string, number>;
  /** Values that violate the documented enum or pattern. */
  offList: number;
  /** `undefined`: undocumented. */
  readonly field: Pick<FieldModel, 'guaranteed'> | undefined;
}

/** Observations of one operation and status. */
export interface AnswerShape {
  answers: number;
  /** `json`, `text`, `html`, `empty`. */
  readonly bodies: Set<string>;
  /** Header names with counts. */
  readonly headers: Map<string, number>;
  readonly mediaTypes: Set<string>;
  readonly places: Map<string, PlaceShape>;
  /** Number of objects by path. */
  readonly objects: Map<string, number>;
  /** Distinct objects by path: repeated records add no evidence. */
  readonly distinct: Map<string, Set<string>>;
  /** Member order of objects by path; `undefined` if it varies within a recording. */
  readonly orders: Map<string, readonly string[] | undefined>;
}

/** A recording without its values. */
export interface RecordingShape {
  /** Statuses and message patterns by request and requirement. */
  readonly asked: Map<string, { readonly statuses: Set<number>; readonly messages: Set<string> }>;
  /** By operation and status: `GET /v2.0/students 200`. */
  readonly answers: Map<string, AnswerShape>;
}

const operations = indexOperations(allProfiles);

/** The shape of a recording: what clients can rely on, independent of data and time. */
export function shapeOf(recordings: readonly ProbeRecording[]): RecordingShape {
  const shape: RecordingShape = { asked: new Map(), answers: new Map() };
  for (const { header, definitions } of recordings)
    for (const definition of definitions) {
      if (definition.exchange.failure) continue;
      const operation = operations.match(pathnameOf(definition), definition.method);
      const name = nameOf(definition, operation);
      const asked = entryOf(shape.asked, questionOf(header.probe, name, definition), () => ({
        statuses: new Set<number>(),
        messages: new Set<string>(),
      }));
      asked.statuses.add(definition.status);
      const message = messageOf(definition);
      if (message !== undefined) asked.messages.add(message);
      const answer = entryOf(shape.answers, `${name} ${definition.status}`, newAnswer);
      addAnswer(answer, definition, operation);
    }
  return shape;
}

function newAnswer(): AnswerShape {
  return {
    answers: 0,
    bodies: new Set(),
    headers: new Map(),
    mediaTypes: new Set(),
    places: new Map(),
    objects: new Map(),
    distinct: new Map(),
    orders: new Map(),
  };
}

function addAnswer(
  answer: AnswerShape,
  definition: RecordedDefinition,
  operation: OperationModel | undefined,
): void {
  answer.answers++;
  const headers = headersOf(definition);
  for (const name of headers.keys()) answer.headers.set(name, (answer.headers.get(name) ?? 0) + 1);
  answer.mediaTypes.add(headers.get('content-type') ?? 'none');
  const body = bodyOf(definition);
  answer.bodies.add(kindOf(body));
  if (typeof body !== 'object' || body === null) return;
  walk(body, '', {
    answer,
    schemas: schemasOf(operation),
    schemaAt: schemaFinder(operation, definition.status),
  });
}

interface Walk {
  readonly answer: AnswerShape;
  readonly schemas: ReturnType<typeof schemasOf>;
  /** The schema of the object at a path. */
  readonly schemaAt: (path: string, value: Members) => string;
}

/** Schemas by path: the operation's record in its envelope, and what its fields refer to. */
function schemaFinder(operation: OperationModel | undefined, status: number) {
  const schemas = schemasOf(operation);
  const refs = new Map<string, string>();
  return (path: string, value: Members): string => {
    if (status >= 400) return '';
    const isRecord = operation?.answers === 'list' ? path === 'data[].data' : path === 'data';
    const name = isRecord ? (operation?.record ?? '') : (refs.get(path) ?? '');
    const payload = operation?.record === 'Event' && isRecord ? operations.recordOfEvent(value.type) : '';
    if (payload !== '') refs.set(`${path}<${String(value.type)}>.data.object`, payload);
    for (const [field, { ref, items }] of Object.entries(schemas[name]?.fields ?? {}))
      if (ref ?? items?.ref) refs.set(`${path}.${field}${items ? '[]' : ''}`, ref ?? items?.ref ?? '');
    return name;
  };
}

function walk(value: unknown, path: string, at: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, `${path}[]`, at);
    return;
  }
  if (!isObject(value)) return;
  const schema = at.schemaAt(path, value);
  const fields = at.schemas[schema]?.fields ?? {};
  const isEvent = schema === 'Event' && typeof value.type === 'string';
  // An event's content depends on its type, so each type has its own path.
  const here = isEvent ? `${path}<${value.type}>` : path;
  const { places } = at.answer;
  addOrder(at.answer, here, Object.keys(value));
  count(at.answer.objects, here);
  entryOf(at.answer.distinct, here, () => new Set()).add(identityOf(value, path, at.answer));
  const prefix = here === '' ? '' : `${here}.`;
  for (const [name, member] of Object.entries(value)) {
    const place = prefix + name;
    const field = Object.hasOwn(fields, name) ? fields[name] : envelopeField(path, name);
    addValue(
      entryOf(places, place, () => newPlace(here, field)),
      member,
      field,
    );
    walk(member, place, at);
  }
}

function newPlace(parent: string, field: PlaceShape['field']): PlaceShape {
  return { parent, seen: 0, types: new Map(), offList: 0, field };
}

/** Equal for the same record in different responses. */
function identityOf(value: Members, path: string, { answers }: AnswerShape): string {
  if (path === '') return String(answers);
  const { id, uri } = value;
  return String(id ?? uri ?? JSON.stringify(value));
}

/** Members of the envelope, in every response. */
function envelopeField(path: string, name: string): FieldModel | undefined {
  const isEnvelope =
    (path === '' && (name === 'data' || name === 'links')) ||
    (path === 'data[]' && (name === 'data' || name === 'uri')) ||
    (path === 'links[]' && (name === 'rel' || name === 'uri'));
  return isEnvelope ? { type: 'object', guaranteed: path !== '', validated: false } : undefined;
}

function addValue(shape: PlaceShape, value: unknown, field: FieldModel | undefined): void {
  shape.seen++;
  const values = Array.isArray(value) && field?.items ? value : [value];
  if (Array.isArray(value)) count(shape.types, 'array');
  for (const one of values) {
    if (Array.isArray(one)) continue;
    count(shape.types, (values === value ? 'array of ' : '') + typeOf(one, field?.items ?? field));
    if (typeof one === 'string' && /^«not in (?:enum|pattern)/.test(one)) shape.offList++;
  }
}

function typeOf(value: unknown, field: FieldModel | undefined): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return typeof value;
  const form = value === '' ? '' : formOf(value, field);
  return form === '' ? 'string' : `string (${form})`;
}

function formOf(value: string, field: FieldModel | undefined): string {
  if (field?.redact === 'id')
    return /^[0-9a-f]{24}$/i.test(value) ? 'object id' : /^[0-9a-f-]{36}$/i.test(value) ? 'UUID' : 'other id';
  if (!field || !/^(?:date|calendar|instant|due)$/.test(field.redact ?? '')) return '';
  if (/^\d{4}-\d{2}-\d{2}T/.test(value))
    return field.format === 'date-or-date-time' ? 'date' : 'date and time';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  return /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(value) ? 'month/day/year' : 'no date';
}

function addOrder({ orders }: AnswerShape, place: string, names: readonly string[]): void {
  if (!orders.has(place)) {
    orders.set(place, names);
    return;
  }
  const first = orders.get(place);
  if (first && !isSameOrder(first, names)) orders.set(place, undefined);
}

/** Whether common names have the same order. */
export function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const places = new Map(other.map((name, at) => [name, at]));
  const common = one.flatMap((name) => places.get(name) ?? []);
  return common.every((place, at) => at === 0 || place > (common[at - 1] ?? -1));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

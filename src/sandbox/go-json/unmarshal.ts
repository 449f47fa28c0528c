import { type GoNode, scanGoJson } from './scan.ts';
import { parseGoDateTime } from './time.ts';

/**
 * A Go type of a generated request model, as far as error texts and decoding need it. `plain`: not a pointer, so that a
 * null leaves what an earlier duplicate put there; `int64` always is.
 */
export type GoType =
  | {
      readonly kind: 'string';
      /** `string`, or a named one: `models.AssigneeMode`. */
      readonly name: string;
      readonly plain?: true;
    }
  | { readonly kind: 'float64'; readonly plain?: true }
  | { readonly kind: 'int64' }
  | { readonly kind: 'datetime' }
  | { readonly kind: 'slice'; readonly of: GoType }
  | GoStruct;

/** `name` has no package prefix; `fields` are keyed by JSON name. */
export interface GoStruct {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: Readonly<Record<string, GoType>>;
}

/** A decoded struct: absent and null members are left out, date-times are epoch milliseconds. */
export type GoRecord = { [field: string]: unknown };

/** `saved`: the first type error, decoding continues; `aborted`: a failed unmarshaler, which stops decoding. */
interface Errors {
  saved?: string;
  aborted?: string;
}

/** The position in the model, for type errors; absent at the top. */
interface Place {
  readonly struct: string;
  readonly path: readonly string[];
}

function typeText(type: GoType): string {
  if (type.kind === 'string') return type.name;
  if (type.kind === 'struct') return `models.${type.name}`;
  if (type.kind === 'datetime') return 'string';
  if (type.kind === 'slice') return `[]${type.of.kind === 'struct' ? '*' : ''}${typeText(type.of)}`;
  return type.kind;
}

function mismatch(found: string, type: GoType, place: Place | undefined): string {
  const target = place === undefined ? 'value' : `struct field ${place.struct}.${place.path.join('.')}`;
  return `json: cannot unmarshal ${found} into Go ${target} of type ${typeText(type)}`;
}

/** Go matches field names exactly, then case-insensitively, also folding the long s and the Kelvin sign. */
function fieldNamed(struct: GoStruct, key: string): string | undefined {
  if (Object.hasOwn(struct.fields, key)) return key;
  const folded = key.replaceAll('ſ', 's').toLowerCase();
  return Object.keys(struct.fields).find((name) => name === folded);
}

function decodeStruct(
  node: Extract<GoNode, { kind: 'object' }>,
  type: GoStruct,
  place: Place | undefined,
  before: unknown,
  errors: Errors,
): GoRecord {
  const record: GoRecord = { ...(before as GoRecord | undefined) };
  for (const [key, member] of node.members) {
    const name = fieldNamed(type, key);
    const field = name === undefined ? undefined : type.fields[name];
    if (name === undefined || field === undefined) continue;
    const here: Place = { struct: type.name, path: [...(place?.path ?? []), name] };
    const value = decode(member, field, here, record[name], errors);
    if (errors.aborted !== undefined) break;
    if (value === undefined) delete record[name];
    else record[name] = value;
  }
  return record;
}

function decode(
  node: GoNode,
  type: GoType,
  place: Place | undefined,
  before: unknown,
  errors: Errors,
): unknown {
  const mistyped = (found: string): unknown => {
    errors.saved ??= mismatch(found, type, place);
    return before;
  };
  // Null clears pointers and slices and leaves plain values unchanged.
  if (node.kind === 'null') return type.kind === 'int64' || 'plain' in type ? before : undefined;
  switch (type.kind) {
    case 'string':
      return node.kind === 'string' ? node.text : mistyped(node.kind);
    case 'datetime': {
      if (node.kind !== 'string') {
        errors.aborted = mismatch(node.kind, type, place);
        return before;
      }
      const time = parseGoDateTime(node.text);
      if ('epochMs' in time) return time.epochMs;
      errors.aborted = time.error;
      return before;
    }
    case 'float64': {
      if (node.kind !== 'number') return mistyped(node.kind);
      const value = Number(node.literal);
      return Number.isFinite(value) ? value : mistyped(`number ${node.literal}`);
    }
    case 'int64': {
      if (node.kind !== 'number') return mistyped(node.kind);
      // Longer literals are out of range anyway, and slow to convert to BigInt.
      const whole = /^-?\d{1,19}$/.test(node.literal) ? BigInt(node.literal) : undefined;
      return whole !== undefined && BigInt.asIntN(64, whole) === whole
        ? Number(node.literal)
        : mistyped(`number ${node.literal}`);
    }
    case 'slice': {
      if (node.kind !== 'array') return mistyped(node.kind);
      const earlier = Array.isArray(before) ? before : [];
      const items: unknown[] = [];
      for (const [index, item] of node.items.entries()) {
        if (errors.aborted !== undefined) break;
        const value = decode(item, type.of, place, earlier[index], errors);
        // A null string element keeps the value of an earlier duplicate, or ''.
        items.push(value === undefined && type.of.kind === 'string' ? (earlier[index] ?? '') : value);
      }
      return items;
    }
    case 'struct':
      return node.kind === 'object' ? decodeStruct(node, type, place, before, errors) : mistyped(node.kind);
  }
}

/**
 * Decodes the first JSON value of a text into a struct as Go does: a syntax error anywhere in the value wins, then a
 * failed date-time, then the first type error. Keys match without regard to case, unknown keys are skipped, the last of
 * duplicate keys wins, and `null` leaves the zero value.
 */
export function unmarshalGo(
  text: string,
  type: GoStruct,
): { readonly value: GoRecord } | { readonly error: string } {
  const scanned = scanGoJson(text);
  if ('error' in scanned) return scanned;
  const errors: Errors = {};
  const value = decode(scanned.node, type, undefined, undefined, errors);
  const error = errors.aborted ?? errors.saved;
  return error === undefined ? { value: (value ?? {}) as GoRecord } : { error };
}

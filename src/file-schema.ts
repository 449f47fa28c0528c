/** Why a parsed file does not match its published schema (`docs/*.schema.json`), as a clause. */
import { isObject } from './text/json.ts';

/** An error as Ajv reports it. */
export interface SchemaError {
  /** JSON Pointer into the value, `''` for the value itself. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator in `generated/files/`. After a refusal, `errors` has the first error. */
export interface SchemaValidator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** A file format with its version, as every file of the suite names it. */
export interface FileFormat {
  /** `clever-conformance/evidence` */
  readonly name: string;
  /** Its name in messages, with an article. */
  readonly noun: string;
}

/** The only version of each format so far. */
const formatVersion = 1;

/** Why a value does not have a format or its version; `undefined` if it does. */
export function formatFault(value: unknown, { name, noun }: FileFormat): string | undefined {
  if (!isObject(value) || value.format !== name) return `it is not ${noun} of clever-conformance`;
  const { formatVersion: version } = value;
  if (version === formatVersion) return undefined;
  if (!Number.isSafeInteger(version)) return 'its formatVersion is not a whole number';
  const writer = (version as number) > formatVersion ? 'a newer' : 'another';
  return `it was written by ${writer} version (format version ${version}, this one reads ${formatVersion})`;
}

/** The first location where a value violates a schema, and how; `undefined` if it is valid. */
export function schemaFault(value: unknown, isValid: SchemaValidator): string | undefined {
  if (isValid(value)) return undefined;
  const errors = isValid.errors ?? [];
  const missing = errors.filter((one) => one.keyword === 'required').map((one) => one.params.missingProperty);
  const [first] = errors;
  if (!first) return 'it does not fit its schema';
  const place = placeOf(first.instancePath);
  // The alternatives of an `anyOf`, each a missing member.
  if (missing.length > 1 && errors.at(-1)?.keyword === 'anyOf')
    return `${place} has neither ${missing.map(quote).join(' nor ')}`;
  return `${place} ${complaint(first, at(value, first.instancePath))}`;
}

function complaint({ keyword, params }: SchemaError, value: unknown): string {
  switch (keyword) {
    case 'required':
      return `has no ${quote(params.missingProperty)}`;
    case 'type':
      return `must be ${[params.type].flat().map(String).map(nounOf).join(' or ')}, not ${nounOf(typeOf(value))}`;
    case 'const':
      return `must be ${quote(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map(quote).join(', ')}`;
    case 'minimum':
    case 'maximum':
      return `must be at ${keyword === 'minimum' ? 'least' : 'most'} ${params.limit}`;
    case 'minItems':
      return `must have at least ${params.limit} item`;
    case 'uniqueItems':
      return 'must not have the same item twice';
    case 'pattern':
      return `must match ${params.pattern}`;
    case 'format':
      return 'must be an instant in UTC such as 2026-01-05T12:00:00.000Z';
    case 'false schema':
      return 'must be absent';
    default:
      return `does not fit the schema (${keyword})`;
  }
}

/** `exchanges[0].response.status` of `/exchanges/0/response/status`. */
function placeOf(pointer: string): string {
  if (pointer === '') return 'it';
  const place = stepsOf(pointer).map((step) => {
    if (/^\d+$/.test(step)) return `[${step}]`;
    return /^[\w-]{1,60}$/.test(step) ? `.${step}` : `[${quote(step.slice(0, 60))}]`;
  });
  return place.join('').replace(/^\./, '');
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  return stepsOf(pointer).reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function nounOf(type: string): string {
  if (type === 'null') return 'null';
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}

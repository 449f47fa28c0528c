/** A JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** Narrows to a JSON object: not `null`, not an array. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Narrows to a string. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Any JSON value as a text: strings as they are, objects and lists as JSON. `String` throws for `{"toString":null}`. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A replacer for `JSON.stringify` that sorts the members of every object, so that equal values have equal texts. */
export function sortMembers(_name: string, value: unknown): unknown {
  return isObject(value) ? sorted(value) : value;
}

/** A copy of an object with its members sorted by name, by code units; objects inside keep their order. */
export function sorted<T>(object: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON without white space whose members are sorted; `''` for `undefined`. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortMembers) ?? '';
}

/** The few questions that are asked of any parsed JSON. */

/** Narrows to a JSON object: not `null`, not an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Narrows to a string. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A replacer for `JSON.stringify` that sorts the members of every object, so that equal values have equal texts. */
export function sortMembers(_name: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

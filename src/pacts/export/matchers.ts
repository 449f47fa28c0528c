/**
 * An example with inline matchers in Pact's format: an object with `pact:matcher:type` replaces the value that it contains
 * as `value`.
 */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template | undefined };

const key = 'pact:matcher:type';

/** Any value of the example's type; in a list, every entry must match the first. */
export function like(value: Template): Template {
  return { [key]: 'type', value };
}

/** An integer. */
export function integer(value: number): Template {
  return { [key]: 'integer', value };
}

/** Any number. */
export function number(value: number): Template {
  return { [key]: 'number', value };
}

/** Text that the expression matches entirely: the core always anchors it at both ends. */
export function regex(expression: string, value: string): Template {
  return { [key]: 'regex', regex: expression, value };
}

/** A list of at least `min` entries, each like the example. */
export function eachLike(entry: Template, min = 1): Template {
  return { [key]: 'type', min, value: [entry] };
}

/** A list with a matching entry for each of these, in any order, and possibly others. */
export function containing(variants: readonly Template[]): Template {
  return { [key]: 'array-contains', variants };
}

/**
 * A text whose placeholders are filled from provider states on verification: `/v2.0/students/{id}`. The consumer's test
 * must send exactly the examples.
 */
export function fromState(text: string, examples: Readonly<Record<string, string>>): Template {
  const join = (of: (name: string) => string) => text.replace(/\{(\w+)\}/g, (_, name: string) => of(name));
  return {
    [key]: 'equality',
    'pact:generator:type': 'ProviderState',
    expression: join((name) => `\${${name}}`),
    value: join((name) => examples[name] ?? ''),
  };
}

/** A matching rule in pact files of specification 3 and 4. */
export interface Rule {
  readonly combine: 'AND';
  readonly matchers: readonly Readonly<Record<string, unknown>>[];
}

/** A generator in pact files of specification 3 and 4. */
export interface Generator {
  readonly type: 'ProviderState';
  readonly expression: string;
}

/** A template split into the plain value, and rules and generators by path. */
export interface Reified {
  readonly value: unknown;
  /** `$.data[*].id` for bodies; `$` itself for a template that is one matcher. */
  readonly rules: Readonly<Record<string, Rule>>;
  readonly generators: Readonly<Record<string, Generator>>;
}

/** Splits a template, to write a pact without the native core. Does not support `containing`. */
export function reify(template: Template, path = '$'): Reified {
  if (typeof template !== 'object' || template === null)
    return { value: template, rules: {}, generators: {} };
  if (Array.isArray(template)) {
    const parts = template.map((one, at) => reify(one as Template, `${path}[${at}]`));
    return merged(
      parts,
      parts.map((one) => one.value),
    );
  }
  const members = template as { readonly [name: string]: Template };
  if (members[key] !== undefined) return reifyMatcher(members, path);
  const names = Object.keys(members);
  const parts = names.map((name) => reify(members[name] as Template, path + stepTo(name)));
  return merged(parts, Object.fromEntries(names.map((name, at) => [name, parts[at]?.value])));
}

function reifyMatcher(members: { readonly [name: string]: Template }, path: string): Reified {
  const { [key]: match, value = null, min, regex: expression } = members;
  const first =
    Array.isArray(value) && value.length > 0 && match === 'type' ? reify(value[0], `${path}[*]`) : undefined;
  const inner = first ? { ...first, value: [first.value] } : reify(value, path);
  const rule = {
    match,
    ...(min === undefined ? {} : { min }),
    ...(expression === undefined ? {} : { regex: expression }),
  };
  const generated = members.expression;
  return {
    value: inner.value,
    rules: { [path]: { combine: 'AND', matchers: [rule] }, ...inner.rules },
    generators: {
      ...(typeof generated === 'string'
        ? { [path]: { type: 'ProviderState' as const, expression: generated } }
        : {}),
      ...inner.generators,
    },
  };
}

function merged(parts: readonly Reified[], value: unknown): Reified {
  return {
    value,
    rules: Object.assign({}, ...parts.map((one) => one.rules)),
    generators: Object.assign({}, ...parts.map((one) => one.generators)),
  };
}

function stepTo(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `['${name}']`;
}

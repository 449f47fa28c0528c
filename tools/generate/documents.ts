import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { applyOverlay, type Overlay } from './overlay.ts';
import type { OpenApiDocument, Schema } from './schema.ts';
import { schemaName } from './schema.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}
type Components = Record<string, Record<string, Json>>;

/**
 * Bundles an authored document, or what an overlay makes of one, with the components that it references in other files. Throws
 * if a reference cannot be resolved, leads outside the directory, or adds a second component of the same name.
 */
export function readDocument(file: string): OpenApiDocument {
  const files = new Map<string, JsonObject>();
  const brought: Components = {};

  const load = (path: string): JsonObject => {
    const known = files.get(path) ?? readYaml(path);
    files.set(path, known);
    return known;
  };
  const componentOf = (path: string, kind: string, name: string): Json | undefined =>
    (load(path).components as unknown as Components)[kind]?.[name];

  const visit = (value: Json, from: string): Json => {
    if (Array.isArray(value)) return value.map((item) => visit(item, from));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        key === '$ref' && typeof item === 'string' ? follow(item, from) : visit(item, from),
      ]),
    );
  };
  const follow = (ref: string, from: string): string => {
    const [, path, kind, name] = /^(?:\.\/([\w.-]+))?#\/components\/(\w+)\/([^/]+)$/.exec(ref) ?? [];
    if (!kind || !name) throw new Error(`${basename(from)}: cannot follow the reference ${ref}`);
    bring(path ? resolve(dirname(from), path) : from, kind, name);
    return `#/components/${kind}/${name}`;
  };
  const bring = (path: string, kind: string, name: string): void => {
    const found = componentOf(path, kind, name);
    if (found === undefined) throw new Error(`${basename(path)}: ${kind}/${name} does not exist`);
    if (path === file || brought[kind]?.[name] !== undefined) return;
    if (componentOf(file, kind, name) !== undefined)
      throw new Error(`${kind}/${name} is defined in two files`);
    const target = brought[kind] ?? {};
    brought[kind] = target;
    target[name] = found; // first, so that circular references find it
    target[name] = visit(found, path);
  };

  const own = visit(load(file), file) as JsonObject;
  const kinds = own.components as unknown as Components;
  const components: Components = {};
  for (const kind of new Set([...Object.keys(kinds), ...Object.keys(brought)])) {
    components[kind] = { ...kinds[kind], ...brought[kind] };
  }
  return inOwnVersion({ ...own, components } as unknown as OpenApiDocument);
}

/** A file, with the document below it if it is an overlay. */
function readYaml(path: string): JsonObject {
  const found = parse(readFileSync(path, 'utf8'), { maxAliasCount: 100 }) as JsonObject;
  if (!('overlay' in found)) return found;
  const overlay = found as unknown as Overlay;
  const [, name] = /^\.\/([\w.-]+)$/.exec(overlay.extends) ?? [];
  if (!name) throw new Error(`${basename(path)}: cannot extend ${overlay.extends}`);
  return applyOverlay(readYaml(resolve(dirname(path), name)) as never, overlay) as unknown as JsonObject;
}

/** The same document with its own version in the addresses of all examples, of those too that come from other documents. */
function inOwnVersion(document: OpenApiDocument): OpenApiDocument {
  const { pathname } = new URL(document.servers[0]?.url ?? '');
  return JSON.parse(JSON.stringify(document).replace(/(?<="|GET )\/v\d+\.\d+(?=\/)/g, pathname));
}

/**
 * The same document with each `allOf` of one reference and one refinement merged into one object, which is
 * easier to read as a type and in the API reference.
 */
export function flattenSchemas(document: OpenApiDocument): OpenApiDocument {
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, flatten(document, schema)]),
  );
  return { ...document, components: { ...document.components, schemas } };
}

function flatten(document: OpenApiDocument, schema: Schema): Schema {
  if (!schema.allOf) return schema;
  const [base, refinement, ...rest] = schema.allOf;
  const of = base?.$ref && document.components.schemas[schemaName(base.$ref)];
  if (!of || !refinement || rest.length > 0)
    throw new Error('an allOf must contain one reference and one refinement');
  const refined = Object.entries(refinement.properties ?? {}).map(([name, property]) => [
    name,
    // A schema of its own replaces the one of the base, which it is part of.
    property.$ref ? property : { ...of.properties?.[name], ...property },
  ]);
  const required = [...new Set([...(of.required ?? []), ...(refinement.required ?? [])])];
  const { allOf: _, ...own } = schema;
  return { ...of, ...own, required, properties: { ...of.properties, ...Object.fromEntries(refined) } };
}

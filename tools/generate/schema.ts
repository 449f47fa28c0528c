/** The part of JSON Schema 2020-12 that these documents use, with their extensions. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly format?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
  readonly 'x-validated'?: boolean;
  readonly 'x-redact'?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly 'x-retry'?: string;
  readonly 'x-body'?: string;
}

export interface Ref {
  readonly $ref: string;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, ResponseObject | Ref>>;
}

/** One OpenAPI document whose references all stay inside it. */
export interface OpenApiDocument {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly [kind: string]: Readonly<Record<string, unknown>>;
  };
}

/** The object that a reference inside the document points to. Throws if there is none. */
export function resolveRef<T>(document: OpenApiDocument, value: T | Ref): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value as T;
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(value.$ref) ?? [];
  const found = document.components[kind]?.[name];
  if (found === undefined) throw new Error(`reference to nothing: ${value.$ref}`);
  return found as T;
}

/** `Student` of `#/components/schemas/Student`. */
export function schemaName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** A schema that may be null, without the null: `anyOf: [X, {type: null}]` gives X. */
export function withoutNull(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  if (schema.anyOf?.length === 2 && schema.anyOf[1]?.type === 'null' && schema.anyOf[0]) {
    return { schema: schema.anyOf[0], nullable: true };
  }
  return { schema, nullable: Array.isArray(schema.type) && schema.type.includes('null') };
}

/** Every operation of a document with its method (upper case) and path, in document order. */
export function operationsOf(document: OpenApiDocument) {
  const methods = new Set(['get', 'post', 'patch', 'delete']);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

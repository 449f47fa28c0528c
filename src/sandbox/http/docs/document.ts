/** An OpenAPI parameter, or a reference to one. */
interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly example?: unknown;
}

/** The parts of an OpenAPI document that are changed here. */
export interface OpenApiDocument {
  servers: readonly { readonly url: string; readonly description: string }[];
  readonly paths: Record<string, { parameters?: readonly Parameter[] }>;
  readonly components: { readonly parameters?: Record<string, Parameter> };
}

/** Ids of this sandbox: by collection for `id`, and by name for the other path parameters. */
export type ExampleIds = Readonly<Record<string, string | undefined>>;

/**
 * Adapts a document to a sandbox, so that "Execute" works immediately: the server is this origin, path ids belong to
 * existing records, and optional parameters are empty, because Swagger UI would send all examples at once.
 */
export function fitToSandbox(document: OpenApiDocument, server: string, ids: ExampleIds): OpenApiDocument {
  const shared = document.components.parameters ?? {};
  const parameters = Object.fromEntries(
    Object.entries(shared).map(([key, one]) => {
      const { example, ...rest } = one;
      return [key, one.in === 'query' || example === undefined ? rest : { ...rest, example }];
    }),
  );
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => {
      const inPath = item.parameters?.map((one) => {
        const whole = one.$ref ? parameters[one.$ref.slice(one.$ref.lastIndexOf('/') + 1)] : one;
        const id = ids[whole?.name === 'id' ? (path.split('/')[1] ?? '') : (whole?.name ?? '')];
        return whole && id !== undefined ? { ...whole, example: id } : one;
      });
      return [path, inPath ? { ...item, parameters: inPath } : item];
    }),
  );
  return {
    ...document,
    servers: [{ url: server, description: 'This sandbox' }],
    paths,
    components: { ...document.components, parameters },
  };
}

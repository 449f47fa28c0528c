import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenApiDocument } from './schema.ts';

/** TypeScript types of a document: `paths`, `components`, `operations`. */
export async function renderTypes(document: OpenApiDocument, header: string): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, { silent: true });
  // openapi-typescript notes in the description that it narrowed the tag of a union: of no use to readers
  return header + astToString(nodes).replaceAll(' (enum property replaced by openapi-typescript)', '');
}

/** `generated/model.ts`: the models of some documents as one. */
export function joinModels(stems: readonly string[], header: string): string {
  const spread = (part: string) => stems.map((_, at) => `...model${at}.${part}`).join(', ');
  return `${header}import type { ApiModel } from '../openapi/model-types.ts';
${stems.map((stem, at) => `import { model as model${at} } from './models/${stem}.ts';`).join('\n')}

/** The parts of the OpenAPI documents that claims and the redactor use. */
export const model: ApiModel = {
  operations: [${spread('operations')}],
  schemas: { ${spread('schemas')} },
};
`;
}

/** `generated/documents.ts`: the model and the validators of each document, by its stem. */
export function listDocuments(stems: readonly string[], header: string): string {
  const imports = stems.map(
    (stem, at) => `import { model as model${at} } from './models/${stem}.ts';
import * as validators${at} from './validators/${stem}.js';`,
  );
  return `${header}import type { ApiModel } from '../openapi/model-types.ts';
${imports.join('\n')}

/** The parts of an OpenAPI document that claims and the redactor use, and functions that compare bodies with it. */
export interface ApiDocument {
  readonly model: ApiModel;
  readonly validators: typeof import('./validators.js');
}

/** By stem. */
export const documents: ReadonlyMap<string, ApiDocument> = new Map([
${stems.map((stem, at) => `  ['${stem}', { model: model${at}, validators: validators${at} }],`).join('\n')}
]);
`;
}

/** `generated/paths.ts`: the types of the paths of each document, by its stem. */
export function listPaths(stems: readonly string[], header: string): string {
  return `${header}${stems.map((stem, at) => `import type { paths as Paths${at} } from './${stem}.ts';`).join('\n')}

/** The paths of each document, by its stem. */
export interface Paths {
${stems.map((stem, at) => `  readonly '${stem}': Paths${at};`).join('\n')}
}
`;
}

/** `generated/validators.js`: the validators of some documents as one; the first that knows an operation or a schema judges. */
export function joinValidators(stems: readonly string[], header: string): string {
  const functions = Object.entries({
    validateResponse: 'operationId, status, body',
    validateRequestBody: 'operationId, body',
    validateSchema: 'name, value',
  });
  return `${header}${stems.map((stem, at) => `import * as document${at} from './validators/${stem}.js';`).join('\n')}
${functions
  .map(
    ([name, parameters]) =>
      `export function ${name}(${parameters}) {
  return ${stems.map((_, at) => `document${at}.${name}(${parameters})`).join(' ?? ')};
}`,
  )
  .join('\n')}
`;
}

/** `generated/validators/*.d.ts`: the validators of one document have the types of the joined ones. */
export function documentTypes(header: string): string {
  return `${header}export * from '../validators.js';\n`;
}

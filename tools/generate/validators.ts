import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { ApiModel } from '../../openapi/model-types.ts';
import type { OpenApiDocument } from './schema.ts';
import { formats, isLeaf, orEmpty, reachable, tagsOf, wireSchema } from './wire-schema.ts';

/**
 * `generated/validators/`: one function for each schema of a document, shared by all its operations, and two tables. Request bodies are
 * judged as documented; responses with the tolerance that the wire asks for (an empty string in an enum and in an
 * optional field that has a format).
 */
export function renderValidators(document: OpenApiDocument, model: ApiModel, header: string): string {
  const requestNames = new Set(model.operations.map((operation) => operation.requestBody).filter(Boolean));
  const ajv = createAjv();
  const sources = new Map(Object.entries(document.components.schemas));
  const requested = reachable(requestNames, sources);
  const names = [...sources.keys()].filter((name) => !isLeaf(sources.get(name)));
  const tags = tagsOf(sources);
  for (const name of names) {
    const schema = sources.get(name);
    if (!schema) continue;
    const tolerance = { empty: !requested.has(name), exceptOf: tags.get(name) };
    ajv.addSchema(wireSchema(schema, sources, tolerance, true), name);
  }
  const exported = Object.fromEntries(names.map((name) => [`schema_${name}`, name]));
  const code = standaloneCode.default(ajv, exported).replace('"use strict";', '');
  const used = code.match(/require\([^)]*\)/);
  if (used) throw new Error(`the validators would need ${used[0]} at run time`);
  const bodies = Object.fromEntries(model.operations.map((operation) => [operation.id, operation.bodies]));
  const requests = Object.fromEntries(
    model.operations.flatMap(({ id, requestBody }) => (requestBody ? [[id, requestBody]] : [])),
  );
  return `${header}${code.replaceAll('export const schema_', 'const schema_')}
const schemas = {${names.map((name) => `${name}:schema_${name}`).join(',')}};
const bodies = ${JSON.stringify(bodies)};
const requests = ${JSON.stringify(requests)};
${runtime}`;
}

/** The hand-written end of the file. `if` only repeats what its branch has said, `anyOf` sums up what its choices said. */
const runtime = `
function violations(name, value) {
  const validate = name !== undefined && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!validate) return undefined;
  if (validate(value)) return [];
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if').map(toViolation);
}
function toViolation({ keyword, instancePath, message, params }) {
  if (keyword === 'enum') {
    const allowed = params.allowedValues.map((value) => JSON.stringify(value)).join(', ');
    return { instancePath, message: 'must be one of ' + allowed };
  }
  if (keyword === 'discriminator') {
    return { instancePath: instancePath + '/' + params.tag, message: 'is not a documented ' + params.tag };
  }
  return { instancePath, message };
}
export function validateResponse(operationId, status, body) {
  return Object.hasOwn(bodies, operationId) ? violations(bodies[operationId][status], body) : undefined;
}
export function validateRequestBody(operationId, body) {
  return Object.hasOwn(requests, operationId) ? violations(requests[operationId], body) : undefined;
}
export function validateSchema(name, value) {
  return violations(name, value);
}
`;

/** `generated/validators.d.ts`. */
export function renderValidatorTypes(header: string): string {
  return `${header}/** One place where a value does not fit its schema. */
export type Violation = {
  /** JSON Pointer into the value, \`''\` for the value itself. */
  readonly instancePath: string;
  readonly message: string;
};

/** What is wrong with a JSON body. \`undefined\`: the operation or status is not documented, or has no JSON body. */
export function validateResponse(operationId: string, status: number, body: unknown): readonly Violation[] | undefined;

/** What is wrong with a request body. \`undefined\`: the operation takes none, or is not documented. */
export function validateRequestBody(operationId: string, body: unknown): readonly Violation[] | undefined;

/** What is wrong with a value of a named schema, e.g. \`Student\`. \`undefined\`: there is no such schema. */
export function validateSchema(name: string, value: unknown): readonly Violation[] | undefined;
`;
}

/**
 * Plain Ajv: what is left in a wire schema means the same in JSON Schema draft 7 and 2020-12, and the code for 2020-12 is
 * larger, as it follows dynamic references that we do not have.
 */
function createAjv() {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    allowUnionTypes: true,
    strictRequired: false,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: false },
  });
  for (const [name, pattern] of Object.entries(formats)) {
    ajv.addFormat(name, new RegExp(`^${pattern}$`));
    ajv.addFormat(orEmpty(name), new RegExp(`^(?:${pattern})?$`));
  }
  return ajv;
}

import type {
  ApiModel,
  FieldModel,
  OperationModel,
  RedactionMark,
  SchemaModel,
} from '../../openapi/model-types.ts';
import type { OpenApiDocument, OperationObject, Parameter, ResponseObject, Schema } from './schema.ts';
import { operationsOf, resolveRef, schemaName, withoutNull } from './schema.ts';

const marks: readonly string[] = [
  ...['keep', 'category', 'id', 'name', 'email', 'date', 'calendar', 'instant', 'due'],
  ...['number', 'text', 'url', 'drop'],
];
const bodyKinds: readonly string[] = ['json', 'text', 'empty', 'html'];

/** The model of documents together, by document stem. Throws with the location if a mark is missing, or if a name means two things. */
export function buildModel(documents: ReadonlyMap<string, OpenApiDocument>): ApiModel {
  const operations: OperationModel[] = [];
  const schemas: Record<string, SchemaModel> = {};
  const sources: Record<string, string> = {};
  for (const [stem, document] of documents) {
    for (const { path, method, operation } of operationsOf(document)) {
      operations.push(operationModel(stem, document, path, method as OperationModel['method'], operation));
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (!isObject(schema)) continue;
      const source = JSON.stringify(schema);
      if ((sources[name] ?? source) !== source)
        throw new Error(`${stem}: ${name} differs in another document`);
      sources[name] = source;
      schemas[name] = schemaModel(document, name, schema);
    }
  }
  return { operations, schemas };
}

function isObject(schema: Schema): boolean {
  return schema.properties !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
}

function operationModel(
  stem: string,
  document: OpenApiDocument,
  path: string,
  method: OperationModel['method'],
  operation: OperationObject,
): OperationModel {
  const queryParams = (operation.parameters ?? [])
    .map((parameter) => resolveRef<Parameter>(document, parameter))
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => parameter.name);
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolveRef<ResponseObject>(document, response)] as const,
  );
  const bodies = Object.fromEntries(responses.flatMap(([status, response]) => bodyOf(status, response)));
  const record = recordOf(document, bodies['200']);
  const requestSchema = operation.requestBody?.content['application/json']?.schema?.$ref;
  return {
    id: operation.operationId,
    document: stem,
    method,
    path,
    queryParams,
    paginated:
      record.enveloped &&
      ['limit', 'starting_after', 'ending_before'].every((name) => queryParams.includes(name)),
    ...record,
    requestBody: requestSchema ? schemaName(requestSchema) : '',
    statuses: Object.fromEntries(responses.map(([status, response]) => [status, bodyKind(response)])),
    bodies,
  };
}

function bodyKind(response: ResponseObject): OperationModel['statuses'][string] {
  const kind = response['x-body'] ?? '';
  if (!bodyKinds.includes(kind)) throw new Error(`x-body is missing: ${response.description}`);
  return kind as OperationModel['statuses'][string];
}

function bodyOf(status: string, response: ResponseObject): [string, string][] {
  const ref = response.content?.['application/json']?.schema?.$ref;
  return ref ? [[status, schemaName(ref)]] : [];
}

/** Looks through the envelope: `StudentsResponse` is a list of `Student`, `UsersOrCount` of `User`, `LmsAssignmentResponse` one `LmsAssignment`. */
function recordOf(
  document: OpenApiDocument,
  envelope: string | undefined,
): Pick<OperationModel, 'answers' | 'enveloped' | 'record'> {
  const schemas = document.components.schemas;
  const choices = envelope ? (schemas[envelope]?.oneOf ?? [{ $ref: envelope }]) : [];
  const [data] = choices.flatMap(({ $ref = '' }) => schemas[schemaName($ref)]?.properties?.data ?? []);
  if (!data) return { answers: 'none', enveloped: false, record: '' };
  if (data.$ref) return { answers: 'single', enveloped: true, record: schemaName(data.$ref) };
  const item = schemaName(data.items?.$ref ?? '');
  const wrapped = schemas[item]?.properties?.data?.$ref;
  return { answers: 'list', enveloped: wrapped !== undefined, record: schemaName(wrapped ?? item) };
}

function schemaModel(document: OpenApiDocument, name: string, schema: Schema): SchemaModel {
  const choices = schema.oneOf ?? schema.anyOf;
  if (!choices) {
    const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => [
      field,
      fieldModel(document, `${name}.${field}`, property, schema.required?.includes(field) ?? false),
    ]);
    return { fields: Object.fromEntries(fields) };
  }
  const models = choices.map((choice) => {
    const choiceName = schemaName(choice.$ref ?? '');
    return schemaModel(document, choiceName, document.components.schemas[choiceName] ?? {});
  });
  const mapping = schema.discriminator?.mapping;
  return {
    fields: commonFields(models),
    ...(schema.discriminator && mapping
      ? {
          variants: {
            field: schema.discriminator.propertyName,
            schemas: Object.fromEntries(
              Object.entries(mapping).map(([value, ref]) => [value, schemaName(ref)]),
            ),
          },
        }
      : {}),
  };
}

/** The fields of all models: guaranteed if all models guarantee them, with the enum values of all. */
function commonFields(models: readonly SchemaModel[]): Record<string, FieldModel> {
  const fields: Record<string, FieldModel> = {};
  for (const name of new Set(models.flatMap((model) => Object.keys(model.fields)))) {
    const found = models.flatMap((model) => model.fields[name] ?? []);
    const [first] = found;
    if (!first) continue;
    const { ref, enum: _, ...common } = first;
    const values = [...new Set(found.flatMap((field) => field.enum ?? []))];
    fields[name] = {
      ...common,
      ...(ref && found.every((field) => field.ref === ref) ? { ref } : {}),
      guaranteed: found.length === models.length && found.every((field) => field.guaranteed),
      ...(values.length > 0 ? { enum: values } : {}),
    };
  }
  return fields;
}

function fieldModel(
  document: OpenApiDocument,
  place: string,
  property: Schema,
  guaranteed: boolean,
): FieldModel {
  const outer = withoutNull(property).schema;
  const validated = property['x-validated'] === true;
  const name = outer.$ref ? schemaName(outer.$ref) : undefined;
  const target = name ? document.components.schemas[name] : undefined;
  if (name && !target) throw new Error(`${place}: schema ${name} does not exist`);
  if (name && target && isObject(target)) return { type: 'object', ref: name, guaranteed, validated };
  const schema = target ?? outer;
  const type = [schema.type].flat().find((word) => word !== 'null');
  if (type === 'array') {
    const items = fieldModel(document, `${place}[]`, schema.items ?? {}, true);
    return items.ref
      ? { type, ref: items.ref, guaranteed, validated }
      : { type, items: { ...items, validated }, guaranteed, validated };
  }
  const redact = schema['x-redact'];
  if (!redact || !marks.includes(redact)) throw new Error(`${place}: x-redact is missing or unknown`);
  if (type === undefined) throw new Error(`${place}: a leaf without a type`);
  return {
    type: (type === 'object' ? 'map' : type) as FieldModel['type'],
    guaranteed,
    validated,
    ...(schema.enum ? { enum: schema.enum.filter((value) => value !== null) } : {}),
    ...(schema.pattern ? { pattern: schema.pattern } : {}),
    ...(schema.format ? { format: schema.format } : {}),
    redact: redact as RedactionMark,
  };
}

/** `generated/models/`: the model of a document as a constant. */
export function renderModel(model: ApiModel, header: string): string {
  const list = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)},`).join('\n');
  const schemas = Object.entries(model.schemas).map(([name, schema]) => {
    const { fields, ...rest } = schema;
    const lines = Object.entries(fields).map(
      ([field, value]) => `        ${JSON.stringify(field)}: ${JSON.stringify(value)},`,
    );
    const more = Object.entries(rest).map(([key, value]) => `      ${key}: ${JSON.stringify(value)},`);
    return [
      `    ${JSON.stringify(name)}: {`,
      '      fields: {',
      ...lines,
      '      },',
      ...more,
      '    },',
    ].join('\n');
  });
  return `${header}import type { ApiModel } from '../../openapi/model-types.ts';

/** The parts of the OpenAPI document that claims and the redactor use. */
export const model: ApiModel = {
  operations: [
${list(model.operations)}
  ],
  schemas: {
${schemas.join('\n')}
  },
};
`;
}

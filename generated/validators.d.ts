// Written by npm run generate out of openapi/. Do not edit.
/** One place where a value does not fit its schema. */
export type Violation = {
  /** JSON Pointer into the value, `''` for the value itself. */
  readonly instancePath: string;
  readonly message: string;
};

/** What is wrong with a JSON body. `undefined`: the operation or status is not documented, or has no JSON body. */
export function validateResponse(operationId: string, status: number, body: unknown): readonly Violation[] | undefined;

/** What is wrong with a request body. `undefined`: the operation takes none, or is not documented. */
export function validateRequestBody(operationId: string, body: unknown): readonly Violation[] | undefined;

/** What is wrong with a value of a named schema, e.g. `Student`. `undefined`: there is no such schema. */
export function validateSchema(name: string, value: unknown): readonly Violation[] | undefined;

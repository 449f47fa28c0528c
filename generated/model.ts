// Written by npm run generate out of openapi/. Do not edit.
import type { ApiModel } from '../openapi/model-types.ts';
import { model as model0 } from './models/data-v2.0.ts';
import { model as model1 } from './models/lms-connect-v3.1.ts';

/** The parts of the OpenAPI documents that claims and the redactor use. */
export const model: ApiModel = {
  operations: [...model0.operations, ...model1.operations],
  schemas: { ...model0.schemas, ...model1.schemas },
};

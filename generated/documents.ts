// Written by npm run generate out of openapi/. Do not edit.
import type { ApiModel } from '../openapi/model-types.ts';
import { model as model0 } from './models/data-v2.0.ts';
import * as validators0 from './validators/data-v2.0.js';
import { model as model1 } from './models/data-v2.1.ts';
import * as validators1 from './validators/data-v2.1.js';
import { model as model2 } from './models/data-v3.0.ts';
import * as validators2 from './validators/data-v3.0.js';
import { model as model3 } from './models/data-v3.1.ts';
import * as validators3 from './validators/data-v3.1.js';
import { model as model4 } from './models/lms-connect-v3.1.ts';
import * as validators4 from './validators/lms-connect-v3.1.js';

/** The parts of an OpenAPI document that claims and the redactor use, and functions that compare bodies with it. */
export interface ApiDocument {
  readonly model: ApiModel;
  readonly validators: typeof import('./validators.js');
}

/** By stem. */
export const documents: ReadonlyMap<string, ApiDocument> = new Map([
  ['data-v2.0', { model: model0, validators: validators0 }],
  ['data-v2.1', { model: model1, validators: validators1 }],
  ['data-v3.0', { model: model2, validators: validators2 }],
  ['data-v3.1', { model: model3, validators: validators3 }],
  ['lms-connect-v3.1', { model: model4, validators: validators4 }],
]);

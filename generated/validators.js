// Written by npm run generate out of openapi/. Do not edit.
import * as document0 from './validators/data-v2.0.js';
import * as document1 from './validators/lms-connect-v3.1.js';
export function validateResponse(operationId, status, body) {
  return document0.validateResponse(operationId, status, body) ?? document1.validateResponse(operationId, status, body);
}
export function validateRequestBody(operationId, body) {
  return document0.validateRequestBody(operationId, body) ?? document1.validateRequestBody(operationId, body);
}
export function validateSchema(name, value) {
  return document0.validateSchema(name, value) ?? document1.validateSchema(name, value);
}

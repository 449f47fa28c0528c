// Written by npm run generate out of openapi/. Do not edit.
export * from '../validators.js';

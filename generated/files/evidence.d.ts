// Written by npm run generate out of docs/*.schema.json. Do not edit.
import type { SchemaValidator } from '../../src/file-schema.js';
import type { Evidence } from '../../src/result.js';

export const isEvidence: SchemaValidator<Evidence>;

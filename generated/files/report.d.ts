// Written by npm run generate out of docs/*.schema.json. Do not edit.
import type { SchemaValidator } from '../../src/file-schema.js';
import type { Report } from '../../src/report/model/report.js';

export const isReport: SchemaValidator<Report>;

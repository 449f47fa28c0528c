// Written by npm run generate out of docs/*.schema.json. Do not edit.
import type { SchemaValidator } from '../../src/file-schema.js';
import type { ProbeFile, RecordingIndex } from '../../src/recording.js';

export const isProbeFile: SchemaValidator<ProbeFile>;
export const isIndex: SchemaValidator<RecordingIndex>;

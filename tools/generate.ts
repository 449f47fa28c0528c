/**
 * `npm run generate` writes `generated/` from `openapi/` and `docs/*.schema.json`; with `-- --check` it writes nothing, names
 * stale files, and exits with 1 if there are any.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { flattenSchemas, readDocument } from './generate/documents.ts';
import { renderFileValidators } from './generate/file-validators.ts';
import type { Files } from './generate/files.ts';
import { checkOrWrite } from './generate/files.ts';
import { documentTypes, joinModels, joinValidators, listDocuments, listPaths } from './generate/joined.ts';
import { buildModel, renderModel } from './generate/model.ts';
import { renderTypes } from './generate/types.ts';
import { renderValidators, renderValidatorTypes } from './generate/validators.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'generated');
/** All but what they share. */
const documents = readdirSync(join(root, 'openapi'))
  .filter((name) => /-v\d.*\.yaml$/.test(name))
  .sort();
/** What the suite judges: the names of these documents mean the same in both. */
const judged = ['data-v2.0', 'lms-connect-v3.1'];
const header = '// Written by npm run generate out of openapi/. Do not edit.\n';
const fileHeader = '// Written by npm run generate out of docs/*.schema.json. Do not edit.\n';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
checkOrWrite(folder, await render(), { isCheck: values.check, name: 'generated', script: 'generate' });

async function render(): Promise<Files> {
  const read = new Map(
    documents.map((name) => [
      name.replace(/(?:\.overlay)?\.yaml$/, ''),
      flattenSchemas(readDocument(join(root, 'openapi', name))),
    ]),
  );
  // Throws if a name means two things.
  buildModel(new Map([...read].filter(([stem]) => judged.includes(stem))));
  const out = new Map([
    ['documents.ts', listDocuments([...read.keys()], header)],
    ['paths.ts', listPaths([...read.keys()], header)],
    ['model.ts', joinModels(judged, header)],
    ['validators.js', joinValidators(judged, header)],
    ['validators.d.ts', renderValidatorTypes(header)],
    ...renderFileValidators(join(root, 'docs'), fileHeader),
  ]);
  for (const [stem, document] of read) {
    const model = buildModel(new Map([[stem, document]]));
    out.set(`${stem}.ts`, await renderTypes(document, header));
    out.set(`models/${stem}.ts`, renderModel(model, header));
    out.set(`openapi/${stem}.json`, `${JSON.stringify(document, null, 1)}\n`);
    out.set(`validators/${stem}.js`, renderValidators(document, model, header));
    out.set(`validators/${stem}.d.ts`, documentTypes(header));
  }
  return out;
}

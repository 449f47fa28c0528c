/**
 * `npm run reference` writes `docs/reference/` from the flags of the program, from `contracts/`, the schemas and what the package exports; with `-- --check` it writes nothing,
 * names stale files, and exits with 1 if there are any.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgram } from '../src/cli/main.ts';
import { checkOrWrite } from './generate/files.ts';
import { renderApi } from './reference/api.ts';
import { renderOpenQuestions, renderRequirements } from './reference/catalogue.ts';
import { renderCommandLine } from './reference/command-line.ts';
import { renderConfigSchema } from './reference/config-schema.ts';
import { renderEnvironment, renderFormats, renderStates } from './reference/pages.ts';

const folder = join(import.meta.dirname, '../docs/reference');
const { stdout, stderr } = process;
const { signal } = new AbortController();
const program = createProgram({ stdout, stderr, env: {}, signal }, () => {});
const files = new Map([
  ['command-line.md', renderCommandLine(program)],
  ['config.schema.json', renderConfigSchema(program)],
  ['requirements.md', renderRequirements()],
  ['open-questions.md', renderOpenQuestions()],
  ['states.md', renderStates()],
  ['environment.md', renderEnvironment()],
  ['formats.md', renderFormats()],
  ['library.md', renderApi()],
]);
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
checkOrWrite(folder, files, { isCheck: values.check, name: 'docs/reference', script: 'reference' });

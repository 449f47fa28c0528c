import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clientVariables,
  nodeVariables,
  suiteVariables,
  type Variable,
} from '../../contracts/environment.ts';
import { type StateDefinition, states } from '../../contracts/states.ts';

/** The provider states, as the sandbox takes them and as a server under test may. */
export function renderStates(): string {
  return `# Provider states

<!-- Written by \`npm run reference\` from contracts/states.ts. Do not edit. -->

What a test server can be put into, so that more of it can be judged: \`--states URL\` names its endpoint. It takes what Pact's provider-state endpoint takes, \`POST {"state", "params", "action": "setup"}\`, and
answers with values in JSON. The sandbox has all of them at \`/_states\`; a state that your server refuses leaves what needs it untested.

| state | parameters | returns | |
| --- | --- | --- | --- |
${states.map(stateRow).join('\n')}
`;
}

function stateRow({ name, params, returns, summary }: StateDefinition): string {
  const given = Object.entries(params).map(([param, type]) => `\`${param}\`: ${type}`);
  return `| \`${name}\` | ${given.join(', ')} | ${returns.map((one) => `\`${one}\``).join(', ')} | ${summary} |`;
}

/** The variables of the environment. */
export function renderEnvironment(): string {
  return `# Environment variables

<!-- Written by \`npm run reference\` from contracts/environment.ts. Do not edit. -->

## Of the suite

${variableTable(suiteVariables)}

## Of Node

${variableTable(nodeVariables)}

## Of a client

A client that is started as a command gets these, the usual ones (paths, languages, their runtimes), and those that \`--env\` names: no others, for any may be a secret.

${variableTable(clientVariables)}
`;
}

function variableTable(variables: readonly Variable[]): string {
  return `| variable | |\n| --- | --- |\n${variables.map(({ name, summary }) => `| \`${name}\` | ${summary} |`).join('\n')}`;
}

/** A JSON schema, as far as the pages show it. */
interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const formats = ['report', 'evidence', 'recording'] as const;

/** The members of the files that the suite writes, from their published schemas. */
export function renderFormats(): string {
  const parts = formats.map((name) => {
    const file = join(import.meta.dirname, '../../docs', `${name}.schema.json`);
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
    return `## ${name}\n\n${schema.description ?? ''}\n\nSchema: [${name}.schema.json](../${name}.schema.json)\n\n| member | type | |\n| --- | --- | --- |\n${rowsOf(schema, '').join('\n')}\n`;
  });
  return `# File formats

<!-- Written by \`npm run reference\` from docs/*.schema.json. Do not edit. -->

Members may be added to a format, but not changed. Programs get the schemas as \`clever-conformance/schemas/report.schema.json\`.

${parts.join('\n')}`;
}

function rowsOf({ properties = {}, required = [] }: Schema, above: string): readonly string[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const path = `${above}${name}`;
    const optional = required.includes(name) ? '' : '?';
    const row = `| \`${path}${optional}\` | ${typeOf(member)} | ${(member.description ?? '').replaceAll('|', '\\\\|')} |`;
    return [row, ...rowsOf(member, `${path}.`), ...(member.items ? rowsOf(member.items, `${path}[].`) : [])];
  });
}

function typeOf({ type, const: constant, enum: values, $ref, items, properties }: Schema): string {
  if ($ref !== undefined) return $ref.replace(/^.*\//, '');
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (values) return values.map((one) => `\`${JSON.stringify(one)}\``).join(', ');
  if (items) return `list of ${items.properties ? 'objects' : typeOf(items)}`;
  return [type ?? (properties ? 'object' : 'any')].flat().join(' or ');
}

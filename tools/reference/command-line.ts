import type { Argument, Command, Option } from 'commander';

/** The reference of the command line: every verb with its arguments and flags, as the program itself knows them. */
export function renderCommandLine(program: Command): string {
  const verbs = program.commands.flatMap(leavesOf);
  return `# Command line

<!-- Written by \`npm run reference\` from the flags of the program. Do not edit. -->

\`npx clever-conformance VERB\`; \`--help\` behind any verb says the same. The [exit codes](../reports.md#exit-codes) are the same for all.

| verb | does |
| --- | --- |
${verbs.map((verb) => `| [${nameOf(verb)}](#${anchorOf(verb)}) | ${cell(verb.summary() || verb.description())} |`).join('\n')}

${verbs.map(renderVerb).join('\n')}`;
}

/** A verb of its own, or those below it: \`pact export\`. */
function leavesOf(command: Command): readonly Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command];
}

function nameOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}

function anchorOf(command: Command): string {
  return nameOf(command).replaceAll(' ', '-');
}

function renderVerb(command: Command): string {
  const usage = `npx clever-conformance ${nameOf(command)} ${command.usage()}`.trim();
  const { registeredArguments, options } = command;
  return [
    `## ${nameOf(command)}`,
    '',
    prose(command.description()),
    '',
    '```sh',
    usage,
    '```',
    '',
    ...table('argument', registeredArguments.map(argumentRow)),
    ...table('flag', options.filter(({ hidden }) => !hidden).map(optionRow)),
  ].join('\n');
}

type Row = readonly [name: string, text: string];

function argumentRow(argument: Argument): Row {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  const text = argument.required ? argument.description : `${argument.description} (optional)`;
  return [`\`${name}\``, withDefault(text, argument.defaultValue)];
}

function optionRow(option: Option): Row {
  return [
    `\`${option.flags}\``,
    withDefault(option.description, option.negate ? undefined : option.defaultValue),
  ];
}

function withDefault(text: string, value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${text}; default: \`${value}\`` : text;
}

function table(title: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    `| ${title} | |`,
    '| --- | --- |',
    ...rows.map(([name, text]) => `| ${cell(name)} | ${cell(text)} |`),
    '',
  ];
}

/** In a table, a bar ends the cell. */
function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Placeholders such as \`<dir>\` are no HTML, but in code they are what they are. */
function prose(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}

import type { Command, Option } from 'commander';
import { namesFiles } from '../../src/cli/config/apply.ts';
import { judging, shared } from '../../src/cli/config/read.ts';

/** The JSON schema of `clever-conformance.yml`, for editors: a section for each verb that judges, with its flags. */
export function renderConfigSchema(program: Command): string {
  const verbs = judging.flatMap((name) => program.commands.find((one) => one.name() === name) ?? []);
  const sections = verbs.map((verb) => [verb.name(), sectionOf(flagsOf(verb), verb.name())] as const);
  const all = sectionOf(Object.assign({}, ...verbs.map(flagsOf)), 'every verb that has them');
  return `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:clever-conformance:config',
      title: 'Configuration of clever-conformance',
      description: 'Flags of a project, without their dashes. Written by npm run reference.',
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        [shared]: all,
        ...Object.fromEntries(sections),
        targets: {
          description: 'Flags by the name of a target: server --target NAME.',
          type: ['object', 'null'],
          additionalProperties: sections.find(([name]) => name === 'server')?.[1],
        },
      },
    },
    null,
    2,
  )}\n`;
}

function sectionOf(properties: object, verb: string) {
  return {
    description: `Flags of ${verb}.`,
    type: ['object', 'null'],
    additionalProperties: false,
    properties,
  };
}

/** Their names and forms, as the command line has them. */
function flagsOf(verb: Command): Record<string, object> {
  const flags = verb.options
    .filter((one) => !one.hidden && !namesFiles.includes(one.attributeName()))
    .map(
      (option) =>
        [
          option.negate ? option.attributeName() : option.name(),
          { description: `${option.negate ? 'false: ' : ''}${option.description}`, ...formOf(option) },
        ] as const,
    );
  const command =
    verb.name() === 'client'
      ? { command: { description: 'The command that starts the client.', ...texts } }
      : {};
  return { ...Object.fromEntries(flags), ...command };
}

const text = { type: ['string', 'number'] };
const texts = { type: 'array', items: { type: 'string' }, minItems: 1 };

function formOf(option: Option): object {
  if (option.isBoolean() || option.negate) return { type: 'boolean' };
  return option.variadic ? { anyOf: [text, { type: 'array', items: text }] } : text;
}

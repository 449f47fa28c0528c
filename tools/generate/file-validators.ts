import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** A published schema and the validators compiled from it. */
interface FileSchema {
  readonly stem: string;
  /** Without `if`, so that a file that contradicts itself can be read and `verify` can report the contradiction. */
  readonly withoutConditions?: true;
  readonly validators: readonly { readonly name: string; readonly ref: string }[];
}

const fileSchemas: readonly FileSchema[] = [
  {
    stem: 'report',
    withoutConditions: true,
    validators: [{ name: 'isReport', ref: '#' }],
  },
  {
    stem: 'evidence',
    validators: [{ name: 'isEvidence', ref: '#' }],
  },
  {
    stem: 'recording',
    validators: [
      { name: 'isProbeFile', ref: '#/$defs/probeFile' },
      { name: 'isIndex', ref: '#/$defs/index' },
    ],
  },
];

/** Keywords that validate nothing. */
const prose = ['$schema', 'title', 'description'];
const conditions = ['if', 'then', 'else'];

/** A time in UTC as written by `toISOString`, which `Date.parse` always accepts. */
const instant =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z$/;

/** `generated/files/`: for each schema in `docs`, its validators as code without dependencies, with types. */
export function renderFileValidators(docs: string, header: string): [string, string][] {
  return fileSchemas.flatMap(({ stem, withoutConditions, validators }) => {
    const schema = JSON.parse(readFileSync(join(docs, `${stem}.schema.json`), 'utf8')) as object;
    const ajv = new Ajv2020({
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
      strictTuples: false,
      messages: false,
      unevaluated: false,
      unicodeRegExp: true,
      formats: { 'date-time': instant },
      code: { source: true, esm: true, lines: true },
    });
    const dropped = new Set([...prose, ...(withoutConditions ? conditions : [])]);
    ajv.addSchema(without(dropped, schema) as object, stem);
    const refs = Object.fromEntries(validators.map(({ name, ref }) => [name, `${stem}${ref}`]));
    const code = standaloneCode.default(ajv, refs).replace('"use strict";\n', '');
    const used = code.match(/require\([^)]*\)/);
    if (used) throw new Error(`the validators of ${stem} would need ${used[0]} at run time`);
    return [
      [`files/${stem}.js`, `${header}${code.trimEnd()}\n`],
      [`files/${stem}.d.ts`, renderTypes(validators, header)],
    ];
  });
}

/** Without imports: generated code does not depend on the suite. */
function renderTypes(validators: FileSchema['validators'], header: string): string {
  return [
    header.trimEnd(),
    '/** After a refusal, `errors` has the first error. */',
    'interface SchemaValidator {',
    '  (value: unknown): boolean;',
    '  readonly errors?: readonly {',
    '    readonly instancePath: string;',
    '    readonly keyword: string;',
    '    readonly params: Readonly<Record<string, unknown>>;',
    '  }[] | null;',
    '}',
    '',
    ...validators.map(({ name }) => `export const ${name}: SchemaValidator;`),
    '',
  ].join('\n');
}

/** A schema without some of its keywords; properties with such a name stay. */
function without(keywords: ReadonlySet<string>, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => without(keywords, one));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !keywords.has(key))
      .map(([key, value]) => [
        key,
        key === 'properties' || key === '$defs' ? eachMember(keywords, value) : without(keywords, value),
      ]),
  );
}

function eachMember(keywords: ReadonlySet<string>, schemas: object): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, without(keywords, schema)]),
  );
}

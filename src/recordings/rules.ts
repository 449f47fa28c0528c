import { createHash } from 'node:crypto';
import { model } from '../../generated/model.ts';
import type { FieldModel } from '../../openapi/model-types.ts';

/** Counts up whenever the redactor keeps, replaces or drops something otherwise than before. */
export const redactorVersion = 1;

/** SHA-256 in hex of every redaction mark of the API's description: which leaf is kept, and what the others become. */
export function rulesDigest(): string {
  const lines = Object.entries(model.schemas).flatMap(([schema, { fields }]) =>
    Object.entries(fields).map(([name, field]) => `${schema}.${name} ${marksOf(field)}`),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** The mark, and what decides whether a kept value may stay: the closed list, the pattern, the format. */
function marksOf(field: FieldModel): string {
  const { redact = '', enum: listed = [], pattern = '', format = '', items } = field;
  return `${redact} ${listed.join('|')} ${pattern} ${format}${items ? ` [${marksOf(items)}]` : ''}`;
}

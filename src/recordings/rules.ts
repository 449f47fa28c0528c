import { createHash } from 'node:crypto';
import { model } from '../../generated/model.ts';
import type { FieldModel } from '../../openapi/model-types.ts';

/** Increment when the redactor keeps, replaces or drops data differently. */
export const redactorVersion = 2;

/** SHA-256 in hex of all redaction rules of the API description. */
export function rulesDigest(): string {
  const lines = Object.entries(model.schemas).flatMap(([schema, { fields }]) =>
    Object.entries(fields).map(([name, field]) => `${schema}.${name} ${marksOf(field)}`),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** The rule, and what restricts kept values: enum, pattern, format. */
function marksOf(field: FieldModel): string {
  const { redact = '', enum: listed = [], pattern = '', format = '', items } = field;
  return `${redact} ${listed.join('|')} ${pattern} ${format}${items ? ` [${marksOf(items)}]` : ''}`;
}

import { lmsErrorTable } from '../contracts/lms-errors.ts';
import { malformedId, unknownAssignment, unknownId, unknownSection } from '../contracts/made-up-ids.ts';
import { openQuestions } from '../contracts/open-questions.ts';
import { requirements } from '../contracts/requirements/index.ts';
import { states } from '../contracts/states.ts';
import { statusTable } from '../contracts/status-table.ts';
import { documents } from '../generated/documents.ts';
import type { FieldModel } from '../openapi/model-types.ts';

/** What the suite and the API's documents say: public, whatever a run brings. */
export interface PublishedTexts {
  readonly texts: readonly string[];
  /** Documented fields that may have any text. */
  readonly freeFields: readonly string[];
}

const models = [...documents.values()].map(({ model }) => model);
const schemas = models.flatMap((one) => Object.values(one.schemas));

/** The texts of the documents and of the catalogue. */
export function publishedTexts(): PublishedTexts {
  const texts = new Set<string>([malformedId, unknownId, unknownSection, unknownAssignment]);
  const stack: unknown[] = [models, requirements, openQuestions, lmsErrorTable, statusTable, states];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        if (!Array.isArray(value)) texts.add(name);
        if (one !== null && one !== undefined) stack.push(one);
      }
  }
  return { texts: [...texts], freeFields: freeFields() };
}

/** Every value that the API's documents list. */
export function listedValues(): readonly string[] {
  return schemas.flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => (field.items ?? field).enum ?? []),
  );
}

/** Fields that are text and nowhere listed, patterned or formatted. */
function freeFields(): readonly string[] {
  const fields = schemas.flatMap((schema) => Object.entries(schema.fields));
  const bound = new Set(fields.filter(([, field]) => !isFree(field)).map(([name]) => name));
  return fields.map(([name]) => name).filter((name) => !bound.has(name));
}

function isFree(field: FieldModel): boolean {
  const { type, enum: listed, pattern, format } = field.items ?? field;
  return type === 'string' && listed === undefined && pattern === undefined && format === undefined;
}

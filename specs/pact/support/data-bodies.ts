import { profiles } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { documentOf, operationsOf } from '../../../src/pacts/documents.ts';
import { containing, eachLike, like, regex, type Template } from '../../../src/pacts/export/matchers.ts';
import { entryTemplateOf, templateOf } from '../../../src/pacts/export/schema-templates.ts';

const [profile] = profiles;

/** The API's path prefix: `/v2.0`. */
export const { prefix } = profile;

/** The operations of the Data API, all of which the client supports. */
export const operations: readonly OperationModel[] = operationsOf(profile);

const { examples } = documentOf(profile).components as {
  readonly examples: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>;
};

/** The body of a single record, with its guaranteed fields. */
export function recordBody({ record, bodies }: OperationModel): Template {
  const body = templateOf(bodies['200'] ?? '', examples[`one-${kebab(record)}`]?.value);
  return record === 'Event' ? { data: eventTemplate((body as { data: Template }).data) } : body;
}

/** One entry of a list's `data`. */
export function entryOf(operation: OperationModel): Template {
  const { record } = operation;
  const page = examples[`${kebab(record)}s-page`]?.value.data as readonly unknown[];
  const entry = entryTemplateOf(operation, page[0]);
  return record === 'Event' ? { data: eventTemplate((entry as { data: Template }).data) } : entry;
}

/** Clients distinguish events by type, so its format is matched, not just that it is a string. */
function eventTemplate(event: Template): Template {
  return { ...(event as object), type: regex('^[a-z]+\\.(created|updated|deleted)$', 'students.created') };
}

/** A list of any length, matching only its entries. */
export function listBody(operation: OperationModel, min: 0 | 1): Template {
  return { data: eachLike(entryOf(operation), min), links: containing([link('self')]) };
}

/** A page with a record of this id, and its links. */
export function pageOf(operation: OperationModel, id: string, links: Template): Template {
  const { data } = entryOf(operation) as { readonly data: { readonly [name: string]: Template } };
  return { data: eachLike({ data: { ...data, id: regex(objectId, id) } }), links };
}

/** A link with any uri of this version. */
export function link(rel: string): Template {
  return { rel, uri: regex(`^${escaped(prefix)}/.*$`, `${prefix}/students`) };
}

/** A link with this uri and any cursor id, with the two parameters in any order. */
export function pageLink(rel: 'next' | 'prev', path: string, limit: string, id: string): Template {
  const cursor = rel === 'next' ? 'starting_after' : 'ending_before';
  const of = (value: string) => `${cursor}=${value}`;
  const either = `(limit=${limit}&${of('[0-9a-f]{24}')}|${of('[0-9a-f]{24}')}&limit=${limit})`;
  return {
    rel,
    uri: regex(`^${escaped(prefix + path)}\\?${either}$`, `${prefix}${path}?limit=${limit}&${of(id)}`),
  };
}

/** Links of a last page: in any order, without next. */
export const noNext: Template = eachLike({
  rel: regex('^(self|prev)$', 'self'),
  uri: regex(`^${escaped(prefix)}/.*$`, `${prefix}/students`),
});

/** An error as actually sent; the client also reads `message`. */
export function errorBody(text: string): Template {
  return { error: like(text) };
}

const objectId = '^[0-9a-f]{24}$';

function escaped(text: string): string {
  return text.replaceAll('.', '\\.');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at) => (at === 0 ? '' : '-') + letter.toLowerCase());
}

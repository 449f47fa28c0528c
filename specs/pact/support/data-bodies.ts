import type { Profile } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { apiFor } from '../../../src/api.ts';
import type { Members } from '../../../src/exchange.ts';
import { type AskedList, listOf, mainJobIn } from '../../../src/job-list.ts';
import { documentOf, examplesIn } from '../../../src/pacts/documents.ts';
import { containing, eachLike, like, regex, type Template } from '../../../src/pacts/export/matchers.ts';
import { entryTemplateOf, templateOf } from '../../../src/pacts/export/schema-templates.ts';

/** Bodies and links of one version of the Data API, as its document has them. */
export interface DataBodies {
  readonly profile: Profile;
  /** The list that almost every client reads: `students`, or `users?role=student`. */
  readonly main: AskedList;
  /** Its operation. */
  readonly mainOperation: OperationModel;
  /** The body of a single record, with its guaranteed fields. */
  recordBody(operation: OperationModel): Template;
  /** A list with at least so many entries, matching only these; `undefined` if it may look otherwise when it is empty. */
  listBody(operation: OperationModel, min: 0 | 1): Template | undefined;
  /** A page of the main list with at least one entry, of the role that the list is filtered by if it is. */
  mainPage(links: Template, id?: string): Template;
  /** A user with a role, and the guaranteed fields of both. */
  userWith(role: string): Template;
  /** A link with any uri of this version. */
  link(rel: string): Template;
  /** A link to a page of the main list, with any cursor id and with the parameters in any order. */
  pageLink(rel: 'next' | 'prev', limit: string, id: string): Template;
  /** Links of a last page: in any order, without next. */
  readonly noNext: Template;
}

export function dataBodiesOf(profile: Profile): DataBodies {
  const { schemas, operations, choices } = apiFor(profile);
  const { prefix } = profile;
  const document = documentOf(profile);
  const main = listOf(mainJobIn(profile))!;
  const mainOperation = operations.find(({ path }) => path === `/${main.name}`)!;
  const anyUri = regex(`^${escaped(prefix)}/.*$`, `${prefix}/${choices.main}`);

  /** Clients distinguish events by type, so its format is matched, not just that it is a string. */
  const eventTemplate = (event: Template): Template => ({
    ...(event as object),
    type: regex('^[a-z]+\\.(created|updated|deleted)$', `${choices.main}.created`),
  });
  const refined = ({ record }: OperationModel, template: Template): Template =>
    record === 'Event' ? { data: eventTemplate((template as { data: Template }).data) } : template;
  const entryOf = (operation: OperationModel): Template => {
    const [page = {}] = examplesIn(document, operation);
    const [entry] = page.data as readonly unknown[];
    return refined(operation, entryTemplateOf(schemas, operation, entry));
  };
  /** The guaranteed fields of a role, with the values of the first example that has it. */
  const roleOf = (role: string): Template => {
    const { type, field } = choices.roles!;
    const single = operations.find(({ answers, record }) => answers === 'single' && record === type)!;
    const all = examplesIn(document, single).map(({ data }) => (data as Members)[field] as Members);
    const ref = schemas[schemas[type]?.fields[field]?.ref ?? '']?.fields[role]?.ref ?? '';
    return templateOf(schemas, ref, all.find((one) => one[role] !== undefined)?.[role] ?? {});
  };
  const withRole = (entry: Template, role: string): Template => {
    const { data } = entry as { readonly data: object };
    return { data: { ...data, [choices.roles!.field]: { [role]: roleOf(role) } } };
  };
  const role = main.filters.find(([name]) => name === 'role')?.[1];
  const mainEntry = (): Template =>
    role === undefined ? entryOf(mainOperation) : withRole(entryOf(mainOperation), role);

  const bodies: DataBodies = {
    profile,
    main,
    mainOperation,
    recordBody: (operation) =>
      refined(
        operation,
        templateOf(schemas, operation.bodies['200'] ?? '', examplesIn(document, operation)[0]),
      ),
    listBody: (operation, min) => {
      const { data, links } = schemas[operation.bodies['200'] ?? '']?.fields ?? {};
      if (min === 0 && !data?.guaranteed) return undefined;
      const isLinked = links?.guaranteed || (operation.enveloped && min === 1);
      return {
        data: eachLike(entryOf(operation), min),
        ...(isLinked ? { links: containing([bodies.link('self')]) } : {}),
      };
    },
    mainPage: (links, id) => {
      const entry = mainEntry();
      if (id === undefined) return { data: eachLike(entry), links };
      const { data } = entry as { readonly data: object };
      return { data: eachLike({ data: { ...data, id: regex(objectId, id) } }), links };
    },
    userWith: (wanted) => withRole(entryOf(mainOperation), wanted),
    link: (rel) => ({ rel, uri: anyUri }),
    pageLink: (rel, limit, id) => {
      const cursor = rel === 'next' ? 'starting_after' : 'ending_before';
      const parts = (value: string) => [
        `limit=${limit}`,
        `${cursor}=${value}`,
        ...main.filters.map(([name, of]) => `${name}=${of}`),
      ];
      const anyOrder = `(${permutations(parts('[0-9a-f]{24}'))
        .map((one) => one.join('&'))
        .join('|')})`;
      const path = `${prefix}/${main.name}`;
      return { rel, uri: regex(`^${escaped(path)}\\?${anyOrder}$`, `${path}?${parts(id).join('&')}`) };
    },
    noNext: eachLike({ rel: regex('^(self|prev)$', 'self'), uri: anyUri }),
  };
  return bodies;
}

/** An error as actually sent; the client also reads `message`. */
export function errorBody(text: string): Template {
  return { error: like(text) };
}

const objectId = '^[0-9a-f]{24}$';

function escaped(text: string): string {
  return text.replaceAll('.', '\\.');
}

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) => permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

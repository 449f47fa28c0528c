import { documents } from '../../../generated/documents.ts';
import type { Scope } from '../scope.ts';

/**
 * Field names that Clever sends or that envelopes use, although these versions' descriptions lack them (public SDKs, later
 * versions, recordings). Any other undocumented name is replaced, because a name can be personal, too.
 */
const wellKnown: readonly string[] = [
  ...['data', 'links', 'uri', 'rel', 'message', 'error', 'errors', 'code', 'object', 'previous_attributes'],
  ...[
    'paging',
    'current',
    'total',
    'count',
    'range_paging',
    'entries_remaining',
    'pages_remaining',
    'lowest',
    'highest',
  ],
  ...[
    'ext',
    'home_language',
    'home_language_code',
    'enrollments',
    'iep_status',
    'unweighted_gpa',
    'weighted_gpa',
  ],
  ...['department', 'portal_url', 'login_methods', 'district_contact', 'section_504_status', 'frl_status'],
  ...['lms_status', 'lms_state', 'lms_type', 'synced_in_lms', 'last_lms_sync', 'lms_matched_percentage'],
  ...[
    'roles',
    'legacy_id',
    'student',
    'teacher',
    'staff',
    'contact',
    'district_admin',
    'school_admin',
    'resources',
  ],
  ...['assignee_mod', 'text', 'type', 'id', 'status', 'success'],
];

const models = [...documents.values()].map(({ model }) => model);
const schemas = models.flatMap((one) => Object.entries(one.schemas));

/** Field names that are kept: those of any schema and parameter of the documents, and the well-known ones. */
export const knownNames: ReadonlySet<string> = new Set([
  ...wellKnown,
  ...schemas.flatMap(([, { fields }]) => Object.keys(fields)),
  ...models.flatMap(({ operations }) =>
    operations.flatMap(({ path, queryParams }) => [
      ...(path.match(/(?<=\{)\w+(?=\})/g) ?? []),
      ...queryParams,
    ]),
  ),
]);

/** The schemas of the documents, by which a server may name its types. */
export const schemaNames: ReadonlySet<string> = new Set(schemas.map(([name]) => name));

/** A field name in a body or an error text. Go matches keys case-insensitively, so a known name in another case is kept. */
export function redactName(name: string, { names, keyed }: Pick<Scope, 'names' | 'keyed'>): string {
  return names.has(name) || names.has(name.toLowerCase()) ? name : `x-${keyed.tag('field', name)}`;
}

/** Every word of a documented enum, as validation messages repeat them. */
export const enumWords: ReadonlySet<string> = new Set(
  schemas
    .flatMap(([, { fields }]) => Object.values(fields))
    .flatMap((field) => [...(field.enum ?? []), ...(field.items?.enum ?? [])])
    .flatMap((value) => value.split(' ')),
);

import type { ApiModel } from '../../../openapi/model-types.ts';
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

/** Field names that are kept: those of any schema and parameter of the model, and the well-known ones. */
export function knownNames(model: ApiModel): ReadonlySet<string> {
  const names = new Set(wellKnown);
  for (const schema of Object.values(model.schemas))
    for (const name of Object.keys(schema.fields)) names.add(name);
  for (const { path, queryParams } of model.operations)
    for (const name of [...(path.match(/(?<=\{)\w+(?=\})/g) ?? []), ...queryParams]) names.add(name);
  return names;
}

/** A field name in a body or an error text. Go matches keys case-insensitively, so a known name in another case is kept. */
export function redactName(name: string, { names, keyed }: Pick<Scope, 'names' | 'keyed'>): string {
  return names.has(name) || names.has(name.toLowerCase()) ? name : `x-${keyed.tag('field', name)}`;
}

/** Every word of a documented enum, as validation messages repeat them. */
export function enumWords(model: ApiModel): ReadonlySet<string> {
  const words = new Set<string>();
  for (const schema of Object.values(model.schemas))
    for (const field of Object.values(schema.fields))
      for (const value of [...(field.enum ?? []), ...(field.items?.enum ?? [])])
        for (const word of value.split(' ')) words.add(word);
  return words;
}

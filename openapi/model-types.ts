/**
 * The shape of the data that `npm run generate` writes to `generated/model.ts` out of the OpenAPI documents: what judges
 * and the redactor need of a schema, without a schema library at run time.
 */
export interface ApiModel {
  readonly operations: readonly OperationModel[];
  /** By schema name. Names are unique over all documents: LMS Connect's start with `Lms`. */
  readonly schemas: Readonly<Record<string, SchemaModel>>;
}

export interface OperationModel {
  /** `getStudents`. */
  readonly id: string;
  /** Document stem: `data-v2.0`, `lms-connect-v3.1`. */
  readonly document: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the prefix: `/students/{id}/sections`. */
  readonly path: string;
  readonly queryParams: readonly string[];
  /** Has limit, starting_after and ending_before, and pages of records with an envelope each. */
  readonly paginated: boolean;
  /** `none` has no body schema. */
  readonly answers: 'list' | 'single' | 'none';
  /** Whether each record is in `{"data": …}`: the lists of attendance and of LMS Connect have bare ones. */
  readonly enveloped: boolean;
  /** Schema of the record in the envelope: `Student`; `''` where `answers` is `none`. */
  readonly record: string;
  /** Schema of the request body: `LmsAssignmentRequest`; `''` where there is none. */
  readonly requestBody: string;
  /** Documented statuses, by status: what kind of body each has. */
  readonly statuses: Readonly<Record<string, 'json' | 'text' | 'empty' | 'html'>>;
  /** Schema of the whole JSON body, by status: `StudentsResponse`, `DataError`. Absent where no JSON is documented. */
  readonly bodies: Readonly<Record<string, string>>;
}

export interface SchemaModel {
  readonly fields: Readonly<Record<string, FieldModel>>;
  /**
   * Where the value of one field decides which schema the object has (an event's `type`): that field, and the
   * schema by its value. `fields` then holds what is common to all.
   */
  readonly variants?: { readonly field: string; readonly schemas: Readonly<Record<string, string>> };
}

/**
 * What the redactor may keep of a leaf. `keep`: the value, if it is in the closed list of the document, tells nothing of a
 * person. `category`: a closed list that groups people, so another value of the list is shown. `date` is a day of a record's
 * own, such as a birthday; `calendar` a public one; `instant` when something happened, of which only the order is needed;
 * `due` a day that has to stay before or after the run. `drop`: replaced by an empty value of its type.
 */
export type RedactionMark =
  | 'keep'
  | 'category'
  | 'id'
  | 'name'
  | 'email'
  | 'date'
  | 'calendar'
  | 'instant'
  | 'due'
  | 'number'
  | 'text'
  | 'url'
  | 'drop';

export interface FieldModel {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'map';
  /** Schema of an object, or of the items of an array of objects. */
  readonly ref?: string;
  /** Items of an array of leaves. */
  readonly items?: FieldModel;
  /** Not marked nullable in the published description: always there, though a string may be empty. */
  readonly guaranteed: boolean;
  /** The API promises that only listed values or the stated format occur. */
  readonly validated: boolean;
  readonly enum?: readonly string[];
  /** Anchored regular expression. */
  readonly pattern?: string;
  /** `date-time`, `date-or-date-time`, `object-id` (24 hex digits), `uuid`. */
  readonly format?: string;
  /** For leaves (and items of arrays of leaves). */
  readonly redact?: RedactionMark;
}

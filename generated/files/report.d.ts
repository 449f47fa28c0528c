// Written by npm run generate out of docs/*.schema.json. Do not edit.
/** After a refusal, `errors` has the first error. */
interface SchemaValidator {
  (value: unknown): boolean;
  readonly errors?: readonly {
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[] | null;
}

export const isReport: SchemaValidator;

/** Ids that no record has. */

/** Above every id that a database assigns, for any record type. */
export const unknownId = 'f'.repeat(24);
/** Texts that are no id of the Data API: a word, 24 characters that are no hexadecimal digits, a digit too few and too many, a number. */
export const malformedIds = ['not-an-id', 'z'.repeat(24), '5'.repeat(23), '5'.repeat(25), '0'] as const;
/** Below all of them; for a section, where a write must not reach any record. */
export const unknownSection = '0'.repeat(24);
/** Assignments have UUIDs; this one is never assigned. */
export const unknownAssignment = '00000000-0000-0000-0000-000000000000';
/** Neither 24 hex digits nor a UUID. */
export const malformedId = 'not-an-id';

/** Ids that are in the right form and belong to nothing. */

/** Above every id that a database hands out, of any kind of record. */
export const nobody = 'f'.repeat(24);
/** Below all of them; of a section, where a write must not reach anything. */
export const unknownSection = '0'.repeat(24);
/** Assignments have UUIDs; nobody is ever given this one. */
export const unknownAssignment = '00000000-0000-0000-0000-000000000000';

/** Scenarios of what only the published description says, and no recording shows: it is noted, and does not count against a client. */
export const describedOnly: ReadonlySet<string> = new Set(['data/null-for-optional-fields']);

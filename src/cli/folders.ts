import { join } from 'node:path';

/** Where runs are kept. */
export const reportsFolder = 'reports';

/** What live runs created and have not removed yet. */
export const defaultJournal: string = join(reportsFolder, 'journal.ndjson');

import { join } from 'node:path';
import { packageRoot } from './package.ts';

/** Where runs are kept. */
export const reportsFolder = 'reports';

/** What live runs created and have not removed yet. */
export const defaultJournal: string = join(reportsFolder, 'journal.ndjson');

/** The recordings of the sandbox that come with the package. */
export const committedRecordings: string = join(packageRoot, 'contracts', 'recordings');

/** Where `record` puts those of a user. */
export const ownRecordings = 'recordings';

/** Students of a sandbox that is recorded: little to keep, and still lists of several pages. */
export const recordedStudents = 60;

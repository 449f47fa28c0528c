import { join } from 'node:path';
import { packageRoot } from '../package.ts';

/** Default parent of report directories. */
export const reportsFolder = 'reports';

/** Assignments that live runs created and have not deleted yet. */
export const defaultJournal: string = join(reportsFolder, 'journal.ndjson');

/** The sandbox recordings in the package. */
export const committedRecordings: string = join(packageRoot, 'contracts', 'recordings');

/** Default directory of `record`. */
export const ownRecordings = 'recordings';

/** Students of a recorded sandbox: few, but enough for several pages. */
export const recordedStudents = 60;

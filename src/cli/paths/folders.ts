import { join } from 'node:path';
import { reportsFolder } from '../../report/files/run-folder.ts';

/** Assignments that live runs created and have not deleted yet. */
export const defaultJournal: string = join(reportsFolder, 'journal.ndjson');

/** Default directory of `record`. */
export const ownRecordings = 'recordings';

/** Students of a recorded sandbox: few, but enough for several pages. */
export const recordedStudents = 60;

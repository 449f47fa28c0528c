import { version } from '../../../package.ts';

/** What a job of a CI system judges, and how. */
export interface CiJob {
  readonly side: 'client' | 'server';
  /** Words after `npx clever-conformance`, with those of the shell quoted: side, API, and what is judged. */
  readonly words: readonly string[];
}

/** A file for one CI system. */
export interface CiFile {
  readonly name: string;
  readonly text: string;
  /** What is left for the user to do with it. @default nothing */
  readonly next?: string;
}

/** As `npm pack` names it. The package is on no registry. */
export const tarball: string = `clever-conformance-${version}.tgz`;

export const baselineName = 'clever-conformance.baseline.yml';

/** Where the job leaves the report. */
export const reportFolder = 'reports/conformance';

// Written by npm run generate out of openapi/. Do not edit.
import type { paths as Paths0 } from './data-v2.0.ts';
import type { paths as Paths1 } from './data-v2.1.ts';
import type { paths as Paths2 } from './data-v3.0.ts';
import type { paths as Paths3 } from './data-v3.1.ts';
import type { paths as Paths4 } from './lms-connect-v3.1.ts';

/** The paths of each document, by its stem. */
export interface Paths {
  readonly 'data-v2.0': Paths0;
  readonly 'data-v2.1': Paths1;
  readonly 'data-v3.0': Paths2;
  readonly 'data-v3.1': Paths3;
  readonly 'lms-connect-v3.1': Paths4;
}

import type { ServerVariant } from '../variant.ts';
import { classroomVariants } from './classrooms.ts';
import { counterVariants } from './counters.ts';
import { eventVariants } from './happenings.ts';
import { limitVariants } from './limits.ts';
import { pageVariants } from './pages.ts';
import { recordVariants } from './records.ts';
import { refusalVariants } from './refusals.ts';
import { wireVariants } from './wire.ts';

/** Every legal server: what a record holds first, then pages, refusals, and last what becomes of the bytes. */
export const serverVariants: readonly ServerVariant[] = [
  ...recordVariants,
  ...eventVariants,
  ...classroomVariants,
  ...pageVariants,
  ...refusalVariants,
  ...counterVariants,
  ...limitVariants,
  ...wireVariants,
];

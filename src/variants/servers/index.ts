import type { ServerVariant } from '../variant.ts';
import { counterVariants } from './counters.ts';
import { eventVariants } from './events.ts';
import { limitVariants } from './limits.ts';
import { lmsVariants } from './lms.ts';
import { lmsChoiceVariants } from './lms-choices.ts';
import { pageVariants } from './pages.ts';
import { recordVariants } from './records.ts';
import { refusalVariants } from './refusals.ts';
import { wireVariants } from './wire.ts';

/** All conforming server variants: records first, then pages, errors, and the bytes last. */
export const serverVariants: readonly ServerVariant[] = [
  ...recordVariants,
  ...eventVariants,
  ...lmsVariants,
  ...lmsChoiceVariants,
  ...pageVariants,
  ...refusalVariants,
  ...counterVariants,
  ...limitVariants,
  ...wireVariants,
];

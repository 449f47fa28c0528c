import type { ClientVariant } from '../variant.ts';
import { waitVariants } from './waits.ts';
import { walkVariants } from './walks.ts';
import { writeVariants } from './writes.ts';

/** All conforming client variants. */
export const clientVariants: readonly ClientVariant[] = [...walkVariants, ...waitVariants, ...writeVariants];

import { paginationMutants } from './pagination.ts';
import { describeMutants } from './testing.ts';

describeMutants('pagination', paginationMutants);

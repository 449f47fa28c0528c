import { paginationMutants } from '../../../src/mutants/servers/pagination.ts';
import { describeMutants } from './testing.ts';

describeMutants('pagination', paginationMutants);

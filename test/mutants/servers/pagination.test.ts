import { paginationMutants } from '../../../src/mutants/servers/pagination/pagination.ts';
import { describeMutants } from './testing.ts';

describeMutants('pagination', paginationMutants);

import { paginationMutants } from './pagination.ts';
import { describeMutants } from './testing.ts';

describeMutants('pagination', paginationMutants, ({ name }) =>
  // Two next links are both no single next link and a rel that stands twice.
  name === 'pagination/two-next-links-that-differ' ? ['pagination/link-rels-known'] : [],
);

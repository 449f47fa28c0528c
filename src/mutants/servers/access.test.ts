import { accessMutants } from './access.ts';
import { describeMutants } from './testing.ts';

describeMutants('access', accessMutants);

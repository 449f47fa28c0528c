import { accessMutants } from '../../../src/mutants/servers/access.ts';
import { describeMutants } from './testing.ts';

describeMutants('access', accessMutants);

import { themeOf } from '../../../contracts/requirement.ts';
import { serverMutants } from '../../../src/mutants/servers/index.ts';
import { describeMutants, serverThemes } from './testing.ts';

// A third, where `npm test` takes one of twelve.
for (const theme of serverThemes)
  describeMutants(
    theme,
    serverMutants.filter(({ breaks }) => themeOf(breaks) === theme),
    3,
  );

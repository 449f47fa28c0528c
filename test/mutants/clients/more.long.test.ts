import { profiles } from '../../../contracts/profiles.ts';
import { themeOf, themes } from '../../../contracts/requirement.ts';
import { clientMutants } from '../../../src/mutants/clients/index.ts';
import { scenariosIn } from '../../../src/scenarios/index.ts';
import { clientIdsOf, describeClientMutants } from './testing.ts';

// A third, where `npm test` takes one of twelve, each in all scenarios of its category.
for (const theme of themes) {
  const ids = clientIdsOf(theme);
  const provoking = scenariosIn(profiles[0]).filter(({ provokes }) =>
    provokes.some((id) => ids.includes(id)),
  );
  const mutants = clientMutants.filter(({ breaks }) => themeOf(breaks) === theme);
  if (mutants.length > 0) describeClientMutants(theme, { scenarios: provoking, ids }, mutants, 3);
}

import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { findRequirement } from '../../catalogue.ts';
import { themeOf } from '../../requirement.ts';
import { serverMutants } from './index.ts';
import { idsOf, serverThemes } from './testing.ts';

/** Observed rows that no server can break, with the reason. */
const neverFail: Partial<Record<ServerRequirementId, string>> = {
  'data/undocumented-field': 'a field may be added at any time, so the row only tells what was seen',
  'data/undocumented-status':
    'no document says that its table of statuses is complete, so the row only tells',
};

describe('the mutants of all themes', () => {
  const broken = new Set<ServerRequirementId>(serverMutants.map((one) => one.breaks));

  it('every server-bound requirement that a server can break is broken by a mutant', () => {
    const missing = idsOf(...serverThemes).filter((id) => !broken.has(id) && neverFail[id] === undefined);
    expect(missing).to.deep.equal([]);
  });

  it('a row that never fails is observed only, and has no mutant', () => {
    for (const id of Object.keys(neverFail) as ServerRequirementId[]) {
      expect(findRequirement(id).level, id).to.equal('observed');
      expect(broken.has(id), id).to.equal(false);
    }
  });

  it('every mutant has a name of its own, in the theme of what it breaks', () => {
    expect(new Set(serverMutants.map((one) => one.name)).size).to.equal(serverMutants.length);
    for (const { name, breaks } of serverMutants) expect(themeOf(name), name).to.equal(themeOf(breaks));
  });
});

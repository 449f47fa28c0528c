import { findWalks } from '../../../src/traffic/lists/walks.ts';
import type { StepCase } from '../../../src/traffic/steps.ts';
import { alsoEach, claim, each, expect, undecided } from '../../support/server.ts';
import { expectEveryRecordOnce } from './walk-rules.ts';

const otherwise = { untested: 'no list was changed during a walk' };

/** A record was created after the first page: what was there before comes once, the new one may come or not. */
claim('pagination/stable-under-insert', {
  cases: (traffic) => traffic.steps('pagination/stable-under-insert'),
  otherwise,
  assert: expectStableWalk,
});

/** The last record of the first page was deleted: the walk continues after it. */
claim('pagination/stable-under-delete', {
  cases: (traffic) => traffic.steps('pagination/stable-under-delete'),
  otherwise,
  assert: expectStableWalk,
});

type ChangedWalk = StepCase<'pagination/stable-under-insert' | 'pagination/stable-under-delete'>;

function expectStableWalk({ exchanges, roles }: ChangedWalk): void {
  const inconclusive = exchanges.find((one) => one.isInconclusive);
  if (inconclusive)
    undecided('inconclusive-response', `the request was answered with ${inconclusive.summary}`);
  const before = roles('before').flatMap((one) => one.page?.ids ?? []);
  const [walk] = findWalks(roles('walk'), 'next');
  if (before.length === 0) undecided('not-offered', 'the list has no records');
  if (!walk) undecided('not-offered', 'the list is too short or too long to be walked');
  if (roles('walk').length < 2) undecided('precondition-failed', 'the list has no second page');
  each([walk], ({ ids, end }) => {
    expectEveryRecordOnce(walk);
    const missing = before.filter((id) => !ids.has(id));
    // Where nothing is missing, an error or a loop after the last record is left to other requirements.
    if (missing.length > 0 && (end.kind === 'cut' || end.kind === 'refused'))
      undecided('stopped-early', `the walk was not followed to its end (${end.kind})`);
    expect(missing, 'Records are left out after the change.').to.be.empty;
  });
  const created = roles('created').flatMap(({ record }) => (typeof record?.id === 'string' ? record.id : []));
  alsoEach(findWalks(roles('after'), 'next'), ({ ids, end }) => {
    const missing = created.filter((id) => !ids.has(id));
    if (end.kind === 'complete') expect(missing, 'A new record is not in its list.').to.be.empty;
  });
}

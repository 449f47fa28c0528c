import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import Mocha from 'mocha';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { findRequirement } from '../catalogue.ts';
import { type ConformanceError, SuiteFault } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import type { RunResult } from '../result.ts';

/** What any judged run has, whoever provoked or captured what it is about. */
export interface JudgedRun {
  readonly result: RunResult;
  /** Why it did not come to its end. */
  readonly unfinished: ConformanceError | undefined;
  outcomeOf(id: RequirementId): Outcome;
}

/** Says nothing: the summary is ours to print. */
class Silent extends Mocha.reporters.Base {}

/**
 * Asserts a judged run with the spec files, the same that plain `npx mocha` runs. The specs are a second reading of the
 * outcomes: when the two do not agree on what failed, or a spec is missing, the suite itself is at fault. Once per process:
 * spec files are modules, and are loaded once.
 */
export async function assertWithMocha(run: JudgedRun): Promise<void> {
  const folder = join(import.meta.dirname, '../../specs', run.result.side);
  const ending = `.spec${extname(import.meta.filename)}`;
  const mocha = new Mocha({
    reporter: Silent,
    timeout: 0,
    rootHooks: {
      beforeAll() {
        Object.assign(this, { [contextName[run.result.side]]: async () => run });
      },
    },
  });
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort())
    mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const failures: string[] = [];
  const asserted = new Set<string>();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('test end', (test) => asserted.add(idOf(test)));
    runner.on('fail', (test) => failures.push(idOf(test)));
  });
  const { outcomes } = run.result;
  const missing = outcomes.map(({ id }) => id as string).filter((id) => !asserted.has(id));
  if (missing.length > 0)
    throw new SuiteFault(`There is no spec for ${missing.join(', ')}.`, 'Please report it.');
  const expected = outcomes
    .filter(({ id, outcome }) => outcome.outcome === 'failed' && findRequirement(id).level === 'required')
    .map(({ id }) => id as string);
  const differing = expected
    .filter((id) => !failures.includes(id))
    .concat(failures.filter((id) => !expected.includes(id)));
  if (differing.length > 0)
    throw new SuiteFault(`Specs and judges do not agree on ${differing.join(', ')}.`, 'Please report it.');
}

/** Where a spec finds the run of its side; see `specs/support`. */
export const contextName = { server: 'conformance', client: 'clientConformance' } as const;

/** A spec's title is the id, a colon and the claim. */
function idOf({ title }: { readonly title: string }): string {
  return title.split(':', 1)[0] ?? '';
}

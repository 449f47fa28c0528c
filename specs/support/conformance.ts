import { expect } from 'chai';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { findRequirement } from '../../src/catalogue.ts';
import type { Outcome } from '../../src/outcome.ts';

/** A run of either side, as the specs ask it. */
type Judged = { outcomeOf(id: RequirementId): Outcome };

/** What the root hooks put into mocha's context: the judged runs. */
export interface ConformanceContext {
  /** Resolves when the target has been probed; the same promise for every spec. */
  readonly conformance: () => Promise<Judged>;
  /** Resolves when the client has been through its scenarios; the same promise for every spec. */
  readonly clientConformance: () => Promise<Judged>;
}

/**
 * One requirement as one test. Passed and failed speak for themselves; what was not decided, and what is not required,
 * is pending with its reason, so that it never reads as passed.
 */
export function conforms(id: RequirementId): void {
  const requirement = findRequirement(id);
  it(`${id}: ${requirement.claim}`, async function () {
    const context = this as unknown as ConformanceContext;
    const run = await (requirement.binds === 'server' ? context.conformance() : context.clientConformance());
    const outcome = run.outcomeOf(id);
    if (outcome.outcome === 'failed' && requirement.level === 'required')
      expect.fail(describeFailure(outcome));
    if (outcome.outcome === 'passed') {
      expect(outcome.cases, 'a passed requirement has a case').to.not.be.empty;
      return;
    }
    if (this.test) this.test.title += ` [${outcome.outcome}: ${outcome.why ?? describeFailure(outcome)}]`;
    this.skip();
  });
}

function describeFailure(outcome: Outcome): string {
  return outcome.cases
    .flatMap((one) => one.findings.map((finding) => ({ name: one.name, finding })))
    .map(
      ({ name, finding }) =>
        `${name}: ${finding.message} (expected ${finding.expected}; got ${finding.actual})`,
    )
    .join('\n');
}

import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { type ApiName, allProfiles, type Profile, profiles } from '../../contracts/profiles.ts';
import { themeOf } from '../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { judgeServer } from '../../src/engine/judge.ts';
import type { ServerMutant } from '../../src/mutants/mutant.ts';
import { serverMutants } from '../../src/mutants/servers/index.ts';
import { provoke } from '../../src/observe/exercise.ts';
import { tokensIn } from '../../src/observe/observe-server.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import type { Evidence } from '../../src/result.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

const all: ReadonlySet<ServerRequirementId> = new Set(requirementsOf('server').map((one) => one.id));

const facts = { subject: { kind: 'sandbox', name: '' }, seed: 1, startedAtMs: 0, durationMs: 0 } as const;

/** Outcomes by requirement and case: what a redaction must not change. */
function outcomesOf(
  {
    exchanges,
    notProvoked,
    profiles: judged,
  }: Pick<Evidence, 'exchanges' | 'notProvoked'> & { readonly profiles: readonly Profile[] },
  ids: ReadonlySet<ServerRequirementId>,
) {
  return judgeServer(
    {
      format: 'clever-conformance/evidence',
      formatVersion: 1,
      context: { subject: 'sandbox', profiles: judged },
      notProvoked,
      exchanges,
    },
    facts,
    ids,
  ).outcomes.map(({ id, outcome }) => ({
    id,
    outcome: outcome.outcome,
    cases: outcome.cases.map((one) => one.outcome),
    findings: outcome.cases.map((one) => one.findings.length),
  }));
}

type Outcomes = ReturnType<typeof outcomesOf>;

/** The traffic of the probes that exercise some requirements. */
async function exercised(
  mutant: ServerMutant | undefined,
  apis: readonly ApiName[],
  ids: ReadonlySet<ServerRequirementId>,
) {
  const target = openSandboxTarget({
    seed: 5,
    students: 120,
    ...(mutant ? { tamper: mutant.tamper } : {}),
  });
  const provoked = await provoke({
    target,
    apis,
    ids,
    budgetShare: 1,
    signal: new AbortController().signal,
  });
  await target.close();
  return provoked;
}

const ofCategory = (id: ServerRequirementId) =>
  new Set([...all].filter((one) => themeOf(one) === themeOf(id)));

/** Judges what was exercised before and after redaction, of the sandbox and of one of so many mutants. */
export function describeRedaction(oneOf: number): void {
  describe('redaction', () => {
    // The key is random, for no key may matter.
    // An echoed token is the one thing that only redaction can see: it puts the mark there that the judge looks for.
    const sample = serverMutants.filter(
      (one, at) => at % oneOf === 0 && one.breaks !== 'errors/no-secret-echo',
    );
    for (const mutant of [undefined, ...sample])
      it(`changes no outcome of ${mutant?.name ?? 'the sandbox'}`, async () => {
        // Of a mutant, its category, in the traffic in which it shows; the sandbox has the traffic of all probes.
        const ids = mutant ? ofCategory(mutant.breaks) : all;
        const apis = mutant?.apis ?? profiles.map((one) => one.name);
        const judged = allProfiles.filter((one) => apis.includes(one.name));
        const isShown = (one: Outcomes) =>
          !mutant || one.some(({ id, outcome }) => id === mutant.breaks && outcome === 'failed');
        let { exchanges, notProvoked } = await exercised(
          mutant,
          apis,
          mutant ? new Set([mutant.breaks]) : all,
        );
        let raw = outcomesOf({ exchanges, notProvoked, profiles: judged }, ids);
        if (!isShown(raw)) {
          ({ exchanges, notProvoked } = await exercised(mutant, apis, all));
          raw = outcomesOf({ exchanges, notProvoked, profiles: judged }, ids);
        }
        expect(isShown(raw), 'the mutant is not caught').to.equal(true);
        const redacted = redactExchanges(exchanges, {
          profiles: judged,
          tokens: tokensIn(exchanges),
          key: randomBytes(32),
        });
        expect(outcomesOf({ exchanges: redacted, notProvoked, profiles: judged }, ids)).to.deep.equal(raw);
      });
  });
}

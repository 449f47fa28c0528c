import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { serverRequirements } from '../../judges/index.ts';
import type { Outcome } from '../../outcome.ts';
import { runServer } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import { answering, type ServerMutant } from '../mutant.ts';

/** Enough for two schools, and for every list to hold something. Only for tests. */
const students = 60;

export interface Setting {
  readonly tamper?: ServerMutant['tamper'];
  /** Makes the target another one: less allowed, of another kind. */
  readonly as?: (target: Target) => Target;
}

/** Outcomes of a theme's requirements against a sandbox. */
export async function outcomesOf(theme: string, { tamper, as = (one) => one }: Setting = {}) {
  const ids = idsOf(theme);
  const sandbox = openSandboxTarget({ seed: 1, students, ...(tamper ? { tamper } : {}) });
  try {
    const run = await runServer({
      target: as(sandbox),
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
    return new Map<ServerRequirementId, Outcome>(ids.map((id) => [id, run.outcomeOf(id)]));
  } finally {
    await sandbox.close();
  }
}

export function idsOf(theme: string): readonly ServerRequirementId[] {
  return serverRequirements.map(({ id }) => id).filter((id) => id.startsWith(`${theme}/`));
}

/** Ids with one of the outcomes. */
export function withOutcome(
  outcomes: ReadonlyMap<ServerRequirementId, Outcome>,
  ...values: readonly Outcome['outcome'][]
): readonly ServerRequirementId[] {
  return [...outcomes].filter(([, one]) => values.includes(one.outcome)).map(([id]) => id);
}

/** The unmodified sandbox passes, each mutant fails what it breaks, and no mutant fails more than `alsoFails` allows. */
export function describeMutants(
  theme: string,
  mutants: readonly ServerMutant[],
  alsoFails: Readonly<Record<string, readonly string[]>> = {},
): void {
  describe(`mutants of ${theme}`, () => {
    it('the sandbox itself passes everything', async () => {
      expect(withOutcome(await outcomesOf(theme), 'passed')).to.deep.equal(idsOf(theme));
    });

    it('a run prints nothing', async () => {
      expect(await printedBy(() => outcomesOf(theme, mutants[0]))).to.equal('');
    });

    it('every requirement has a mutant', () => {
      expect([...new Set(mutants.map((one) => one.breaks))].sort()).to.deep.equal([...idsOf(theme)].sort());
    });

    for (const mutant of mutants)
      it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
        const failed = withOutcome(await outcomesOf(theme, mutant), 'failed');
        expect([...failed].sort()).to.deep.equal([mutant.breaks, ...(alsoFails[mutant.name] ?? [])].sort());
      });
  });
}

/** Tolerated deviations: nothing fails on their account. */
export function describeLegal(theme: string, legal: Readonly<Record<string, Setting>>): void {
  describe(`servers that differ within the documents: ${theme}`, () => {
    for (const [what, setting] of Object.entries(legal))
      it(`${what}: nothing fails`, async () => {
        const outcomes = await outcomesOf(theme, setting);
        expect(withOutcome(outcomes, 'failed')).to.deep.equal([]);
        expect(withOutcome(outcomes, 'passed')).to.not.be.empty;
      });
  });
}

/** A foreign server on which nothing may be changed; `sent` takes what goes out. */
export function readOnly(sent: Request[] = []): NonNullable<Setting['as']> {
  return ({ setState: _, secondToken: __, ...target }) => ({
    ...target,
    kind: 'live',
    allows: new Set(),
    fetch: async (request) => {
      sent.push(request);
      return await target.fetch(request);
    },
  });
}

/** On a foreign server nothing fails, nothing but reads goes out, and no token but the given and the made-up one. */
export function describeReadOnly(theme: string, tamper?: ServerMutant['tamper']): void {
  it(`${theme}: a foreign server gets reads only, and is not accused`, async () => {
    const sent: Request[] = [];
    const outcomes = await outcomesOf(theme, { as: readOnly(sent), ...(tamper ? { tamper } : {}) });
    expect(withOutcome(outcomes, 'failed')).to.deep.equal([]);
    expect(withOutcome(outcomes, 'passed')).to.not.be.empty;
    expect([...new Set(sent.map((one) => one.method))].filter((one) => !/^(?:GET|PROPFIND)$/.test(one))).to.be
      .empty;
    expect(sent.some((one) => one.headers.get('authorization')?.includes('TEST_TOKEN'))).to.equal(false);
  });
}

/** What a run writes to either stream; the test runner itself writes between tests only. */
async function printedBy(work: () => Promise<unknown>): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let printed = '';
  for (const stream of streams)
    stream.write = (chunk: Uint8Array | string) => {
      printed += String(chunk);
      return true;
    };
  try {
    await work();
  } finally {
    for (const [at, stream] of streams.entries()) stream.write = writes[at] ?? stream.write;
  }
  return printed;
}

/** Servers with nothing behind them pass nothing. */
export function describeNobody(theme: string): void {
  const nobody: Readonly<Record<string, () => Response>> = {
    'an empty object': () => Response.json({}),
    'an empty list': () => Response.json({ data: [], links: [] }),
    'an empty record': () => Response.json({ data: {}, links: [] }),
    '404': () => Response.json({ error: 'Resource not found' }, { status: 404 }),
    '500': () => Response.json({ error: 'Internal Server Error' }, { status: 500 }),
    'a web page': () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
    nothing: () => new Response(null, { status: 204 }),
  };
  describe(`servers without a Data API behind them: ${theme}`, () => {
    for (const [what, make] of Object.entries(nobody))
      it(`${what} for everything passes nothing`, async () => {
        const outcomes = await outcomesOf(theme, { tamper: answering(() => true, make) });
        expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
      });
  });
}

import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import { serverRequirements } from '../../judges/index.ts';
import { runServer } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { ServerMutant } from '../mutant.ts';
import { rateLimitMutants } from './rate-limit.ts';

const ids = serverRequirements.map(({ id }) => id).filter((id) => id.startsWith('rate-limit/'));

async function outcomesWith(tamper?: ServerMutant['tamper']) {
  const target = openSandboxTarget({ seed: 1, students: 4, ...(tamper ? { tamper } : {}) });
  try {
    const run = await runServer({
      target,
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
    return new Map(ids.map((id) => [id, run.outcomeOf(id)]));
  } finally {
    await target.close();
  }
}

function idsThat(outcome: string, outcomes: Awaited<ReturnType<typeof outcomesWith>>) {
  return [...outcomes].filter(([, one]) => one.outcome === outcome).map(([id]) => id);
}

describe('rate-limit mutants', function () {
  this.timeout(30_000);

  it('the sandbox itself passes all of the theme', async () => {
    expect(idsThat('passed', await outcomesWith())).to.deep.equal(ids);
  });

  it('every requirement has a mutant', () => {
    expect(new Set(rateLimitMutants.map(({ breaks }) => breaks))).to.deep.equal(new Set(ids));
  });

  for (const mutant of rateLimitMutants)
    it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
      const failed = idsThat('failed', await outcomesWith(mutant.tamper));
      expect(failed).to.deep.equal([mutant.breaks]);
    });
});

describe('servers that are not there pass nothing of the rate limit', () => {
  const answers: Readonly<Record<string, () => Response>> = {
    '200 with {}': () => Response.json({}),
    '404': () => Response.json({ error: 'not found' }, { status: 404 }),
    '500': () => new Response('', { status: 500 }),
    '429': () => new Response(null, { status: 429 }),
    HTML: () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
  };
  for (const [name, answer] of Object.entries(answers))
    it(name, async () => {
      expect(idsThat('passed', await outcomesWith(() => async () => answer()))).to.deep.equal([]);
    });

  it('nor do they when the headers are right', async () => {
    const outcomes = await outcomesWith((sandbox) => async (request) => {
      const { headers, status } = await sandbox.fetch(request);
      return new Response('{}', { status, headers: new Headers(headers) });
    });
    expect(idsThat('passed', outcomes)).to.deep.equal([]);
  });
});

import { profiles } from '../../contracts/profiles.ts';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { createVirtualClock } from '../../src/clock.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { runServer } from '../../src/engine/server-run.ts';
import { tryClient } from '../../src/proof/trial.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import {
  clientVariants,
  composed,
  packed,
  type ServerVariant,
  serverVariants,
} from '../../src/variants/index.ts';
import type { FigureOptions } from './kills.ts';

const sizes = [120, 30, 250, 12, 3];
const never = new AbortController().signal;

/** Explores conforming implementations again and again, each time with another seed; every violation is a false accusation. */
export async function honestFigures(options: FigureOptions): Promise<void> {
  const { runs, isChosen, print } = options;
  const numbers = Array.from({ length: runs }, (_, at) => at).filter((at) => isChosen('', at));
  let accused = 0;
  const look = (who: string, failed: readonly string[]) => {
    if (failed.length === 0) return;
    accused++;
    print(`accused: ${who}: ${failed.join('; ')}`);
  };
  const packs = packed(serverVariants.filter((one) => one.subject === undefined));
  for (const [at, pack] of packs.entries()) {
    const allowed = pack.flatMap((one) => Object.keys(one.but ?? {}));
    const failed = await exploreServer(pack, at, options);
    look(`variants ${pack.map((one) => one.name).join(', ')}`, without(failed, allowed));
  }
  print(`${packs.length} servers of variants: ${accused} accused so far`);
  for (const variant of clientVariants) {
    const failed = await exploreClient(variant.run, 1, options);
    look(variant.name, without(failed, Object.keys(variant.but ?? {})));
  }
  print(`${clientVariants.length} variants of clients: ${accused} accused so far`);
  for (const at of numbers) {
    look(`the sandbox, seed ${options.seed + at}`, await exploreServer([], at, options));
    look(
      `the reference client, seed ${options.seed + at}`,
      await exploreClient(referenceClient, at, options),
    );
  }
  print(`${numbers.length} runs of the sandbox and of the reference client: ${accused} accused in all`);
}

/** A variant may come to another outcome where it says why. */
function without(failed: readonly string[], allowed: readonly string[]): readonly string[] {
  return failed.filter((one) => !allowed.includes(one.split(' ')[0] ?? ''));
}

async function exploreServer(
  variants: readonly ServerVariant[],
  at: number,
  { requests, seed }: FigureOptions,
): Promise<readonly string[]> {
  const clock = createVirtualClock();
  const students = sizes[at % sizes.length] ?? 120;
  const target = openSandboxTarget({
    seed: seed + at,
    students,
    clock,
    ...(variants.length > 0 ? { tamper: (sandbox) => composed(variants)(sandbox, clock) } : {}),
  });
  try {
    const run = await runServer({
      target,
      apis: profiles.map(({ name }) => name),
      ids: new Set(requirementsOf('server').map((one) => one.id)),
      seed: seed + at,
      budgetShare: 1,
      signal: never,
      now: () => 0,
      probes: [],
      explore: { requests, seed: seed + at, shrinks: false },
    });
    return [...failedOf(run.result.outcomes), ...(run.unfinished ? [run.unfinished.message] : [])];
  } finally {
    await target.close();
  }
}

async function exploreClient(
  run: ClientModule,
  at: number,
  { schedules, seed }: FigureOptions,
): Promise<readonly string[]> {
  const explore = { schedules, seed: seed + at, shrinks: false };
  const judged = await tryClient(run, { seed: seed + at, scenarios: [], maxRequests: 2000, explore });
  return failedOf(judged.result.outcomes);
}

function failedOf(
  outcomes: readonly {
    readonly id: string;
    readonly outcome: {
      readonly outcome: string;
      readonly cases: readonly { readonly outcome: string; readonly name: string }[];
    };
  }[],
): readonly string[] {
  return outcomes
    .filter((one) => one.outcome.outcome === 'failed')
    .map(({ id, outcome }) => `${id} (${outcome.cases.find((one) => one.outcome === 'failed')?.name ?? ''})`);
}

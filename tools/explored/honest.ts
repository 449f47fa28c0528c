import { profiles } from '../../contracts/profiles.ts';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { createVirtualClock } from '../../src/clock.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { runServer } from '../../src/engine/server-run.ts';
import { dataProfiles } from '../../src/job-list.ts';
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
const usual = profiles.map(({ name }) => name);
const never = new AbortController().signal;

/** Explores conforming variants, each once; every violation is a false accusation. */
export async function variantFigures(options: FigureOptions): Promise<void> {
  const { isChosen, print } = options;
  const tally = tallyOf(options);
  const packs = packed(serverVariants.filter((one) => one.subject === undefined));
  for (const [at, pack] of packs.entries()) {
    if (!isChosen('', at)) continue;
    const allowed = pack.flatMap((one) => Object.keys(one.but ?? {}));
    tally.look(
      `variants ${pack.map((one) => one.name).join(', ')}`,
      await exploreServer(pack, at, options),
      allowed,
    );
  }
  print(`servers of variants: ${tally.figures()}`);
  for (const [at, variant] of clientVariants.entries())
    if (isChosen('', at))
      tally.look(variant.name, await exploreClient(variant.run, 1, options), Object.keys(variant.but ?? {}));
  print(`and variants of clients: ${tally.figures()}`);
}

/** Explores the sandbox and the reference client again and again, each time with another seed. */
export async function honestFigures(options: FigureOptions): Promise<void> {
  const { runs, seed, isChosen, print } = options;
  const tally = tallyOf(options);
  for (let at = 0; at < runs; at++) {
    if (!isChosen('', at)) continue;
    tally.look(`the sandbox, seed ${seed + at}`, await exploreServer([], at, options));
    tally.look(`the reference client, seed ${seed + at}`, await exploreClient(referenceClient, at, options));
    if (tally.explored() % 100 === 0) print(tally.figures());
  }
  print(tally.figures());
}

/** What one exploration came to. */
interface Explored {
  /** Ids with the name of a failed case. */
  readonly failed: readonly string[];
  /** Requirements that passed or failed. */
  readonly checks: number;
}

/** `look` takes an exploration; a variant may come to another outcome where it says why. */
function tallyOf({ print }: FigureOptions) {
  let [explored, accused, checks] = [0, 0, 0];
  return {
    look: (who: string, one: Explored, allowed: readonly string[] = []) => {
      explored++;
      checks += one.checks;
      const failed = one.failed.filter((id) => !allowed.includes(id.split(' ')[0] ?? ''));
      if (failed.length === 0) return;
      accused++;
      print(`accused: ${who}: ${failed.join('; ')}`);
    },
    explored: () => explored,
    figures: () => `${explored} explored, ${checks} checks judged, ${accused} accused`,
  };
}

async function exploreServer(
  variants: readonly ServerVariant[],
  at: number,
  { requests, seed, apis = usual }: FigureOptions,
): Promise<Explored> {
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
      apis,
      ids: new Set(requirementsOf('server').map((one) => one.id)),
      seed: seed + at,
      budgetShare: 1,
      signal: never,
      now: () => 0,
      probes: [],
      explore: { requests, seed: seed + at, shrinks: false },
    });
    const { failed, checks } = exploredOf(run.result.outcomes);
    return { failed: [...failed, ...(run.unfinished ? [run.unfinished.message] : [])], checks };
  } finally {
    await target.close();
  }
}

async function exploreClient(
  run: ClientModule,
  at: number,
  { schedules, seed, apis = usual }: FigureOptions,
): Promise<Explored> {
  const versions = dataProfiles.filter(({ name }) => apis.some((one) => one === name));
  const profile = versions[at % (versions.length || 1)] ?? profiles[0];
  const explore = { schedules, seed: seed + at, shrinks: false };
  const judged = await tryClient(run, {
    seed: seed + at,
    scenarios: [],
    maxRequests: 2000,
    explore,
    profile,
  });
  return exploredOf(judged.result.outcomes);
}

function exploredOf(
  outcomes: readonly {
    readonly id: string;
    readonly outcome: {
      readonly outcome: string;
      readonly cases: readonly { readonly outcome: string; readonly name: string }[];
    };
  }[],
): Explored {
  const failed = outcomes
    .filter((one) => one.outcome.outcome === 'failed')
    .map(({ id, outcome }) => `${id} (${outcome.cases.find((one) => one.outcome === 'failed')?.name ?? ''})`);
  const passed = outcomes.filter((one) => one.outcome.outcome === 'passed').length;
  return { failed, checks: failed.length + passed };
}

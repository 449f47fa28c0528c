import { todaysProfiles } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { clientMutants } from '../mutants/clients/index.ts';
import { wholeClient } from '../mutants/clients/whole-client.ts';
import { serverMutants } from '../mutants/servers/index.ts';
import type { SandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import {
  type ClientTrialOptions,
  type ServerTrialOptions,
  type Trial,
  trialOf,
  tryClient,
  tryServer,
} from './trial.ts';

/** An implementation to judge with the whole suite. */
export interface Subject {
  readonly side: Side;
  /** Unique on its side. */
  readonly name: string;
  /** The requirement that it must fail; `undefined` for a conforming control. */
  readonly breaks: RequirementId | undefined;
  judge(options: JudgeOptions): Promise<Trial>;
}

export interface JudgeOptions {
  /** Of the synthetic data. */
  readonly seed: number;
  readonly signal: AbortSignal;
  /** With the same seed. @default its own sandboxes */
  readonly sandboxes?: SandboxPool;
  /** Judges a mutant for the requirement that it breaks, with what exercises that, and with the whole suite only if that does not catch it. @default false */
  readonly quick?: boolean;
}

/** The sandbox keeps what any version promises. */
const everyApi = todaysProfiles.map(({ name }) => name);

const honestServer: Subject = {
  side: 'server',
  name: 'the sandbox itself',
  breaks: undefined,
  judge: async (options) =>
    trialOf('server', honestServer.name, await tryServer(undefined, { ...options, apis: everyApi })),
};

const honestClient: Subject = {
  side: 'client',
  name: 'a client written from the documents',
  breaks: undefined,
  judge: async (options) => trialOf('client', honestClient.name, await tryClient(wholeClient(), options)),
};

/** For each side the conforming control, then every mutant in the order of the catalogue's categories. */
export const subjects: readonly Subject[] = [
  honestServer,
  ...serverMutants.map(({ name, breaks, tamper, apis }): Subject => {
    const ids = new Set([breaks]);
    const judge = async (options: ServerTrialOptions) =>
      trialOf('server', name, await tryServer(tamper, apis ? { ...options, apis } : options));
    return {
      side: 'server',
      name,
      breaks,
      judge: (options) =>
        shortestOf(options, breaks, {
          shorter: [() => judge({ ...options, ids, depth: 'quick' }), () => judge({ ...options, ids })],
          whole: () => judge(options),
        }),
    };
  }),
  honestClient,
  ...clientMutants.map(({ name, breaks, run }): Subject => {
    const ids = new Set([breaks]);
    const judge = async (options: ClientTrialOptions) =>
      trialOf('client', name, await tryClient(run, options));
    return {
      side: 'client',
      name,
      breaks,
      judge: (options) =>
        shortestOf(options, breaks, {
          shorter: [() => judge({ ...options, ids })],
          whole: () => judge(options),
        }),
    };
  }),
];

/**
 * The trial of the whole suite; if it is to be quick, the first that catches the mutant. Claims compare what different probes read,
 * so a few mutants are caught by the whole suite only.
 */
async function shortestOf(
  { quick }: JudgeOptions,
  breaks: RequirementId,
  { shorter, whole }: { shorter: readonly (() => Promise<Trial>)[]; whole: () => Promise<Trial> },
): Promise<Trial> {
  for (const judge of quick ? shorter : []) {
    const trial = await judge();
    if (trial.failed.includes(breaks)) return trial;
  }
  return await whole();
}

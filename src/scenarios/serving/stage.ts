import { type Profile, profiles } from '../../../contracts/profiles.ts';
import {
  type Clock,
  createVirtualClock,
  systemClock,
  type VirtualClock,
  virtualEpochMs,
} from '../../clock.ts';
import type { Driver } from '../../drivers/driver.ts';
import { createStateDir, removeStateDir } from '../../drivers/state-dir.ts';
import type { Exchange } from '../../exchange.ts';
import { jobIn, listOf } from '../../job-list.ts';
import type { ClientClaim, ClientRun, Job, ScenarioObservation } from '../../observation.ts';
import { inputOf, type JobPlace } from '../job-input.ts';
import type { Scenario, Start } from '../scenario.ts';
import { measureLag } from './lag.ts';
import { miswrittenIn } from './miswritten.ts';
import { type Opened, openReal, openVirtual } from './opening.ts';
import { createSandboxPool, type SandboxPool } from './sandbox-pool.ts';
import { type LendWorld, sandboxWorlds, type World } from './world.ts';

export interface StageOptions {
  readonly driver: Driver;
  readonly seed: number;
  /** The version of the Data API that is served. @default v2.0 */
  readonly profile?: Profile;
  /** @default the driver's */
  readonly timing?: 'virtual' | 'real';
  /** Requests per start of the client before it is stopped. @default 2000 */
  readonly maxRequests?: number;
  /** Every scenario has the driver's whole time limit, whatever its own is. @default false */
  readonly wholeTime?: boolean;
  /** Asked at each request; once it is true, a start of the client is stopped after 100 requests. @default never */
  readonly isFlooded?: () => boolean;
  /** With the same seed. @default a new sandbox */
  readonly sandboxes?: SandboxPool;
  /** Called when the client is started, with the time of the scenario's clock in ms. */
  readonly onStart?: (atMs: number) => void;
  /** Called with each exchange, unredacted, once it has ended. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Serves in place of sandboxes. */
  readonly lendWorld?: LendWorld;
  /** Called for each request. */
  readonly onRequest?: () => void;
}

const defaultMaxRequests = 2000;
/** More than any honest client sends in a start that is not endless. */
const maxRequestsOfFlood = 100;
/** As the `maxBodySize` of a world. */
const maxBodySizeOfFlood = 64 * 1024;
const betweenStartsMs = 60_000;
/**
 * Virtual time does not start on a whole second: otherwise a client that drops or rounds the fraction of a wait is right by
 * accident. More than half a second, so that rounding to the nearest shows.
 */
const virtualStartMs = virtualEpochMs + 737;

/**
 * Runs one scenario: a fresh sandbox with its script, on its own port or in virtual time, and all starts of the client.
 * The client's behavior is in the observation; throws only suite faults, and `InconclusiveError` if the client cannot be
 * started.
 */
export async function stageScenario(scenario: Scenario, options: StageOptions): Promise<ScenarioObservation> {
  const { driver, seed, profile = profiles[0] } = options;
  const job = jobIn(profile, scenario.job);
  const list = listOf(job);
  const timing = options.timing ?? driver.timing;
  const clock = timing === 'virtual' ? createVirtualClock(virtualStartMs) : systemClock;
  const pool = options.sandboxes ?? createSandboxPool(seed);
  const world = (options.lendWorld ?? sandboxWorlds(pool))(scenario, clock);
  const stateDir = await createStateDir();
  const lag = timing === 'real' ? measureLag() : undefined;
  let opened: Opened | undefined;
  try {
    const place = await world.placeOf(job);
    const truth = list ? await world.idsOf(profile, list) : [];
    const pageSize = world.pageSizeOf(scenario, truth.length);
    const scene = { scenario, profile, ask: world.ask, truth, pageSize, onExchange: options.onExchange };
    opened = timing === 'virtual' ? openVirtual(scene, clock as VirtualClock) : await openReal(scene);
    const runs: ClientRun[] = [];
    const firstStartMs = clock.now();
    for (const [number, start] of (scenario.starts ?? [{}]).entries()) {
      // Judges distinguish starts by time, so they must differ.
      if (number > 0 && timing === 'virtual') (clock as VirtualClock).advance(betweenStartsMs);
      runs.push(
        await runOnce({
          ...options,
          scenario,
          profile,
          job,
          number,
          start,
          opened,
          clock,
          place,
          firstStartMs,
          stateDir,
          world,
        }),
      );
      // An external client cannot be restarted.
      if (driver.kind === 'listen') break;
    }
    const fault = opened.scenarioServer.fault();
    if (fault !== undefined) throw fault;
    const exchanges = opened.scenarioServer.exchanges();
    const given = runs.map((_, start) => inputOf(job, place, start, firstStartMs).body);
    return {
      scenario: scenario.name,
      provokes: scenario.provokes,
      job,
      timing,
      exchanges,
      runs,
      truth,
      miswritten: miswrittenIn(job, exchanges, runs, given),
      account: opened.scenarioServer.ruleHits(),
      origin: opened.origin,
      lagMs: lag?.end() ?? 0,
    };
  } finally {
    lag?.end();
    await opened?.close();
    await world.giveBack();
    if (pool !== options.sandboxes) pool.close();
    await removeStateDir(stateDir);
  }
}

interface OnceOptions extends StageOptions {
  readonly scenario: Scenario;
  readonly profile: Profile;
  readonly job: Job;
  readonly number: number;
  readonly start: Start;
  readonly opened: Opened;
  readonly clock: Clock;
  readonly place: JobPlace;
  readonly firstStartMs: number;
  readonly stateDir: string;
  readonly world: World;
}

async function runOnce(options: OnceOptions): Promise<ClientRun> {
  const { scenario, job, number, start, opened, clock, driver } = options;
  const maxRequests = options.maxRequests ?? defaultMaxRequests;
  let endedBy: ClientClaim['endedBy'] | undefined;
  let kill = () => {};
  const end = (reason: ClientClaim['endedBy']) => {
    endedBy ??= reason;
    kill();
    return false;
  };
  opened.scenarioServer.begin(number, {
    admits: (before) => {
      options.onRequest?.();
      if (endedBy) return false;
      // At the next request the client has received all earlier responses.
      if (start.killAfterRequests !== undefined && before >= start.killAfterRequests) return end('kill');
      const isFlood = before >= maxRequestsOfFlood && options.isFlooded?.() === true;
      return (before < maxRequests && !isFlood) || end('requests');
    },
    admitsBody: (size) =>
      size <= (options.isFlooded?.() === true ? maxBodySizeOfFlood : options.world.maxBodySize) ||
      end('requests'),
  });
  const startedAtMs = clock.now();
  options.onStart?.(startedAtMs);
  const running = driver.start({
    scenario: scenario.name,
    baseUrl: opened.origin,
    token: options.world.token,
    dataVersion: options.profile.prefix.slice(1),
    job,
    input: inputOf(job, options.place, number, options.firstStartMs),
    stateDir: options.stateDir,
    limitMs: options.wholeTime ? undefined : scenario.limitMs,
    fetch: opened.fetch,
    clock,
    virtual: opened.virtual,
  });
  kill = running.kill;
  if (endedBy) kill();
  const claim = await running.ended;
  return {
    startedAtMs,
    endedAtMs: clock.now(),
    claim: endedBy ? { ...claim, says: 'incomplete', endedBy } : claim,
  };
}

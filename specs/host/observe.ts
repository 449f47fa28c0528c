import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { createCommandDriver } from '../../src/drivers/command.ts';
import type { Driver } from '../../src/drivers/driver.ts';
import { readVariableNames } from '../../src/drivers/environment.ts';
import { createThreadDriver, threadsAtOnce } from '../../src/drivers/thread/driver.ts';
import { UsageError } from '../../src/errors.ts';
import { observeClient } from '../../src/observe/observe-client.ts';
import { observe } from '../../src/observe/observe-server.ts';
import { openReplay } from '../../src/recordings/replay.ts';
import type { Evidence } from '../../src/result.ts';
import { openLiveTarget } from '../../src/targets/live.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import type { Target } from '../../src/targets/target.ts';

const root = join(import.meta.dirname, '../..');
const seed = 1;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Observes `CLEVER_TARGET`: `sandbox` (default), `replay` (the committed recordings, with the network shut) or a URL, with
 * `CLEVER_TOKEN`, and `CLEVER_STATES` where it takes provider states.
 */
export async function observeTarget(env: Environment): Promise<Evidence> {
  const target = await openTarget(env);
  const isOwn = target.kind !== 'live';
  try {
    const { evidence, unfinished } = await observe({
      target,
      apis: profiles.map((profile) => profile.name),
      ids: new Set(requirementsOf('server').map((one) => one.id as ServerRequirementId)),
      budgetShare: isOwn ? 1 : 0.2,
      signal: new AbortController().signal,
      redactionKey: isOwn ? createHash('sha256').update(`seed ${seed}`).digest() : randomBytes(32),
    });
    if (unfinished) throw unfinished;
    return evidence;
  } finally {
    await target.close();
  }
}

async function openTarget({
  CLEVER_TARGET,
  CLEVER_TOKEN,
  CLEVER_STATES,
  MOCHA_WORKER_ID,
}: Environment): Promise<Target> {
  if (CLEVER_TARGET === undefined || CLEVER_TARGET === 'sandbox') return openSandboxTarget({ seed });
  if (CLEVER_TARGET === 'replay')
    return (await openReplay(join(root, 'contracts/recordings'), Date.now())).target;
  // Each worker would observe the server with the same token: they would use up each other's quota, and miscount it.
  if (MOCHA_WORKER_ID !== undefined)
    throw new UsageError(
      `${CLEVER_TARGET} was not observed: mocha runs in parallel, and its workers share one token.`,
      'Run mocha without --parallel.',
    );
  return openLiveTarget({
    url: CLEVER_TARGET,
    token: CLEVER_TOKEN ?? '',
    ...(CLEVER_STATES ? { statesUrl: CLEVER_STATES } : {}),
    allowWrites: Boolean(CLEVER_STATES),
    exhaustRateLimit: false,
    userAgent: 'clever-conformance',
    names: { url: 'CLEVER_TARGET', statesUrl: 'CLEVER_STATES' },
  });
}

/**
 * Observes `CLEVER_CLIENT`: a module that exports `run` (`.js`, `.mjs` or `.ts`, in virtual time), or a command line, which a
 * shell starts with the variables that `CLEVER_CLIENT_ENV` names. By default the reference client.
 */
export async function observeClientUnderTest({ CLEVER_CLIENT, ...env }: Environment): Promise<Evidence> {
  const abort = new AbortController();
  const driver = await openDriver(
    CLEVER_CLIENT ?? join(root, 'examples/clients/reference.ts'),
    env,
    abort.signal,
  );
  try {
    const { evidence, unfinished } = await observeClient({
      driver,
      ids: new Set(requirementsOf('client').map((one) => one.id as ClientRequirementId)),
      seed,
      jobs: driver.kind === 'module' ? threadsAtOnce : 24,
      signal: abort.signal,
    });
    if (unfinished) throw unfinished;
    return evidence;
  } finally {
    abort.abort();
  }
}

async function openDriver(client: string, env: Environment, signal: AbortSignal): Promise<Driver> {
  if (!/^\S+\.[mc]?[jt]s$/.test(client))
    return createCommandDriver({
      command: ['sh', '-c', client],
      env,
      passing: readVariableNames((env.CLEVER_CLIENT_ENV ?? '').split(/\s+/).filter(Boolean), env),
      timeoutMs: 120_000,
      name: client,
      signal,
    });
  return await createThreadDriver({ file: client, option: 'CLEVER_CLIENT', signal });
}

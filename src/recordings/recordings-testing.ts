import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import { createLeakScanner, type LeakScanner } from '../leaks/scanner.ts';
import { openSandboxTarget, type SandboxTargetOptions } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { type Recorded, type RecordOptions, recordTarget } from './record.ts';

/** All server requirements. */
export const everyId: readonly ServerRequirementId[] = requirementsOf('server').map((one) => one.id);

/** All except those whose probe sends 1,200 requests, which would add nothing here. */
export const cheapIds: readonly ServerRequirementId[] = everyId.filter(
  (id) => !/^rate-limit\/(?:full-quota|exceeding|429|admits)/.test(id),
);

/** Finds nothing; fast. */
export const quietScanner: LeakScanner = {
  learn: () => {},
  learnText: () => {},
  learnExchange: () => {},
  publish: () => {},
  screen: createLeakScanner().screen,
  scan: () => [],
  isFull: false,
};

/** Options of `record`, for any target. */
export function recordingOf(target: Target, changes: Partial<RecordOptions> = {}): Promise<Recorded> {
  return recordTarget({
    target,
    apis: profiles.map((one) => one.name),
    ids: new Set(everyId),
    budgetShare: 1,
    seed: 1,
    signal: new AbortController().signal,
    tool: { name: 'clever-conformance', version: '0.0.0' },
    scanner: quietScanner,
    ...changes,
  });
}

/** A recording of a sandbox. */
export async function recordSandbox(
  options: SandboxTargetOptions,
  changes: Partial<RecordOptions> = {},
): Promise<Recorded> {
  const target = openSandboxTarget(options);
  try {
    return await recordingOf(target, { seed: options.seed, ...changes });
  } finally {
    await target.close();
  }
}

/** A temporary directory. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clever-conformance-recordings-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { type ApiName, profiles } from '../../contracts/profiles.ts';
import type { ExitCode } from '../errors.ts';
import { type Journal, openJournal, pending } from '../evidence/journal.ts';
import { count } from '../report/escape.ts';
import { createProgress } from '../report/progress.ts';
import { budgetPlan } from '../report/view.ts';
import { runFolderName } from '../report/write.ts';
import { themeOf } from '../requirement.ts';
import { runServer } from '../run/session.ts';
import { openLiveTarget } from '../targets/live.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { defaultJournal } from './folders.ts';
import type { Io } from './io.ts';
import { openFolder } from './out-folder.ts';
import { endRun } from './run-ending.ts';
import type { ServerOptions } from './server-flags.ts';

/** What is reckoned with until the target tells its own limit. */
const documentedLimit = profiles[0].rateLimit.requests;

/** Judges, writes what the run leaves, prints the summary and gives the exit code. */
export async function judgeServer(options: ServerOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const target = openTarget(options);
  const isTty = io.stderr.isTTY === true;
  const progress = createProgress({ stream: io.stderr, isTty, quiet: options.quiet, ci: Boolean(io.env.CI) });
  let journal: Journal | undefined;
  try {
    const folder = await openFolder(options.out, runFolderName(startedAtMs, target.name));
    if (target.kind === 'live' && target.allows.has('writes'))
      journal = openJournal(defaultJournal, { origin: target.origin });
    if (!options.quiet && target.kind === 'live')
      io.stderr.write(
        `Judging ${target.name}: ${budgetPlan({ share: options.budgetShare, advertised: documentedLimit })}.\n`,
      );

    const run = await runServer({
      target,
      apis: options.apis,
      ids: options.ids,
      seed: options.seed,
      budgetShare: options.budgetShare,
      signal: io.signal,
      now: Date.now,
      ...(journal ? { journal } : {}),
      onProbe: (probe, index, total) => progress.step(themeOf(probe.name), index, total, probe.name),
    });
    progress.done();
    if (journal) tellLeftovers(target.origin, io);
    return await endRun(run, folder, environmentOf(options.apis, target), options, io);
  } finally {
    progress.done();
    journal?.close();
    await target.close();
  }
}

function openTarget(options: ServerOptions): Target {
  return options.live ? openLiveTarget(options.live) : openSandboxTarget({ seed: options.seed });
}

/** What could not be removed, because the target was gone or the run was cut short, is not passed over in silence. */
function tellLeftovers(origin: string, io: Io): void {
  const left = pending(defaultJournal).filter((entry) => entry.origin === origin).length;
  if (left > 0)
    io.stderr.write(
      `${count(left, 'assignment')} of ours may still be at ${origin}: run "clever-conformance cleanup".\n`,
    );
}

/** What a reader of the report needs to repeat the run; no names of people or machines. */
function environmentOf(apis: readonly ApiName[], target: Target): Record<string, string> {
  return {
    node: process.versions.node,
    platform: process.platform,
    apis: apis.join(', '),
    allowed: [...target.allows].sort().join(', ') || 'reading only',
  };
}

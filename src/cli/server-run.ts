import { type ApiName, profiles } from '../../contracts/profiles.ts';
import type { ExitCode } from '../errors.ts';
import { type Journal, openJournal, pending } from '../evidence/journal.ts';
import { renderConsole } from '../report/console.ts';
import { count } from '../report/escape.ts';
import { renderJson } from '../report/json.ts';
import { exitCodeOf } from '../report/model.ts';
import { createProgress } from '../report/progress.ts';
import { budgetPlan } from '../report/view.ts';
import { runFolderName, writeReports } from '../report/write.ts';
import { themeOf } from '../requirement.ts';
import { assertWithMocha } from '../run/mocha.ts';
import { runServer } from '../run/session.ts';
import { openLiveTarget } from '../targets/live.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { defaultJournal } from './folders.ts';
import { type Io, isColorful } from './io.ts';
import { isDefaultFolder, openFolder } from './out-folder.ts';
import { version } from './package.ts';
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
    // A fault of ours is told last: what was observed is written all the same.
    const disagreement = await assertWithMocha(run).catch((fault: unknown) => fault);

    const written = await writeReports(folder, run.result, {
      tool: { name: 'clever-conformance', version },
      environment: environmentOf(options.apis, target),
      failOn: options.failOn,
      ...(options.baseline ? { baseline: options.baseline } : {}),
      reporters: options.reporters,
      latest: isDefaultFolder(folder),
    });
    if (options.json) io.stdout.write(renderJson(written.report));
    else {
      const color = isColorful(io, options.color);
      io.stdout.write(renderConsole(written.report, run.result, { color, quiet: options.quiet }));
      if (!options.quiet) io.stderr.write(`Reports: ${folder}\n`);
    }
    if (journal) tellLeftovers(target.origin, io);
    if (disagreement) throw disagreement;
    if (written.fault) throw written.fault;
    if (run.unfinished) throw run.unfinished;
    return exitCodeOf(written.report);
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

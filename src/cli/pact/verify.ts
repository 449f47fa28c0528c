import { type ExitCode, exitCodes, type SuiteFault } from '../../errors.ts';
import type { Pact } from '../../pacts/pact.ts';
import { readPacts } from '../../pacts/pact-files.ts';
import type { PactReport, PactResult } from '../../pacts/pact-result.ts';
import { requireReachable } from '../../pacts/reachable.ts';
import { readBrokerPacts, readPactAt } from '../../pacts/verify/broker.ts';
import { requireKnownStates } from '../../pacts/verify/pact-states.ts';
import { verifyPact } from '../../pacts/verify/verify.ts';
import { verifyFromBroker } from '../../pacts/verify/verify-broker.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { runFolderName } from '../../report/files/write.ts';
import { openLiveTarget } from '../../targets/live.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import type { Io } from '../io.ts';
import { type PactVerifyOptions, readBrokerUrl } from './flags.ts';
import { buildPactReport, pactFiles, printPactReport, writePactReport } from './report.ts';

/** Verifies the pacts, writes and prints the report, and returns the exit code. */
export async function verifyPacts(options: PactVerifyOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const pacts = await readAll(options);
  requireKnownStates(pacts);
  const target = options.live ? openLiveTarget(options.live) : openSandboxTarget({ seed: options.seed });
  try {
    const folder = await openFolder(options.out, runFolderName(startedAtMs, 'pact-verify'), pactFiles);
    if (target.kind === 'live') await requireReachable(target, options.apis.profiles);
    const { results, fault } = await run(pacts, target, options, io);
    const report = buildPactReport(results, {
      verb: 'verify',
      against: { kind: target.kind === 'sandbox' ? 'sandbox' : 'live', name: target.name },
      startedAtMs,
    });
    await writePactReport(folder, report);
    printPactReport(report, options, io);
    if (!options.json && !options.quiet) io.stderr.write(`Reports: ${folder}\n`);
    if (fault) throw fault;
    return exitCodeOf(report, options.failOnUntested);
  } finally {
    await target.close();
  }
}

async function readAll(options: PactVerifyOptions): Promise<readonly Pact[]> {
  if (options.broker) return await readBrokerPacts(options.broker);
  const pacts: Pact[] = [];
  for (const one of options.pacts) {
    if (/^https?:/i.test(one)) {
      const url = readBrokerUrl(one);
      const { brokerToken } = options;
      pacts.push(await readPactAt(new URL(url), { url, ...(brokerToken ? { token: brokerToken } : {}) }));
    } else
      pacts.push(...(await readPacts([one])).filter((pact) => pacts.every((p) => p.source !== pact.source)));
  }
  return pacts;
}

async function run(
  pacts: readonly Pact[],
  target: Target,
  { apis, broker }: PactVerifyOptions,
  io: Io,
): Promise<{ readonly results: readonly PactResult[]; readonly fault?: SuiteFault }> {
  const verifyOptions = { target, apis, env: io.env, signal: io.signal };
  if (broker) {
    const { pacts: results, notices, ...rest } = await verifyFromBroker(pacts, broker, verifyOptions);
    for (const notice of notices) io.stderr.write(`${escapeTerminal(notice)}\n`);
    return { results, ...rest };
  }
  const results: PactResult[] = [];
  for (const pact of pacts) results.push(await verifyPact(pact, verifyOptions));
  return { results };
}

/** Pending failures do not count; a run that verified nothing is not a success. */
export function exitCodeOf({ verdict, counts }: PactReport, failOnUntested: boolean): ExitCode {
  if (verdict === 'non-conforming') return exitCodes.nonConforming;
  if (verdict === 'inconclusive') return exitCodes.nothingJudged;
  return failOnUntested && counts.untested > 0 ? exitCodes.nonConforming : exitCodes.conforming;
}

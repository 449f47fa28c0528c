import type { VerbHost } from '../verb.ts';
import type { PactCompareFlags } from './compare.ts';
import type { PactExportFlags } from './export.ts';
import type { PactVerifyFlags } from './flags.ts';

/** `pact`: verifies, compares and exports consumer-driven contracts. */
export function addPactVerb({ program, io, finish }: VerbHost): void {
  const pact = program
    .command('pact')
    .summary("verifies and compares partners' pacts, and exports one of a run")
    .description(
      "Contracts of consumers, in Pact's form: against a target, against the OpenAPI documents, or out of a run.",
    );

  pact
    .command('verify')
    .summary('verifies pacts against a target')
    .description(
      'Plays every interaction of the pacts against a target, with its provider states set. Without --target: the embedded ' +
        'sandbox. A target without --states is only read, and what needs a state stays untested.',
    )
    .argument('[pacts...]', 'pact files, folders of them, or addresses of pacts')
    .option('--target <sandbox|url>', 'what to verify against', 'sandbox')
    .option('--states <url>', 'provider-state endpoint of the target')
    .option('--token-env <name>', 'variable that holds the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file that holds the token')
    .option('--timeout <seconds>', 'how long one answer may take, 1 to 600; default: 30')
    .option(
      '--broker <url>',
      'verify what this Pact broker wants verified; its token is in PACT_BROKER_TOKEN',
    )
    .option('--provider <name>', 'name of the provider at the broker')
    .option('--consumer-version-selectors <json>', 'which pacts of the broker, as a JSON list of selectors')
    .option('--enable-pending', 'let pending pacts fail without counting')
    .option('--publish', 'publish the results to the broker')
    .option('--provider-version <version>', 'version to publish under')
    .option('--provider-branch <branch>', 'branch to publish under, and to choose pending pacts by')
    .option('--build-url <url>', 'address of the build, for the published results')
    .option('--seed <n>', 'seed of the embedded sandbox', '1')
    .option('--fail-on <what>', 'let this count too: untested')
    .option('--out <dir>', 'folder for the reports; default: reports/<time>-pact-verify')
    .option('--json', 'print the report as JSON on stdout')
    .option('--quiet', 'only what failed, and the verdict')
    .option('--no-color', 'no colours')
    .action(async (pacts: readonly string[], flags: PactVerifyFlags) => {
      const { readPactVerifyFlags } = await import('./flags.ts');
      const { verifyPacts } = await import('./verify.ts');
      finish(await verifyPacts(readPactVerifyFlags(pacts, flags, io), io));
    });

  pact
    .command('compare')
    .summary('compares pacts with the OpenAPI documents')
    .description(
      'Says what the pacts expect that the documents do not promise. Nothing runs and nothing is sent.',
    )
    .argument('<pacts...>', 'pact files, or folders of them')
    .option('--out <dir>', 'also write pact-report.json and junit.xml into this folder')
    .option('--json', 'print the report as JSON on stdout')
    .option('--quiet', 'only what failed, and the verdict')
    .option('--no-color', 'no colours')
    .action(async (pacts: readonly string[], flags: PactCompareFlags) => {
      const { comparePacts } = await import('./compare.ts');
      finish(await comparePacts(pacts, flags, io));
    });

  pact
    .command('export')
    .summary('writes a pact out of a judged run or a HAR')
    .description('Writes what a run, or captured traffic, used of the API as the pact of a consumer.')
    .argument('<source>', 'report folder, evidence.json or HAR')
    .requiredOption('--consumer <name>', 'name of the consumer')
    .option('--out <file>', 'the pact file; default: <consumer>.pact.json')
    .action(async (source: string, flags: PactExportFlags) => {
      const { exportPact } = await import('./export.ts');
      finish(await exportPact(source, flags, io));
    });
}

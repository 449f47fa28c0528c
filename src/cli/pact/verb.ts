import { fileOf, folderOf } from '../paths/destination.ts';
import { cutShort, type VerbHost } from '../verb.ts';
import type { PactCompareFlags } from './compare.ts';
import type { PactExportFlags } from './export.ts';
import type { PactVerifyFlags } from './flags.ts';

/** `pact`: verifies, compares and exports consumer-driven contracts. */
export function addPactVerb({ program, io, finish }: VerbHost): void {
  const pact = program
    .command('pact')
    .summary('verifies and compares consumer pacts, and exports one from a run')
    .description(
      'Consumer contracts (Pact files): verified against a target, compared with the OpenAPI documents, or exported from a run.',
    );

  pact
    .command('verify')
    .summary('verifies pacts against a target')
    .description(
      'Replays every interaction of the pacts against a target, after setting its provider states. Default target: the ' +
        'embedded sandbox. Without --states, a target is only read, and interactions that need a state stay untested.',
    )
    .argument('[pacts...]', 'pact files, directories of pact files, or URLs of pacts')
    .option('--api <names>', 'only interactions of these APIs and versions; default: every documented one')
    .option('--target <sandbox|url>', 'target to verify', 'sandbox')
    .option('--states <url>', 'provider-state endpoint of the target')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token')
    .option('--timeout <seconds>', 'timeout per response, 1 to 600; default: 30')
    .option('--broker <url>', 'verify the pacts that this Pact broker selects; token in PACT_BROKER_TOKEN')
    .option('--provider <name>', 'name of the provider at the broker')
    .option(
      '--consumer-version-selectors <json>',
      'pacts to select at the broker, as a JSON list of selectors',
    )
    .option('--enable-pending', 'do not fail the run for pending pacts')
    .option('--publish', 'publish the results to the broker')
    .option('--provider-version <version>', 'version to publish under')
    .option('--provider-branch <branch>', 'branch to publish under, also used to determine pending pacts')
    .option('--build-url <url>', 'URL of the build, for the published results')
    .option('--seed <n>', 'seed of the embedded sandbox', '1')
    .option('--fail-on <what>', 'also fail on: untested')
    .option('--out <dir>', 'report directory; default: reports/<time>-pact-verify', folderOf('--out'))
    .option('--json', 'print the report as JSON on stdout')
    .option('--quiet', 'print only failures and the verdict')
    .option('--no-color', 'disable colors')
    .action(async (pacts: readonly string[], flags: PactVerifyFlags) => {
      const { readPactVerifyFlags } = await import('./flags.ts');
      const { verifyPacts } = await import('./verify.ts');
      finish(await cutShort(io, verifyPacts(readPactVerifyFlags(pacts, flags, io), io)));
    });

  pact
    .command('compare')
    .summary('compares pacts with the OpenAPI documents')
    .description('Reports what the pacts expect but the documents do not promise. Sends no requests.')
    .argument('<pacts...>', 'pact files, or directories of pact files')
    .option('--api <names>', 'only interactions of these APIs and versions; default: every documented one')
    .option('--out <dir>', 'also write pact-report.json and junit.xml into this directory', folderOf('--out'))
    .option('--json', 'print the report as JSON on stdout')
    .option('--quiet', 'print only failures and the verdict')
    .option('--no-color', 'disable colors')
    .action(async (pacts: readonly string[], flags: PactCompareFlags) => {
      const { comparePacts } = await import('./compare.ts');
      finish(await cutShort(io, comparePacts(pacts, flags, io)));
    });

  pact
    .command('export')
    .summary('exports a pact from a judged run or a HAR')
    .description('Writes the API usage of a run, or of captured traffic, as a consumer pact.')
    .argument('<source>', 'report directory, evidence file or HAR')
    .requiredOption('--consumer <name>', 'name of the consumer')
    .option('--api <names>', 'only traffic of these APIs and versions; default: every documented one')
    .option('--out <file>', 'the pact file; default: <consumer>.pact.json', fileOf('--out'))
    .action(async (source: string, flags: PactExportFlags) => {
      const { exportPact } = await import('./export.ts');
      finish(await cutShort(io, exportPact(source, flags, io)));
    });
}

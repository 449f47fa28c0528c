import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from '../errors.ts';
import { version } from '../package.ts';
import { addClientVerb } from './client/verb.ts';
import { applyConfig } from './config/apply.ts';
import { faultCode, faultText } from './fault.ts';
import type { Io } from './io.ts';
import { addJudgeVerb } from './judge/verb.ts';
import { addPactVerb } from './pact/verb.ts';
import { addProxyVerb } from './proxy/verb.ts';
import { addRecordVerb } from './record/verb.ts';
import { addReportVerbs } from './report/verb.ts';
import { addServerVerb } from './server/verb.ts';
import { addCatalogueVerbs } from './setup/catalogue.ts';
import { addCleanupVerb } from './setup/cleanup.ts';
import { addDoctorVerb } from './setup/doctor.ts';
import { addInitVerb } from './setup/init.ts';
import { addProveVerb } from './setup/prove.ts';
import { addSandboxVerb } from './setup/sandbox.ts';
import type { VerbHost } from './verb.ts';

/** Runs the command line with the arguments after the program's name and returns the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.conforming;
  const program = createProgram(io, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** The program with all verbs, for `main` and for its reference. */
export function createProgram(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('clever-conformance')
    .description('Judges servers and clients of the Clever Data API and LMS Connect.')
    .version(version, '--version')
    .helpCommand('help [verb]', 'how to use a verb')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/\n(?=\(Did you)/, ' ')),
    });
  program.hook('preAction', (_, verb) => {
    if (verb.options.some(({ long }) => long === '--config')) applyConfig(verb, io);
  });
  const host: VerbHost = { program, io, finish };
  addServerVerb(host);
  addClientVerb(host);
  addSandboxVerb(host);
  addRecordVerb(host);
  addJudgeVerb(host);
  addProxyVerb(host);
  addProveVerb(host);
  addPactVerb(host);
  addCatalogueVerbs(host);
  addReportVerbs(host);
  addInitVerb(host);
  addDoctorVerb(host);
  addCleanupVerb(host);
  return program;
}

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version are not errors; for all others, commander has printed the message.
    return error.exitCode === 0 ? exitCodes.conforming : exitCodes.usage;
  }
  io.stderr.write(faultText(error));
  return faultCode(error);
}

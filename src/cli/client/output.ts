import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ClientOutput } from '../../claims/run-result.ts';
import type { Variables } from '../../drivers/environment.ts';
import { makeFolder, writeFileAtomic } from '../../evidence/atomic.ts';
import type { ClientClaim, ScenarioObservation } from '../../observation.ts';
import { createOutputRedactor } from '../../redaction/output-lines.ts';
import { outputFile, outputFolder } from '../../report/files/output-file.ts';
import { endingText } from '../../traffic/client/endings.ts';

/** Lines of a report; the rest is in `output/`. */
const maxLines = 6;

/** How a client ended, and what it printed last, by scenario, where it did not just end well. The last start counts; a later observation replaces an earlier one. */
export function outputsOf(observed: readonly ScenarioObservation[]): Readonly<Record<string, ClientOutput>> {
  const redact = createOutputRedactor();
  return Object.fromEntries(
    observed.flatMap(({ scenario, runs }) => {
      const last = runs.at(-1)?.claim;
      return last && !endedWell(last)
        ? [[scenario, { ending: endOf(last), lines: redact(last.said, maxLines) }] as const]
        : [];
    }),
  );
}

function endedWell({ said, says }: ClientClaim): boolean {
  return said === '' && says === 'complete';
}

/**
 * Writes what the client printed in each scenario, but for the ids that it reported, into `output/`: the data are the suite's own, and values of the
 * environment that may be secrets are masked. For the user of the suite, not to be passed on.
 */
export async function writeOutputs(
  folder: string,
  observed: readonly ScenarioObservation[],
  env: Variables,
  named: readonly string[],
): Promise<void> {
  const mask = createMask(env, named);
  // A later observation replaces an earlier one.
  const files = new Map<string, string>();
  for (const { scenario, runs } of observed) {
    if (runs.every(({ claim }) => endedWell(claim))) continue;
    const starts = runs.map(({ claim }, at) => `# start ${at + 1}: ${endOf(claim)}\n${mask(claim.said)}\n`);
    files.set(outputFile(scenario), starts.join('\n'));
  }
  if (files.size === 0) return;
  await makeFolder(join(folder, outputFolder));
  for (const [name, text] of files) await writeFileAtomic(join(folder, name), text);
}

function endOf(claim: ClientClaim): string {
  if (claim.endedBy !== 'itself' || claim.exit === undefined)
    return endingText(claim).replace(/^the client /, '');
  return typeof claim.exit === 'number' ? `exited with code ${claim.exit}` : `ended by ${claim.exit}`;
}

/** Shorter values would mask parts of other words. */
const minSecret = 5;
const secretName = /token|secret|passw|passphrase|key|credential|auth|cookie|session|dsn|_url$|_uri$/i;

/** Replaces values of variables that the client was given by name, or that have the name of a secret, and the home directory. */
function createMask(env: Variables, named: readonly string[]): (text: string) => string {
  const values = Object.entries(env).flatMap(([name, value = '']) =>
    value.length >= minSecret && (named.includes(name) || secretName.test(name))
      ? formsOf(value).map((form) => [form, `«${name}»`] as const)
      : [],
  );
  // A longer value may contain a shorter one.
  const pairs = values.toSorted((a, b) => b[0].length - a[0].length);
  const home = homedir();
  return (text) => {
    const masked = pairs.reduce((rest, [value, name]) => rest.replaceAll(value, name), text);
    return home.length > 1 ? masked.replaceAll(home, '~') : masked;
  };
}

/** A value as it is printed: plain, encoded, and the password of a URL by itself. */
function formsOf(value: string): readonly string[] {
  const password = URL.parse(value)?.password ?? '';
  const plain = [value, ...(password.length >= minSecret ? [password, decodeURIComponent(password)] : [])];
  return [
    ...new Set(plain.flatMap((one) => [one, encodeURIComponent(one), Buffer.from(one).toString('base64')])),
  ];
}

import { SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { LeakScanner } from '../leaks/scanner.ts';
import type { Tape } from './tape.ts';
import type { RecordingFiles } from './writer.ts';

/** Maximum number of leaks named in a message. */
const maxNamed = 3;

/**
 * Lets the scanner learn all traffic and search every byte that is about to be written. Throws `SafetyStop` for a leak: a recording
 * without a value would replay something else, so nothing can be withheld, and nothing may be written.
 */
export function assertNoLeak(
  scanner: LeakScanner,
  exchanges: readonly Exchange[],
  tape: Pick<Tape, 'tokens' | 'states' | 'target'>,
  files: RecordingFiles,
): void {
  const secrets = tape.tokens();
  scanner.publish(madeUpCredentials(exchanges, secrets));
  if (tape.target.kind === 'live') scanner.learn(tape.target.origin, '', 'origin of the target');
  else scanner.publish(tape.target.origin);
  for (const token of secrets) scanner.learn(token, 'token', 'token');
  for (const { values } of tape.states)
    for (const [name, value] of Object.entries(values)) scanner.learn(String(value), name, 'provider state');
  for (const exchange of exchanges) scanner.learnExchange(exchange, 'suite');
  refuseLeaks(scanner, files);
}

/** Searches every byte that is about to be written for what the scanner has learned. Throws `SafetyStop`. */
export function refuseLeaks(scanner: LeakScanner, files: RecordingFiles): void {
  const leaks = [...files].flatMap(([name, text]) => scanner.scan(name, text));
  if (leaks.length === 0) return;
  const named = leaks
    .slice(0, maxNamed)
    .map(({ file, kind, at, from }) => `${kind} in line ${at} of ${file} (from ${from})`);
  const more = leaks.length > maxNamed ? ` and ${leaks.length - maxNamed} more` : '';
  throw new SafetyStop(
    `The leak scanner found ${named.join('; ')}${more}.`,
    'Nothing was written. This is a bug in the redaction; please report it, without the data.',
  );
}

/** What the suite sends in an Authorization header that is none of the target's tokens, in any scheme. */
function madeUpCredentials(exchanges: readonly Exchange[], secrets: readonly string[]): readonly string[] {
  const sent = exchanges.flatMap(
    ({ request }) => /^\S+ (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? [],
  );
  return [...new Set(sent)].filter((value) => {
    const decoded = Buffer.from(value, 'base64').toString();
    return !secrets.some((secret) => value.includes(secret) || decoded.includes(secret));
  });
}

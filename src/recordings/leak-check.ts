import { SafetyStop } from '../errors.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import type { LeakScanner } from '../leaks/scanner.ts';
import { tokensIn } from '../observe/observe-server.ts';
import { isIdLike } from '../redaction/ids.ts';
import type { Tape } from './tape.ts';
import type { RecordingFiles } from './writer.ts';

/** Maximum number of leaks named in a message. */
const maxNamed = 3;

/**
 * Lets the scanner learn all traffic and search every byte that is about to be written. Throws `SafetyStop` for a leak;
 * then nothing may be written.
 */
export function assertNoLeak(
  scanner: LeakScanner,
  exchanges: readonly Exchange[],
  tape: Pick<Tape, 'tokens' | 'states' | 'target'>,
  files: RecordingFiles,
): void {
  const secrets = tape.tokens();
  const own = ownWords(exchanges);
  for (const text of own) scanner.allow(text);
  for (const token of tokensIn(exchanges)) if (!secrets.includes(token)) scanner.allow(token);
  if (tape.target.kind === 'live') scanner.learnUrl(tape.target.origin);
  else scanner.allow(tape.target.origin);
  for (const token of secrets) scanner.learn(token, 'token');
  for (const { values } of tape.states)
    for (const [name, value] of Object.entries(values)) scanner.learn(String(value), name);
  for (const exchange of exchanges) {
    for (const part of partsOf(exchange.request.path)) if (!own.has(part)) scanner.learn(part);
    const { response } = exchange;
    if (!response) continue;
    scanner.learnBody(withoutOwn(exchange, own), response.headers['content-type'] ?? '');
    scanner.learnHeaders(response.headers);
  }
  const leaks = [...files].flatMap(([name, text]) => scanner.scan(name, text));
  if (leaks.length === 0) return;
  const named = leaks.slice(0, maxNamed).map(({ file, kind, at }) => `${kind} in line ${at} of ${file}`);
  const more = leaks.length > maxNamed ? ` and ${leaks.length - maxNamed} more` : '';
  throw new SafetyStop(
    `The leak scanner found ${named.join('; ')}${more}.`,
    'Nothing was written. This is a bug in the redaction; please report it, without the data.',
  );
}

/** A response without values that repeat a request of the suite. */
function withoutOwn(exchange: Exchange, own: ReadonlySet<string>): string {
  const value = jsonOf(exchange);
  if (typeof value !== 'object' || value === null) return exchange.response?.body ?? '';
  try {
    return JSON.stringify(value, (_, member: unknown) =>
      own.has(String(member)) && !isNested(member) ? null : member,
    );
  } catch {
    // Nested too deeply to serialize.
    return exchange.response?.body ?? '';
  }
}

/**
 * Words that a probe sent before any response contained them: the suite's own, which responses may repeat. Excludes id-like
 * text, which may be derived from a received id.
 */
function ownWords(exchanges: readonly Exchange[]): ReadonlySet<string> {
  const heard = new Set<string>();
  const own = new Set<string>();
  for (const exchange of exchanges) {
    const { path, body } = exchange.request;
    for (const text of [...partsOf(path), ...leavesOf(parse(body))])
      if (!heard.has(text) && !isIdLike(text)) own.add(text);
    for (const text of leavesOf(jsonOf(exchange))) heard.add(text);
  }
  return own;
}

/** Segments and values of a path with its query. */
function partsOf(path: string): readonly string[] {
  const [pathname = '', query = ''] = path.split('?', 2);
  return [...pathname.split('/'), ...new URLSearchParams(query).values()].filter((one) => one !== '');
}

/** Texts and numbers of a JSON value; iterative, for any nesting depth. */
function* leavesOf(root: unknown): Generator<string> {
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === 'string' || typeof value === 'number') yield String(value);
    else if (isNested(value)) for (const one of Object.values(value)) stack.push(one);
  }
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A body as JSON; probes' malformed bodies contain no words of their own. */
function parse(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}

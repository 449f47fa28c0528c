import { type Exchange, jsonOf } from '../exchange.ts';
import type { ClientClaim, ScenarioObservation } from '../observation.ts';
import type { RecordedObservation } from '../result.ts';
import { isObject, type Members } from '../text/json.ts';
import { idWithin } from './ids.ts';
import { type RedactionOptions, redactTraffic } from './redactor.ts';

/** Observations of a client, redacted for evidence. */
export interface RedactedObservations {
  /** Of all scenarios, numbered consecutively. */
  readonly exchanges: readonly Exchange[];
  readonly observations: readonly RecordedObservation[];
}

/** An observation before redaction, and whether a later one of the same scenario replaced it. */
export type Observed = ScenarioObservation & { readonly superseded?: true };

/**
 * Numbers the exchanges of all scenarios consecutively and redacts them together; ids reported by the client and ids of the
 * collection get the same pseudonyms. Of the client's output only API messages are kept, redacted as in their response, to
 * judge whether they were shown; all other output may contain arbitrary data, unless the client was given the suite's data only.
 */
export function redactObservations(
  observed: readonly Observed[],
  options: Omit<RedactionOptions, 'byClient' | 'ids'>,
): RedactedObservations {
  const firsts: number[] = [];
  const numbered: Exchange[] = [];
  for (const { exchanges } of observed) {
    firsts.push(numbered.length);
    for (const exchange of exchanges) numbered.push({ ...exchange, seq: numbered.length });
  }
  const ids = observed.flatMap(({ truth, runs }) => [...truth, ...runs.flatMap(({ claim }) => claim.ids)]);
  const { exchanges, idOf } = redactTraffic(numbered, { ...options, byClient: true, ids });
  const remainder = options.ownData === 'all' ? (said: string) => shownRest(said, idOf) : hiddenRest;
  return {
    exchanges,
    observations: observed.map((one, at) => {
      const first = firsts[at] ?? 0;
      const { exchanges: raw, runs, truth, ...rest } = one;
      const messages = messagesOf(raw, exchanges.slice(first, first + raw.length));
      return {
        ...rest,
        exchanges: { first, count: raw.length },
        truth: truth.map(idOf),
        runs: runs.map((run) => {
          const { exit: _exit, ...claim } = run.claim;
          const said = redactSaid(claim, messages, remainder);
          return { ...run, claim: { ...claim, ids: claim.ids.map(idOf), said } };
        }),
      };
    }),
  };
}

/** API messages, raw and redacted. */
type Messages = ReadonlyMap<string, string>;

function messagesOf(raw: readonly Exchange[], redacted: readonly Exchange[]): Messages {
  const messages = new Map<string, string>();
  for (const [at, exchange] of raw.entries()) {
    const [from, to] = [messageIn(exchange), redacted[at] && messageIn(redacted[at])];
    if (from !== undefined && to !== undefined) messages.set(normal(from), to);
  }
  return messages;
}

/** Shorter texts would match by coincidence. */
const minMessageLength = 4;

/** The message of an error: `message`, `error`, or the body text. */
function messageIn(exchange: Exchange): string | undefined {
  const { response } = exchange;
  if (!response || response.status < 400) return undefined;
  const json = jsonOf(exchange);
  const { message, error } = isObject(json) ? json : ({} as Members);
  const text = [message, error, json === undefined ? response.body : undefined].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  return text !== undefined && text.trim().length >= minMessageLength && text.length <= 500
    ? text.trim()
    : undefined;
}

/** Names of files, which may be of the user's machine; paths of the API begin with a version. */
const filePath = /(?<![\w:/.-])(?:[A-Za-z]:|file:\/\/)?(?!\/v\d)(?:[\\/][\w.@+ -]+){2,}/g;

/** Longer output is cut. */
const maxShownLength = 2_000;

function shownRest(said: string, idOf: (id: string) => string): string {
  const more = said.length - maxShownLength;
  const start = said.slice(0, maxShownLength).replace(idWithin, idOf).replace(filePath, '«file»');
  return more > 0 ? `${start} «${more} more characters»` : start;
}

function hiddenRest({ length }: string): string {
  return `«text: ${length} characters»`;
}

function redactSaid({ said }: ClientClaim, messages: Messages, rest: (said: string) => string): string {
  if (said === '') return '';
  const searched = normal(said);
  const last = rest(said);
  const seen = normal(last);
  const shown = [...messages]
    .filter(([message]) => searched.includes(message))
    .map(([, redacted]) => redacted)
    .filter((one) => !seen.includes(normal(one)));
  return [...new Set(shown), last].join('\n');
}

/** Clients wrap lines, encode texts as JSON (also twice), quote them, and change the case of the first letter. */
function normal(text: string): string {
  return text
    .replace(/\\+n/g, ' ')
    .replace(/["'\u2018\u2019\u201c\u201d\\]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

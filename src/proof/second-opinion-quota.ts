import type { Exchange, HeaderMap } from '../exchange.ts';
import type { JudgeContext } from '../result.ts';

/** The four headers, without what they have in common. */
export const names = ['limit', 'remaining', 'reset', 'bucket'] as const;
type Told = Readonly<Record<(typeof names)[number], readonly string[] | undefined>>;

/** An answer, and what it says of the rate limit. */
export interface AnswerFact {
  readonly seq: number;
  readonly token: string;
  readonly status: number;
  readonly body: string;
  readonly claim: string;
  readonly case: string;
  readonly role: string;
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** The server's own time, whole epoch seconds. */
  readonly dateS: number | undefined;
  /** By header, place by place. */
  readonly told: Told;
  /** The bucket that decides: the one that refuses, else the one with the latest Reset. */
  readonly counter: Counter | undefined;
}

/** What cannot be read is absent. */
interface Counter {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  readonly resetS: number | undefined;
  /** As it stands. */
  readonly resetText: string;
}

/** What the rules of the rate limit are asked about. */
export interface QuotaFacts {
  /** Somebody else's server: others may use the token, and its number may have moved. */
  readonly live: boolean;
  readonly quota: number;
  readonly windowS: number;
  readonly answers: readonly AnswerFact[];
}

/** Everything that the log says about the rate limit. */
export function quotaFacts(exchanges: readonly Exchange[], { profiles, subject }: JudgeContext): QuotaFacts {
  const { requests: quota, windowS } = profiles[0]?.rateLimit ?? { requests: 1200, windowS: 60 };
  return {
    live: subject === 'live',
    quota,
    windowS,
    answers: exchanges.filter((one) => one.response).map(factOf),
  };
}

function factOf({ seq, step, request, response }: Exchange): AnswerFact {
  const headers = response?.headers ?? {};
  const told = toldBy(headers);
  const dateMs = Date.parse(headers.date ?? '');
  const status = response?.status ?? 0;
  return {
    seq,
    token: request.headers.authorization ?? '',
    status,
    body: response?.body ?? '',
    claim: step?.claim ?? '',
    case: step?.case ?? '',
    role: step?.role ?? '',
    sentAtMs: request.sentAtMs,
    receivedAtMs: response?.receivedAtMs ?? 0,
    dateS: Number.isNaN(dateMs) ? undefined : Math.floor(dateMs / 1000),
    told,
    counter: deciding(told, status),
  };
}

function toldBy(headers: HeaderMap): Told {
  const places = (name: string) => headers[`x-ratelimit-${name}`]?.split(',').map((part) => part.trim());
  return {
    limit: places('limit'),
    remaining: places('remaining'),
    reset: places('reset'),
    bucket: places('bucket'),
  };
}

/** All four headers stand. */
export const hasAll = (told: Told): boolean => names.every((name) => told[name] !== undefined);

/** What stands can be read, in lists of one length. */
export function isWellFormed(told: Told): boolean {
  const places = names.flatMap((name) => told[name]?.length ?? []);
  return (
    [...(told.limit ?? []), ...(told.remaining ?? [])].every((text) => /^\d+$/.test(text)) &&
    // Seconds since 1970 have ten digits from 2001 to 2286.
    (told.reset ?? []).every((text) => /^\d{10}$/.test(text)) &&
    (told.bucket ?? []).every((text) => text !== '') &&
    new Set(places).size <= 1
  );
}

function deciding({ limit = [], remaining = [], reset = [] }: Told, status: number): Counter | undefined {
  const number = (text: string | undefined, form: RegExp) =>
    text !== undefined && form.test(text) ? Number(text) : undefined;
  const places = Math.max(limit.length, remaining.length, reset.length);
  const counters = Array.from(
    { length: places },
    (_, at): Counter => ({
      limit: number(limit[at], /^\d+$/),
      remaining: number(remaining[at], /^\d+$/),
      resetS: number(reset[at], /^\d{10}$/),
      resetText: reset[at] ?? '',
    }),
  );
  const refusing = counters.filter((one) => status === 429 && one.remaining === 0);
  const able = refusing.length > 0 ? refusing : counters;
  // Of two that end together, the one that this request has drawn on, and of those the scarcer one.
  const order = (one: Counter) => [-(one.resetS ?? 0), Number(!isDrawnOn(one)), one.remaining ?? 0];
  return able.toSorted((a, b) => {
    const [mine, other] = [order(a), order(b)];
    return mine.map((value, at) => value - (other[at] ?? 0)).find((by) => by !== 0) ?? 0;
  })[0];
}

const isDrawnOn = ({ limit, remaining }: Counter): boolean =>
  limit !== undefined && remaining !== undefined && remaining < limit;

/** Two answers to one token in one case, one after the other; the second one was given before the window of the first ended. */
export interface PairFact {
  readonly seq: number;
  /** `seq` of the earlier one. */
  readonly from: number;
  /** Seconds between the two by the server's own time. */
  readonly apartS: number;
  readonly earlier: Counter;
  readonly later: Counter;
}

/** Neighbours among some answers, case by case and token by token. */
export function pairs(
  answers: readonly AnswerFact[],
  among: (answer: AnswerFact) => boolean,
): readonly PairFact[] {
  const groups = Map.groupBy(answers.filter(among), (one) =>
    [one.claim, one.case, one.role, one.token].join(' '),
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(1).flatMap((later, at) => {
      const earlier = group[at];
      if (!earlier?.counter || !later.counter || later.dateS === undefined) return [];
      const overlap = later.sentAtMs < earlier.receivedAtMs;
      const { resetS, resetText } = earlier.counter;
      const inWindow = resetS === undefined ? resetText === later.counter.resetText : later.dateS < resetS;
      return inWindow && !overlap
        ? [
            {
              seq: later.seq,
              from: earlier.seq,
              apartS: later.dateS - (earlier.dateS ?? later.dateS),
              earlier: earlier.counter,
              later: later.counter,
            },
          ]
        : [];
    }),
  );
}

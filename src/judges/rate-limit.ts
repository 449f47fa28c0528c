import type { RateLimitHeader } from '../client/rate-limit-headers.ts';
import { type Finding, judged, outcomeOf } from '../outcome.ts';
import type { Judge, JudgeContext, ServerJudges } from './judge.ts';
import { describeAnswer } from './material.ts';
import { bucketPerToken, bucketStable } from './rate-limit-buckets.ts';
import { headersWellFormed, spelling } from './rate-limit-headers.ts';
import { condense, isEpochS, type RateAnswer, rateAnswers } from './rate-limit-material.ts';
import {
  admitsAfterReset,
  exceedingIs429,
  fullQuotaAdmitted,
  refusalKeepsReset,
} from './rate-limit-quota.ts';
import { remainingCountsDown, windowIsFixed, windowRefills } from './rate-limit-windows.ts';

/** What one answer says of a claim: nothing to object to (`{}`), something, or nothing at all (`undefined`). */
interface Verdict {
  readonly finding?: Omit<Finding, 'exchange'>;
  readonly note?: string;
}

/** A claim about single answers. */
interface AnswerRow {
  readonly applies: (answer: RateAnswer) => boolean;
  readonly whyNone: string;
  /** @default the name of the API version */
  readonly caseOf?: (answer: RateAnswer) => string;
  readonly examine: (answer: RateAnswer, context: JudgeContext) => Verdict | undefined;
  /** Why answers that apply were no material, when `examine` knew nothing to say of any. */
  readonly whyUnreadable?: string;
}

const rows = {
  'rate-limit/headers-present': {
    applies: ({ admitted }) => admitted,
    whyNone: 'no request was answered with success',
    examine: ({ reading, status }) => absent(reading.missing, status),
  },
  'rate-limit/limit-is-1200': {
    applies: ({ reading }) => reading.buckets.length > 0,
    whyNone: 'no answer has the headers',
    whyUnreadable: 'no answer has a Limit that can be read',
    examine: examineLimit,
  },
  'rate-limit/remaining-in-range': {
    applies: ({ admitted, reading }) => admitted && reading.buckets.length > 0,
    whyNone: 'no success has the headers',
    whyUnreadable: 'no success has a Limit and a Remaining that can be read',
    examine: examineRange,
  },
  'rate-limit/reset-within-a-minute': {
    applies: ({ reading }) => reading.buckets.length > 0,
    whyNone: 'no answer has the headers',
    whyUnreadable: 'no answer has both a Date and a Reset in epoch seconds',
    examine: examineReset,
  },
  'rate-limit/429-body-empty': {
    applies: ({ status }) => status === 429,
    whyNone: 'no request was answered with 429',
    examine: ({ exchange }) => {
      const body = exchange.response?.body ?? '';
      if (body === '') return {};
      const message = 'The 429 has a body.';
      return { finding: { message, expected: 'an empty body', actual: describeAnswer(exchange) } };
    },
  },
  'rate-limit/429-headers': {
    applies: ({ status }) => status === 429,
    whyNone: 'no request was answered with 429',
    examine: ({ reading, exchange, status }) => {
      const missing = absent(reading.missing, status);
      if (missing.finding || reading.buckets.some(({ remaining }) => remaining === 0)) return missing;
      const told = exchange.response?.headers['x-ratelimit-remaining'] ?? '';
      const message = 'The 429 says that requests are left.';
      return { finding: { message, expected: 'Remaining 0', actual: `Remaining ${told}` } };
    },
  },
  'rate-limit/headers-on-errors': {
    applies: ({ status }) => status >= 400 && status < 500 && status !== 429,
    whyNone: 'no request was answered with 4xx',
    caseOf: ({ status }) => `${status}`,
    examine: ({ reading, status }) => absent(reading.missing, status),
  },
} as const satisfies Readonly<Record<string, AnswerRow>>;

/** How the fixed one-minute windows of a token are told, kept and enforced. */
export const rateLimitJudges: ServerJudges<'rate-limit'> = {
  'rate-limit/headers-present': onAnswers(rows['rate-limit/headers-present']),
  'rate-limit/headers-well-formed': headersWellFormed,
  'rate-limit/limit-is-1200': onAnswers(rows['rate-limit/limit-is-1200']),
  'rate-limit/remaining-counts-down': remainingCountsDown,
  'rate-limit/remaining-in-range': onAnswers(rows['rate-limit/remaining-in-range']),
  'rate-limit/reset-within-a-minute': onAnswers(rows['rate-limit/reset-within-a-minute']),
  'rate-limit/window-is-fixed': windowIsFixed,
  'rate-limit/window-refills': windowRefills,
  'rate-limit/full-quota-admitted': fullQuotaAdmitted,
  'rate-limit/exceeding-is-429': exceedingIs429,
  'rate-limit/429-body-empty': onAnswers(rows['rate-limit/429-body-empty']),
  'rate-limit/429-headers': onAnswers(rows['rate-limit/429-headers']),
  'rate-limit/admits-after-reset': admitsAfterReset,
  'rate-limit/429-does-not-extend': refusalKeepsReset,
  'rate-limit/bucket-per-token': bucketPerToken,
  'rate-limit/bucket-stable': bucketStable,
  'rate-limit/headers-on-errors': onAnswers(rows['rate-limit/headers-on-errors']),
};

function onAnswers(row: AnswerRow): Judge {
  return (exchanges, context) => {
    const answers = rateAnswers(exchanges, context).filter(row.applies);
    const cases = new Map<string, { readonly findings: Finding[]; readonly notes: Set<string> }>();
    for (const answer of answers) {
      const verdict = row.examine(answer, context);
      if (!verdict) continue;
      const name = row.caseOf?.(answer) ?? answer.profile.name;
      const known = cases.get(name) ?? { findings: [], notes: new Set() };
      cases.set(name, known);
      if (verdict.finding) known.findings.push({ ...verdict.finding, exchange: answer.exchange.seq });
      if (verdict.note !== undefined) known.notes.add(verdict.note);
    }
    const outcomes = [...cases].map(([name, { findings, notes }]) =>
      judged(name, condense(findings), [...notes]),
    );
    const whyNone = answers.length > 0 ? (row.whyUnreadable ?? row.whyNone) : row.whyNone;
    return outcomeOf(outcomes, whyNone);
  };
}

function absent(missing: readonly RateLimitHeader[], status: number): Verdict {
  if (missing.length === 0) return {};
  const names = missing.map((name) => spelling[name]).join(', ');
  return {
    finding: {
      message: `${names} did not come with a ${status}.`,
      expected: 'the four X-RateLimit headers',
      actual: `${4 - missing.length} of them`,
    },
  };
}

/** Of several buckets one has to have the documented number; the documents know of one bucket only. */
function examineLimit({ reading, profile }: RateAnswer, { subject }: JudgeContext): Verdict | undefined {
  const limits = reading.buckets.flatMap(({ limit }) => limit ?? []);
  const documented = profile.rateLimit.requests;
  if (limits.length === 0) return undefined;
  if (limits.includes(documented)) return {};
  const told = limits.join(', ');
  // The number has moved before: somebody else's server, live or captured, is told so and not failed (see the doubt).
  if (subject === 'live' || subject === 'har')
    return {
      note: `Limit is ${told}, where the documents say ${documented}; the rest is judged by what is told`,
    };
  const message = `Limit is ${told}.`;
  return { finding: { message, expected: `${documented}`, actual: told } };
}

/** A token with several buckets may be told of one that this request did not use; one of them it did. */
function examineRange({ reading }: RateAnswer): Verdict | undefined {
  const counters = reading.buckets.flatMap(({ limit, remaining }) =>
    limit === undefined || remaining === undefined ? [] : [{ limit, remaining }],
  );
  if (counters.length === 0) return undefined;
  if (
    counters.every(({ limit, remaining }) => remaining <= limit) &&
    counters.some(({ limit, remaining }) => remaining < limit)
  )
    return {};
  return {
    finding: {
      message: 'Remaining is not below Limit, though this request was counted.',
      expected: `0 to ${counters.map(({ limit }) => limit - 1).join(', ')}`,
      actual: counters.map(({ remaining }) => remaining).join(', '),
    },
  };
}

function examineReset(answer: RateAnswer, { subject }: JudgeContext): Verdict | undefined {
  const { reading, dateS, tookS, profile } = answer;
  const resets = reading.buckets.flatMap(({ resetEpochS }) => resetEpochS ?? []).filter(isEpochS);
  if (dateS === undefined || resets.length === 0) return undefined;
  const { windowS } = profile.rateLimit;
  // The request was counted before its answer was dated: while it was worked on, its window may have come to its end.
  const earliest = dateS - Math.ceil(tookS);
  const past = resets.find((resetS) => resetS <= earliest);
  const expected = `1 to ${windowS} s after Date`;
  if (past !== undefined)
    return { finding: { message: 'Reset lies in the past.', expected, actual: ahead(past - dateS) } };
  const furthestS = Math.max(...resets) - dateS;
  if (furthestS <= windowS) return {};
  // A Date that is cut to whole seconds and a Reset that is rounded up are 61 s apart when the window is new.
  if (furthestS === windowS + 1 && subject !== 'sandbox')
    return { note: `Reset is up to ${furthestS} s after Date, which rounding explains` };
  const message = 'Reset is further away than a window is long.';
  return { finding: { message, expected, actual: ahead(furthestS) } };
}

function ahead(seconds: number): string {
  return seconds >= 0 ? `${seconds} s after Date` : `${-seconds} s before Date`;
}

import { type RateLimitHeader, rateLimitHeaders } from '../client/rate-limit-headers.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import type { Judge } from './judge.ts';
import { condense, isEpochS, type RateAnswer, rateAnswers } from './rate-limit-material.ts';

/** The header as the documents spell it. */
export const spelling: Readonly<Record<RateLimitHeader, string>> = {
  'x-ratelimit-limit': 'X-RateLimit-Limit',
  'x-ratelimit-remaining': 'X-RateLimit-Remaining',
  'x-ratelimit-reset': 'X-RateLimit-Reset',
  'x-ratelimit-bucket': 'X-RateLimit-Bucket',
};

/** A case per header. A Reset in milliseconds, or in seconds from now, is read as digits and is still no Unix timestamp. */
export const headersWellFormed: Judge = (exchanges, context) => {
  const answers = rateAnswers(exchanges, context).filter(({ reading }) => reading.buckets.length > 0);
  if (answers.length === 0) return outcomeOf([], 'no answer has the headers');
  const cases = rateLimitHeaders.map((header): CaseOutcome => {
    const name = spelling[header];
    const having = answers.filter(({ reading }) => !reading.missing.includes(header));
    if (having.length === 0) return undecided(name, 'untested', `no answer has ${name}`);
    return judged(name, condense(having.flatMap((answer) => malformed(answer, header))));
  });
  return outcomeOf(cases, 'no answer has the headers');
};

const wanted: Readonly<Record<RateLimitHeader, string>> = {
  'x-ratelimit-limit': 'a whole number from zero up',
  'x-ratelimit-remaining': 'a whole number from zero up',
  'x-ratelimit-reset': 'whole seconds since 1970',
  'x-ratelimit-bucket': 'a name',
};

function malformed({ exchange, reading }: RateAnswer, header: RateLimitHeader): readonly Finding[] {
  const seen = { expected: wanted[header], exchange: exchange.seq };
  const told = exchange.response?.headers[header] ?? '';
  const fault = reading.malformed.find((one) => one.header === header);
  const name = spelling[header];
  if (fault?.reason === 'unequal-lists') {
    const message = `${name} names another number of buckets than X-RateLimit-Bucket.`;
    return [{ ...seen, message, expected: 'lists of equal length', actual: fault.value }];
  }
  if (fault) {
    const message = fault.reason === 'empty' ? `${name} is empty.` : `${name} is not a whole number.`;
    return [{ ...seen, message, actual: told === '' ? 'an empty value' : told }];
  }
  const resets = reading.buckets.flatMap(({ resetEpochS }) => resetEpochS ?? []);
  if (header !== 'x-ratelimit-reset' || resets.every(isEpochS)) return [];
  const message = `${name} is no Unix timestamp in seconds.`;
  return [{ ...seen, message, actual: told }];
}

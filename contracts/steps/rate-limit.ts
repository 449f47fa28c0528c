/** One token of captured traffic, numbered by its first request. */
type TokenCase = `token ${number}`;

/** A window that is used up: its quota, the requests beyond it, and those after its Reset. */
interface QuotaStep {
  readonly case: 'a whole window' | TokenCase;
  readonly role: 'quota' | 'beyond' | 'after';
}

/** Steps of the category `rate-limit`: see `Steps`. */
export type RateLimitSteps = {
  /** Requests in a row, between which the suite changes nothing. */
  'rate-limit/remaining-counts-down': { readonly case: 'steady' | TokenCase; readonly role?: never };
  'rate-limit/window-refills': {
    readonly case: 'next window' | TokenCase;
    readonly role: 'before' | 'after';
  };
  'rate-limit/full-quota-admitted': QuotaStep;
  /** Only in captured traffic: the last request that a quota allowed, and the next one. */
  'rate-limit/exceeding-is-429': QuotaStep;
  /** Only in captured traffic: a refused request, and the first one after its Reset. */
  'rate-limit/admits-after-reset': QuotaStep;
  /** Requests with several tokens; `between`: sent between two requests of the token that the case is about. */
  'rate-limit/bucket-per-token': {
    readonly case: 'in turn' | `${'no' | 'an unknown'} token in between` | TokenCase;
    readonly role?: 'between';
  };
};

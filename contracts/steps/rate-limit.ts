/** Steps of the category `rate-limit`: see `Steps`. */
export type RateLimitSteps = {};

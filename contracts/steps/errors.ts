/** Steps of the category `errors`: see `Steps`. */
export type ErrorsSteps = {};

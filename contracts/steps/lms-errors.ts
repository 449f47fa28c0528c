/** Steps of the category `lms-errors`: see `Steps`. */
export type LmsErrorsSteps = {};

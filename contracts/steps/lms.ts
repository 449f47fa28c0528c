/** Steps of the category `lms`: see `Steps`. */
export type LmsSteps = {};

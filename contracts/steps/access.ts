/** Steps of the category `access`: see `Steps`. */
export type AccessSteps = {};

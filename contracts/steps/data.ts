/** Steps of the category `data`: see `Steps`. */
export type DataSteps = {};

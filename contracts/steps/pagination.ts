/** Steps of the category `pagination`: see `Steps`. */
export type PaginationSteps = {};

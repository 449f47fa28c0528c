/** Steps of the category `events`: see `Steps`. */
export type EventsSteps = {};

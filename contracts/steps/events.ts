/** Steps of the category `events`: see `Steps`. */
export type EventsSteps = {
  'events/list-ascends':
    | { readonly case: 'whole'; readonly role: 'whole' }
    | { readonly case: 'walk'; readonly role: 'walk' };
  /** `all` is the list without a filter, the others are named by their query. */
  'events/filters': { readonly case: 'all' | `${'school' | 'record_type'}=${string}`; readonly role?: never };
};

import { filterName } from '../../traffic/event-filters.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `events` in captured traffic: every page of the list can be compared with the others. */
export function attributeEvents({ events }: Traffic): readonly PlacedStep[] {
  return events.pages.map(({ exchange }) => ({
    claim: 'events/filters',
    case: filterName(exchange) === '' ? 'all' : exchange.query.toString(),
    exchange,
  }));
}

import type { Material } from '../../../src/claims/claim.ts';
import {
  type FilteredEvents,
  filterName,
  findFilteredEvents,
  isUnfiltered,
} from '../../../src/traffic/event-filters.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';

const id = 'events/filters';

/** No filtered list was served. */
interface Unfiltered extends Material {
  /** The last request with the filter; `undefined` where there was nothing to filter. */
  readonly failed: ReadExchange | undefined;
}

/** Any filtered list counts; the list without a filter is the control. */
claim<FilteredEvents | Unfiltered>(id, {
  cases: (traffic) => {
    const comparable = new Set(traffic.steps(id).flatMap((one) => one.exchanges));
    const filtered = findFilteredEvents(traffic.events, comparable, traffic.certainty);
    const cases = [...filtered, ...failedRequests(traffic, filtered)];
    const isListed = traffic.events.pages.some((one) => isUnfiltered(one) && comparable.has(one.exchange));
    return cases.length === 0 && isListed ? [{ name: 'filters', failed: undefined }] : cases;
  },
  otherwise: { untested: 'no list of events was requested with a filter' },
  assert: (one) => {
    if ('failed' in one) undecided(...reasonFor(one.failed));
    each(
      one.pages,
      ({ strays }) => expect(strays, 'A filtered list has events that do not match the filter.').to.be.empty,
    );
    each(one.comparisons, ({ foreign, missing, isSelective, isEmpty }) => {
      expect(foreign, 'A filtered list has events that the list without the filter lacks.').to.be.empty;
      if (isSelective && isEmpty)
        undecided('ambiguous', 'the filter lets nothing through; its values are documented nowhere');
      expect(missing, 'A filtered list lacks events that match the filter.').to.be.empty;
    });
  },
  control: (one) => {
    if ('comparisons' in one && !one.comparisons.some(({ isSelective }) => isSelective))
      undecided('not-offered', 'the list without the filter has no other events');
  },
});

/** Requests with a filter that no page was served for. */
function failedRequests(traffic: Traffic, filtered: readonly FilteredEvents[]): readonly Unfiltered[] {
  const served = new Set(['', ...filtered.map(({ name }) => name)]);
  return traffic
    .steps(id)
    .flatMap((one) => one.exchanges.slice(-1))
    .map((failed) => ({ name: filterName(failed), failed }))
    .filter(({ name }) => !served.has(name));
}

function reasonFor(failed: ReadExchange | undefined): Parameters<typeof undecided> {
  if (!failed) return ['not-offered', 'there are no events to filter'];
  const code = failed.isTransient ? 'inconclusive-response' : 'ambiguous';
  return [code, `the filter was answered with ${failed.summary}`];
}

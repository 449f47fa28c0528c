import { eventsMutants, inEvents } from '../../../src/mutants/servers/events.ts';
import { describeDoubtful, describeMutants } from './testing.ts';

describeMutants('events', eventsMutants);

describeDoubtful('events', {
  'filters with values of their own': {
    tamper: inEvents((events, url) => (url.searchParams.has('record_type') ? [] : events)),
  },
});

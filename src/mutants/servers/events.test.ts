import { eventsMutants, inEvents } from './events.ts';
import { describeDoubtful, describeLegal, describeMutants } from './testing.ts';

describeMutants('events', eventsMutants);

describeLegal('events', {
  'previous attributes beside data': inEvents((events) => {
    for (const { data } of events) {
      const { previous_attributes: before, ...rest } = data.data;
      if (before) Object.assign(data, { data: rest, previous_attributes: before });
    }
    return events;
  }),
  'times that differ within a second': inEvents((events) => {
    for (const { data } of events) data.created = `${data.created.slice(0, 16)}:00.900Z`;
    const last = events.at(-1)?.data;
    if (last) last.created = `${last.created.slice(0, 16)}:00.000Z`;
    return events;
  }),
  'objects of updates that are partial, and fields that nobody described': inEvents((events) => {
    for (const { data } of events) {
      const { id, district } = data.data.object ?? {};
      if (data.type.endsWith('.updated')) data.data.object = { id, district };
      Object.assign(data, { source: 'sync' });
    }
    return events;
  }),
});

describeDoubtful('events', {
  'filters with values of their own': {
    tamper: inEvents((events, url) => (url.searchParams.has('record_type') ? [] : events)),
  },
});

import type { Sandbox } from '../../sandbox/sandbox.ts';
import { rewriting, type ServerMutant } from '../mutant.ts';
import { again, tokenIn } from './errors/support.ts';

interface Event {
  id: string;
  type: string;
  created: string;
  data: { object?: Record<string, unknown>; previous_attributes?: unknown };
}

/** Changes the events of a list, in place or by returning others. */
export function inEvents(
  change: (events: { data: Event }[], url: URL) => { data: Event }[] | undefined,
): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) => url.pathname === '/v2.0/events' && response.status === 200,
    (body: { data: { data: Event }[] }, _, url) => ({ ...body, data: change(body.data, url) ?? body.data }),
  );
}

/** Requests other events than the client did. */
function askingFor(change: (url: URL) => void): ServerMutant['tamper'] {
  return (sandbox: Sandbox) => async (request) => {
    const url = new URL(request.url);
    if (url.pathname !== '/v2.0/events' || request.method !== 'GET') return await sandbox.fetch(request);
    change(url);
    return await again(sandbox, request, tokenIn(request), url.pathname + url.search);
  };
}

/** Servers whose events are out of order, misnamed, incomplete or not filtered. */
export const eventsMutants: readonly ServerMutant[] = [
  {
    name: 'events/two-neighbours-change-places',
    breaks: 'events/list-ascends',
    tamper: inEvents((events) => {
      const [first, second, third, ...rest] = events;
      return first && second && third && rest.length > 0 ? [first, third, second, ...rest] : events;
    }),
  },
  {
    name: 'events/two-neighbours-change-ids',
    breaks: 'events/list-ascends',
    // At the beginning of the list, so that they do in pages of every size; with a filter they are others.
    alsoFails: ['events/filters'],
    tamper: inEvents((events, url) => {
      if (url.searchParams.has('starting_after') || url.searchParams.has('ending_before')) return events;
      const at = events.findIndex(({ data }, place) => data.type === events[place + 1]?.data.type);
      const [one, other] = [events[at]?.data, events[at + 1]?.data];
      if (one && other && at + 2 < events.length) [one.id, other.id] = [other.id, one.id];
      return events;
    }),
  },
  {
    name: 'events/one-event-is-of-the-month-before',
    breaks: 'events/list-ascends',
    tamper: inEvents((events) => {
      const late = events[5]?.data;
      if (late) late.created = new Date(Date.parse(late.created) - 86_400_000 * 30).toISOString();
      return events;
    }),
  },
  {
    name: 'events/later-pages-begin-one-too-far',
    breaks: 'events/list-ascends',
    tamper: inEvents((events, url) => (url.searchParams.has('starting_after') ? events.slice(1) : events)),
  },
  {
    name: 'events/types-of-admins-have-an-underscore',
    breaks: 'events/type-known',
    tamper: inEvents((events) => {
      for (const { data } of events) data.type = data.type.replace('schooladmins', 'school_admins');
      return events;
    }),
  },
  {
    name: 'events/type-in-the-singular',
    breaks: 'events/type-known',
    // A list of its record type then has an event of another.
    alsoFails: ['events/filters'],
    tamper: inEvents((events) => {
      for (const { data } of events) data.type = data.type.replace(/^terms\.deleted$/, 'term.deleted');
      return events;
    }),
  },
  {
    name: 'events/deleted-carries-an-empty-object',
    breaks: 'events/payload',
    tamper: inEvents((events) => {
      for (const { data } of events) if (data.type.endsWith('.deleted')) data.data.object = {};
      return events;
    }),
  },
  {
    name: 'events/updates-of-teachers-lose-the-past',
    breaks: 'events/payload',
    tamper: inEvents((events) => {
      for (const { data } of events)
        if (data.type === 'teachers.updated') delete data.data.previous_attributes;
      return events;
    }),
  },
  {
    name: 'events/last-record-type-wins',
    breaks: 'events/filters',
    tamper: askingFor((url) => {
      const last = url.searchParams.getAll('record_type').at(-1);
      if (last !== undefined) url.searchParams.set('record_type', last);
    }),
  },
  {
    name: 'events/a-filtered-list-has-one-more-event',
    breaks: 'events/filters',
    tamper: inEvents((events, url) => {
      const [first, ...rest] = events;
      if (!first || !url.searchParams.has('record_type')) return events;
      const id = (BigInt(`0x${first.data.id}`) + 1n).toString(16).padStart(24, '0');
      return [first, { ...first, data: { ...first.data, id } }, ...rest];
    }),
  },
  {
    name: 'events/school-is-ignored',
    breaks: 'events/filters',
    tamper: askingFor((url) => url.searchParams.delete('school')),
  },
  {
    name: 'events/record-type-is-ignored',
    breaks: 'events/filters',
    tamper: askingFor((url) => url.searchParams.delete('record_type')),
  },
];

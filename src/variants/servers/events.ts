import { rewriting } from '../../mutants/mutant.ts';
import { chanceOf, type ServerVariant, type VariantTamper } from '../variant.ts';

interface Event {
  readonly id: string;
  readonly type: string;
  created: string;
  data: { object?: Record<string, unknown>; previous_attributes?: unknown };
  previous_attributes?: unknown;
}

/** Changes every event, in lists and single responses. */
function inEveryEvent(change: (event: Event) => void): VariantTamper {
  return rewriting(
    (_, url, response) => /^\/v[\d.]+\/events(?:\/[^/]+)?$/.test(url.pathname) && response.status === 200,
    (body: { data: { data: Event }[] | Event }) => {
      const { data } = body;
      for (const event of Array.isArray(data) ? data.map((one) => one.data) : [data]) change(event);
      return body;
    },
  );
}

/** Conforming variants of events. */
export const eventVariants: readonly ServerVariant[] = [
  {
    name: 'events/previous-attributes-beside-data',
    why: 'open question previous-attributes-place: both places pass',
    slot: 'previous-attributes',
    tamper: inEveryEvent((event) => {
      const { previous_attributes: before, ...rest } = event.data;
      if (before) Object.assign(event, { data: rest, previous_attributes: before });
    }),
  },
  {
    name: 'events/previous-attributes-that-are-empty',
    why: 'SPEC: an object; no document requires members in it',
    slot: 'previous-attributes',
    tamper: inEveryEvent((event) => {
      if (event.data.previous_attributes) event.data.previous_attributes = {};
    }),
  },
  {
    name: 'events/times-without-order-within-a-second',
    why: 'SPEC: oldest first; WIRE has whole seconds, so within a second only ids show the order',
    slot: 'event-times',
    tamper: inEveryEvent((event) => {
      const ms = String(Math.floor(1000 * chanceOf(event.id))).padStart(3, '0');
      event.created = `${event.created.slice(0, 19)}.${ms}Z`;
    }),
  },
  {
    name: 'events/times-on-whole-minutes',
    why: 'WIRE: created of an event may end in .000Z',
    slot: 'event-times',
    tamper: inEveryEvent((event) => {
      event.created = `${event.created.slice(0, 16)}:00.000Z`;
    }),
  },
  {
    name: 'events/objects-of-updates-are-partial',
    why: 'open question meaning-of-guaranteed: the object inside an event is exempt',
    tamper: inEveryEvent((event) => {
      const { id, district } = event.data.object ?? {};
      if (event.type.endsWith('.updated')) event.data.object = { id, district };
      Object.assign(event, { source: 'sync' });
    }),
  },
  {
    name: 'events/filters-with-values-of-their-own',
    why: 'open question record-type-values: no document names them',
    but: {
      'events/filters': { outcomes: ['cantTell'], why: 'a filter without results proves nothing' },
      'pagination/links-keep-query': { outcomes: ['cantTell'], why: 'no filtered list has a second page' },
    },
    tamper: rewriting(
      (_, url, response) =>
        /^\/v[\d.]+\/events$/.test(url.pathname) &&
        url.searchParams.has('record_type') &&
        response.status === 200,
      (_, __, url) => ({ data: [], links: [{ rel: 'self', uri: url.pathname + url.search }] }),
    ),
  },
];

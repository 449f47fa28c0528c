import type { ReadExchange } from '../traffic/read-exchange.ts';
import type { Probe } from './probe.ts';
import { itemsIn, memberOf, textsIn } from './responses.ts';

/** Requests the whole list, then reads it in small pages. */
const listProbe: Probe = {
  name: 'events/list',
  api: 'data',
  provokes: ['events/list-ascends', 'events/type-known', 'events/payload'],
  needs: [],
  run: async (actor) => {
    const claim = 'events/list-ascends';
    const whole = await actor.send({ path: '/events', step: { claim, case: 'whole', role: 'whole' } });
    const count = eventsIn(whole).length;
    if (count < 2) return;
    const limit = Math.max(1, Math.ceil(count / 3) - 1);
    await actor.walk(`/events?limit=${limit}`, { maxPages: 4, step: { claim, case: 'walk', role: 'walk' } });
  },
};

/** Types whose names are the same in paths and in event types (open question `record-type-values`). */
const plainTypes = [
  'students',
  'teachers',
  'sections',
  'schools',
  'contacts',
  'courses',
  'terms',
  'districts',
];

/** Requests the whole list, then filtered by a school, by one record type and by two. */
const filterProbe: Probe = {
  name: 'events/filters',
  api: 'data',
  provokes: ['events/filters'],
  needs: [],
  run: async (actor) => {
    const claim = 'events/filters';
    const all = await actor.send({ path: '/events', step: { claim, case: 'all' } });
    const events = eventsIn(all);
    const types = plainTypes.filter((type) => events.some((one) => one.type.startsWith(`${type}.`)));
    const school = events.flatMap((one) => one.schools)[0];
    const [first, second] = types;
    if (school !== undefined)
      await actor.send({ path: `/events?school=${school}`, step: { claim, case: 'school={id}' } });
    if (first === undefined) return;
    const one = `record_type=${first}` as const;
    await actor.send({ path: `/events?${one}`, step: { claim, case: one } });
    if (second === undefined) return;
    const both = `${one}&record_type=${second}` as const;
    await actor.send({ path: `/events?${both}`, step: { claim, case: both } });
  },
};

interface EventGist {
  readonly type: string;
  /** Ids of the schools that the event's record names. */
  readonly schools: readonly string[];
}

function eventsIn(exchange: ReadExchange): readonly EventGist[] {
  return itemsIn(exchange).map((item) => {
    const event = memberOf(item, 'data');
    const type = memberOf(event, 'type');
    const school = memberOf(memberOf(memberOf(event, 'data'), 'object'), 'school');
    return { type: typeof type === 'string' ? type : '', schools: textsIn([school]) };
  });
}

export const eventsProbes: readonly Probe[] = [listProbe, filterProbe];

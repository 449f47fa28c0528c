import { idsIn } from '../../contracts/relations.ts';
import type { Api } from '../api.ts';
import { isObject } from '../text/json.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';
import type { Probe } from './probe.ts';
import { itemsIn, memberOf } from './responses.ts';

/** Requests the whole list, then reads it in small pages. */
const listProbe: Probe = {
  name: 'events/list',
  api: 'data',
  provokes: ['events/list-ascends', 'events/type-known', 'events/payload'],
  needs: [],
  run: async (actor) => {
    const claim = 'events/list-ascends';
    const whole = await actor.send({ path: '/events', step: { claim, case: 'whole', role: 'whole' } });
    const count = eventsIn(whole, actor.api).length;
    if (count < 2) return;
    const limit = Math.max(1, Math.ceil(count / 3) - 1);
    const maxPages = actor.depth === 'full' ? 4 : 2;
    await actor.walk(`/events?limit=${limit}`, { maxPages, step: { claim, case: 'walk', role: 'walk' } });
  },
};

/** Requests the whole list, then filtered by a school, by one record type and by two; in a full run by all of them. */
const filterProbe: Probe = {
  name: 'events/filters',
  api: 'data',
  provokes: ['events/filters'],
  needs: [],
  run: async (actor) => {
    const claim = 'events/filters';
    const all = await actor.send({ path: '/events', step: { claim, case: 'all' } });
    const events = eventsIn(all, actor.api);
    const types = actor.api.choices.inEvents.filter((type) =>
      events.some((one) => one.type.startsWith(`${type}.`)),
    );
    const schools = [...new Set(events.flatMap((one) => one.schools))];
    for (const school of actor.pick(schools.slice(0, maxSchools), 1))
      await actor.send({ path: `/events?school=${school}`, step: { claim, case: 'school={id}' } });
    for (const type of actor.pick(types, 1))
      await actor.send({ path: `/events?record_type=${type}`, step: { claim, case: `record_type=${type}` } });
    const [first, second] = types;
    const [school] = schools;
    if (first === undefined) return;
    const both = `record_type=${first}&record_type=${second}` as const;
    if (second !== undefined) await actor.send({ path: `/events?${both}`, step: { claim, case: both } });
    if (school === undefined || actor.depth === 'quick') return;
    await actor.send({
      path: `/events?school=${school}&record_type=${first}`,
      step: { claim, case: 'school={id}&record_type' },
    });
  },
};

/** Schools that a full run filters by. */
const maxSchools = 4;

interface EventGist {
  readonly type: string;
  /** Ids of the schools that the event's record names. */
  readonly schools: readonly string[];
}

function eventsIn(exchange: ReadExchange, { relations }: Api): readonly EventGist[] {
  return itemsIn(exchange).map((item) => {
    const event = memberOf(item, 'data');
    const type = memberOf(event, 'type');
    const object = memberOf(memberOf(event, 'data'), 'object');
    const schools = isObject(object) ? idsIn(object, relations.schools.first) : [];
    return { type: typeof type === 'string' ? type : '', schools };
  });
}

export const eventsProbes: readonly Probe[] = [listProbe, filterProbe];

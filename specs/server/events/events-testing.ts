import { idOf, listOf, type Sent } from '../../support/testing.ts';

export const [school, otherSchool] = [idOf(901), idOf(902)];

/** The n-th event, a second after the one before. */
export function event(
  n: number,
  type = 'students.created',
  data: object = { object: { id: idOf(500 + n), school } },
) {
  return { id: idOf(n), type, created: new Date(Date.UTC(2026, 0, 5, 8, 0, n)).toISOString(), data };
}

/** A page of the list of events, with the path of its `next` link. */
export const page = (path: string, events: readonly object[], next?: string): Sent => ({
  path,
  body: { ...listOf(...events), links: next === undefined ? [] : [{ rel: 'next', uri: `/v2.0${next}` }] },
});
/** The list without a filter. */
export const all = (...events: readonly object[]) => page('/events', events);
/** Sent by the suite for a requirement. */
export const inOwn = (sent: Sent, claim: 'events/list-ascends' | 'events/filters', role = 'walk'): Sent => ({
  ...sent,
  step: { claim, case: role, role },
});

import type { Exchange, Members } from '../exchange.ts';
import { dataAddressOf } from './answers.ts';
import type { JudgeContext } from './judge.ts';
import { isObject, isText, listOf, recordOf } from './material.ts';

/** An event wherever it was served, in a list or by id. Nothing in it can be relied on. */
export interface EventSeen {
  readonly exchange: Exchange;
  readonly id: string;
  readonly event: Members;
  /** `students` and `updated` of `students.updated`; empty where there is no type. */
  readonly resource: string;
  readonly action: string;
  /** The record that the event tells of. */
  readonly object: Members | undefined;
}

/** A page of the list of events. */
export interface EventsPage {
  readonly exchange: Exchange;
  readonly events: readonly EventSeen[];
}

/** All pages of events in any traffic. */
export function eventsPagesOf(exchanges: readonly Exchange[], context: JudgeContext): readonly EventsPage[] {
  return exchanges.flatMap((exchange) => {
    if (pathOf(exchange, context) !== '/events') return [];
    const page = listOf(exchange);
    return page ? [{ exchange, events: page.items.map((item) => seen(exchange, item.record)) }] : [];
  });
}

/** All events in any traffic, those of lists and those by id. */
export function eventsOf(exchanges: readonly Exchange[], context: JudgeContext): readonly EventSeen[] {
  const listed = eventsPagesOf(exchanges, context).flatMap((page) => page.events);
  const single = exchanges.flatMap((exchange) => {
    const record = pathOf(exchange, context) === '/events/{id}' ? recordOf(exchange) : undefined;
    return record ? [seen(exchange, record)] : [];
  });
  return [...listed, ...single];
}

function pathOf(exchange: Exchange, context: JudgeContext): string | undefined {
  if (exchange.request.method !== 'GET') return undefined;
  return dataAddressOf(exchange, context)?.operation.path;
}

function seen(exchange: Exchange, event: Members): EventSeen {
  const [resource = '', action = ''] = isText(event.type) ? event.type.split('.') : [];
  const object = isObject(event.data) && isObject(event.data.object) ? event.data.object : undefined;
  return { exchange, id: isText(event.id) ? event.id : '', event, resource, action, object };
}

/** Ids of the schools that an event's record names now, and those that it named before the change. */
export function schoolsOf({ event, object, resource }: EventSeen): {
  readonly now: readonly string[];
  readonly before: readonly string[];
} {
  const data = isObject(event.data) ? event.data : {};
  const before = [data.previous_attributes, event.previous_attributes].filter(isObject);
  return {
    now: object ? named(object, resource) : [],
    before: before.flatMap((part) => named(part, resource)),
  };
}

function named(record: Members, resource: string): readonly string[] {
  const ids: readonly unknown[] = [
    ...(Array.isArray(record.schools) ? record.schools : []),
    record.school,
    ...(resource === 'schools' ? [record.id] : []),
  ];
  return ids.filter((id): id is string => typeof id === 'string' && id !== '');
}

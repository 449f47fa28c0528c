import type { Relations } from '../../contracts/relations.ts';
import type { Api } from '../api.ts';
import type { Members } from '../exchange.ts';
import { isObject, isText } from '../text/json.ts';
import type { ListPage } from './list-page.ts';
import { findWalks, type Walk } from './lists/walks.ts';
import type { ReadExchange } from './read-exchange.ts';
import type { StepCase } from './steps.ts';

/** An event as it was served, in a list or by id. Nothing in it can be relied on. */
export interface ServedEvent {
  readonly exchange: ReadExchange;
  readonly id: string;
  /** `students.updated`; `undefined` where it is not a string. */
  readonly type: string | undefined;
  /** `students` and `updated` of `students.updated`; empty where there is no type. */
  readonly resource: string;
  readonly action: string;
  /** When it was created, in epoch milliseconds. */
  readonly createdMs: number | undefined;
  /** The record that the event is about. */
  readonly object: Members | undefined;
  /** What was before an update, of each place: recorded inside `data`, documented next to it. */
  readonly previous: readonly Members[];
  readonly isPreviousNextToData: boolean;
}

/** A page of the list of events. */
export interface EventsPage {
  readonly exchange: ReadExchange;
  readonly events: readonly ServedEvent[];
}

/** The whole list, and the walk over the same list in small pages. */
export interface EventsWalk {
  readonly whole: EventsPage | undefined;
  readonly walk: Walk | undefined;
}

/** The events of the traffic. */
export class Events {
  /** Every page of the list, filtered or not. */
  readonly pages: readonly EventsPage[];
  /** Those in lists, then those by id. */
  readonly all: readonly ServedEvent[];
  /** The documented types: `students.created`. */
  readonly types: readonly string[];
  readonly relations: Relations;

  constructor(exchanges: readonly ReadExchange[], { schemas, relations }: Api) {
    this.relations = relations;
    this.types = schemas.Event?.fields.type?.enum ?? [];
    const pages = exchanges.flatMap((exchange) =>
      exchange.page && isRead(exchange, '/events') ? [eventsPage(exchange.page)] : [],
    );
    const single = exchanges.flatMap((exchange) =>
      exchange.record && isRead(exchange, '/events/{id}') ? [read(exchange, exchange.record)] : [],
    );
    this.pages = pages;
    this.all = [...pages.flatMap((page) => page.events), ...single];
  }

  /** The list was served, and no event was. */
  get isEmpty(): boolean {
    return this.pages.length > 0 && this.all.length === 0;
  }

  /** The list as it was exercised for its order. */
  walkIn(cases: readonly StepCase<'events/list-ascends'>[]): EventsWalk {
    const whole = cases.flatMap((one) => one.roles('whole'));
    const walked = cases.flatMap((one) => one.roles('walk'));
    return {
      whole: this.pages.find((page) => whole.includes(page.exchange)),
      walk: findWalks(walked, 'next')[0],
    };
  }
}

function isRead({ method, addressed }: ReadExchange, path: string): boolean {
  return method === 'GET' && addressed?.profile.kind === 'data' && addressed.operation.path === path;
}

function eventsPage({ exchange, items }: ListPage): EventsPage {
  return { exchange, events: items.map((item) => read(exchange, item.record)) };
}

function read(exchange: ReadExchange, event: Members): ServedEvent {
  const type = isText(event.type) ? event.type : undefined;
  const [resource = '', action = ''] = type?.split('.') ?? [];
  const createdMs = isText(event.created) ? Date.parse(event.created) : Number.NaN;
  const data = isObject(event.data) ? event.data : {};
  return {
    exchange,
    id: isText(event.id) ? event.id : '',
    type,
    resource,
    action,
    createdMs: Number.isNaN(createdMs) ? undefined : createdMs,
    object: isObject(data.object) ? data.object : undefined,
    previous: [data.previous_attributes, event.previous_attributes].filter(isObject),
    isPreviousNextToData: isObject(event.previous_attributes),
  };
}

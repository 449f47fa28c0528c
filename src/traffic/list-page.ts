import { hash } from 'node:crypto';
import type { OperationModel } from '../../openapi/model-types.ts';
import { canonicalJson, isObject } from '../text/json.ts';
import type { Body, Link, ListItem } from './body.ts';
import type { ReadExchange } from './read-exchange.ts';

/** A 200 with the documented list envelope: `{data: [{data, uri?}], links: [{rel, uri}]}`. */
export interface ListPage {
  readonly exchange: ReadExchange;
  readonly items: readonly ListItem[];
  /** Of the items, in their order. */
  readonly ids: readonly string[];
  readonly links: readonly Link[];
}

/** A page that is read from its body whenever it is asked for. */
export class BodyPage implements ListPage {
  readonly exchange: ReadExchange;
  readonly #body: Body;

  constructor(exchange: ReadExchange, body: Body) {
    this.exchange = exchange;
    this.#body = body;
  }

  get items(): readonly ListItem[] {
    return this.#body.items ?? [];
  }

  get ids(): readonly string[] {
    return this.#body.ids;
  }

  get links(): readonly Link[] {
    return this.#body.links;
  }
}

/** A 200 with a list without records in the other form that a version has for one (open question `empty-resources`). */
export function isOtherEmptyList({ json, profile, status }: ReadExchange): boolean {
  const member = profile?.emptyListAs;
  if (member === undefined || status !== 200 || !isObject(json) || Object.hasOwn(json, 'data')) return false;
  const list = json[member];
  return Array.isArray(list) && list.length === 0;
}

/** Whether an operation has pages of entries without envelopes and ids, such as attendance. */
export function isBareList({ answers, enveloped, queryParams }: OperationModel): boolean {
  return answers === 'list' && !enveloped && queryParams.includes('starting_after');
}

/** A page of such entries, each with an id made from its content: equal entries have equal ids, which have no order. */
export function barePageOf(exchange: ReadExchange): ListPage | undefined {
  const { bareEntries, links } = exchange;
  if (!bareEntries) return undefined;
  const ids = bareEntries.map((entry) => hash('sha1', canonicalJson(entry)).slice(0, 12));
  return { exchange, items: [], ids, links };
}

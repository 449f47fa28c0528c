import type { Profile } from '../../contracts/profiles.ts';
import {
  type Exchange,
  type Members,
  pathnameOf,
  queryOf,
  type RecordedRequest,
  type RecordedResponse,
  type Step,
  type TransportFailure,
} from '../exchange.ts';
import { isObject } from '../text/json.ts';
import type { Body, Link } from './body.ts';
import { BodyPage, isBareList, type ListPage } from './list-page.ts';
import type { Addressed, OperationIndex } from './operations.ts';

/** 429 (the quota is used up) and the statuses of a gateway that gave up: they say nothing about the request. */
const transientStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * An exchange with everything that can be read from it. Nothing is parsed before it is asked for. Reading
 * is tolerant: a malformed response gives less material, never an exception.
 */
export class ReadExchange implements Exchange {
  readonly seq: number;
  readonly step?: Step;
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly failure?: TransportFailure;
  /** Path without the query: `/v2.0/students`. */
  readonly pathname: string;
  readonly #operations: OperationIndex;
  readonly #body: Body | undefined;
  /** `null`: not documented. */
  #addressed: Addressed | null | undefined;
  #query: URLSearchParams | undefined;
  #page: ListPage | undefined;

  constructor(exchange: Exchange, body: Body | undefined, operations: OperationIndex) {
    this.seq = exchange.seq;
    if (exchange.step) this.step = exchange.step;
    this.request = exchange.request;
    if (exchange.response) this.response = exchange.response;
    if (exchange.failure) this.failure = exchange.failure;
    this.pathname = pathnameOf(exchange);
    this.#body = body;
    this.#operations = operations;
  }

  /** Lets go of what was derived; it is derived again when it is next asked for. */
  forget(): void {
    this.#query = undefined;
    this.#page = undefined;
  }

  /** The query of the request. */
  get query(): URLSearchParams {
    this.#query ??= queryOf(this);
    return this.#query;
  }

  get method(): string {
    return this.request.method;
  }

  /** The whole Authorization header: equal for equal tokens, `''` for none. */
  get token(): string {
    return this.request.headers.authorization ?? '';
  }

  /** 0 where no whole response came. */
  get status(): number {
    return this.response?.status ?? 0;
  }

  /** A response header by its lower-case name; `''` where it is absent. */
  header(name: string): string {
    return this.response?.headers[name] ?? '';
  }

  /** The documented operation that is addressed; `undefined` for anything that is not documented. */
  get addressed(): Addressed | undefined {
    if (this.#addressed === undefined)
      this.#addressed = this.#operations.find(this.request.method, this.pathname) ?? null;
    return this.#addressed ?? undefined;
  }

  /** The documented path that is addressed, whatever the method: the operation is the one that reads. */
  get addressedPath(): Addressed | undefined {
    return this.#operations.find('GET', this.pathname);
  }

  /** The API version that the path belongs to, documented or not. */
  get profile(): Profile | undefined {
    return this.#operations.profileOf(this.pathname);
  }

  /** The response body as JSON; `undefined` where there is none. */
  get json(): unknown {
    return this.#body?.json;
  }

  /** What `data` lists in a 200, well-formed or not; `undefined` where it is not an array. */
  get entries(): readonly unknown[] | undefined {
    const { json } = this;
    return this.status === 200 && isObject(json) && Array.isArray(json.data) ? json.data : undefined;
  }

  /** `undefined` unless the response is a 200 with the documented list envelope. */
  get page(): ListPage | undefined {
    const body = this.#body;
    if (!body || this.status !== 200 || !body.isList) return undefined;
    this.#page ??= new BodyPage(this, body);
    return this.#page;
  }

  /** A 200 that counts the records of a list in place of serving them: `?count=true` gets `{count, links}`. */
  get isCount(): boolean {
    const { json } = this;
    return (
      this.status === 200 &&
      this.query.has('count') &&
      isObject(json) &&
      Object.hasOwn(json, 'count') &&
      !Object.hasOwn(json, 'data')
    );
  }

  /** The well-formed links of the body, whatever the status. */
  get links(): readonly Link[] {
    return this.#body?.links ?? [];
  }

  /** The record of a 200 with the documented envelope of one record. */
  get record(): Members | undefined {
    return this.status === 200 ? this.#body?.record : undefined;
  }

  /** The records in the body, whatever the status. */
  get carriedRecords(): readonly Members[] {
    return this.#body?.carried ?? [];
  }

  /** Ids of the records in the body, whatever the status. */
  get carriedIds(): readonly string[] {
    return this.carriedRecords.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  }

  /** The text of an error body: `message`, else `error`, else the body itself. */
  get message(): string {
    return this.#body?.message ?? '';
  }

  /** The server's own time in epoch milliseconds (whole seconds), or `undefined` without a readable `Date`. */
  get serverDateMs(): number | undefined {
    const ms = Date.parse(this.header('date'));
    return Number.isNaN(ms) ? undefined : ms;
  }

  /** When the response was complete; where none came, when the request was sent (which makes no wait shorter). */
  get answeredAtMs(): number {
    return this.response?.receivedAtMs ?? this.request.sentAtMs;
  }

  /** No response, or a transient one: it says nothing about the request. */
  get isTransient(): boolean {
    return this.response === undefined || transientStatuses.has(this.status);
  }

  /** Transient, or a server error of any kind: no evidence for or against an ordinary claim. */
  get isInconclusive(): boolean {
    return this.isTransient || this.status >= 500;
  }

  /** The entries of a documented 200 whose entries have neither envelopes nor ids, such as attendance. */
  get bareEntries(): readonly Members[] | undefined {
    const { addressed, entries } = this;
    return addressed && isBareList(addressed.operation) && entries?.every(isObject) ? entries : undefined;
  }

  /** A documented 200: a list, even an empty one, or a record with an id. */
  get isServed(): boolean {
    return this.page !== undefined || typeof this.record?.id === 'string' || this.bareEntries !== undefined;
  }

  /** A documented 200 with at least one record, or one entry. */
  get servesRecords(): boolean {
    return this.isServed && (this.carriedIds.length > 0 || (this.bareEntries?.length ?? 0) > 0);
  }

  /** A 4xx that is not transient and carries no record. */
  get isRefused(): boolean {
    return this.status >= 400 && this.status < 500 && !this.isTransient && this.carriedIds.length === 0;
  }

  /** The response in a few words: `200 with 3 records`, `404 Resource not found`, `no response (timeout)`. */
  get summary(): string {
    if (!this.response) return `no response (${this.failure?.kind ?? 'unknown'})`;
    const { page } = this;
    if (this.response.notKept !== undefined) return `${this.status}, whose body was not captured`;
    if (page) return `${this.status} with ${page.items.length} records`;
    const { body } = this.response;
    // A byte order mark is invisible, and may be all that is wrong.
    const mark = body.startsWith('\ufeff') ? '\\ufeff' : '';
    return `${this.status} ${mark + shorten(body) || 'with an empty body'}`;
  }
}

/** At most 120 characters of a text, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

import type { HeaderMap } from '../exchange.ts';

/** Bytes of a request body that are kept; a client that sends more is judged by these. */
export const maxBodyBytes: number = 1024 * 1024;

/** A request as it arrives at the server of a scenario: on the scenario's origin or on the foreign one. */
export interface Arrival {
  readonly method: string;
  readonly origin: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly headers: HeaderMap;
  /** Resolves with the body, as far as it is kept; `undefined` if none is sent. */
  readonly body: Promise<string | undefined> | undefined;
}

/** A response as sent: headers with exact spelling, in order, including duplicates. */
export interface Served {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly delayMs: number;
  /** Close the connection before any byte, within the body, or after it without a proper end. */
  readonly close?: 'before' | 'mid-body' | 'after';
  readonly endless: boolean;
  /** Label of the applied rule; absent for the sandbox's own response. */
  readonly rule?: string;
}

/** A request in progress. Call `markSent` or `fail`; only the first call counts. */
export interface PendingResponse {
  /** The response. `undefined`: none, because the client is to be stopped. */
  readonly served: Served | undefined;
  /** Call immediately before the first byte of a complete response is sent. */
  markSent(): void;
  /** Call if the response stays incomplete, with the reason. */
  fail(message: string): void;
}

/** Whether the whole response is sent at once, at the time of the request. */
export function isImmediate({ delayMs, close, endless }: Served): boolean {
  return delayMs === 0 && close === undefined && !endless;
}

/** The server of a scenario, as its clients see it. */
export type Receive = (arrival: Arrival) => Promise<PendingResponse>;

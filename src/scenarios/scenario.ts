import type { Theme } from '../../contracts/requirement.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { Job } from '../observation.ts';

/**
 * The sandbox, a script of what goes wrong, and a job for the client. Provokes, and only provokes: what the client's
 * conduct means is for the judges to say.
 */
export interface Scenario {
  /** `<theme>/<what happens>`, e.g. `rate-limit/429-with-reset-in-2-seconds`. */
  readonly name: `${Theme}/${string}`;
  /** What happens, as a fact. */
  readonly title: string;
  readonly provokes: readonly ClientRequirementId[];
  readonly job: Job;
  /** @default 25 */
  readonly students?: number;
  /** The most entries of a page, whatever limit is asked for. @default 10, so that 25 students make three pages */
  readonly pageSize?: number;
  /** In this order; the first that applies makes the answer. No rule: the sandbox's own answer. */
  readonly rules: readonly Rule[];
  /** Starts of the client, each with the same state folder. @default one, to its own end */
  readonly starts?: readonly Start[];
  /** Takes minutes of waiting: only where time is virtual. */
  readonly onlyVirtual?: true;
}

export interface Start {
  /** Killed (SIGKILL) once that many requests have been answered. */
  readonly killAfterRequests?: number;
}

/** One thing that goes wrong. A rule that was never reached leaves the claims of its scenario untested. */
export interface Rule {
  /** Unique in the scenario; stands in the account and in `step.role` of the exchange. */
  readonly label: string;
  readonly when: (asked: Asked) => boolean;
  /** How many requests it answers at the most. @default 1 */
  readonly times?: number;
  /** Not reaching it is fine: it lies in wait for misconduct. */
  readonly isTrap?: true;
  readonly answer: (good: GoodAnswer, asked: Asked) => Answer;
}

/** A request, as a rule sees it. */
export interface Asked {
  readonly method: string;
  /** Without the query: `/v2.0/students`. */
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Which page of the job's collection is asked for, from 0; -1 for anything else. */
  readonly page: number;
  /** How many requests came before this one in the scenario. */
  readonly before: number;
  /** How often the very same request (method, path, query, body) came before. */
  readonly repeats: number;
  /** Which start of the client, from 0. */
  readonly start: number;
  /** The server's time in milliseconds since the Unix epoch. */
  readonly nowMs: number;
  /** The scenario's own origin, and one that is not the client's to talk to (another port of ours). */
  readonly origin: string;
  readonly foreignOrigin: string;
}

/** What the sandbox would have answered. It has taken effect by then. */
export interface GoodAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What goes out instead. Absent members are the good answer's. */
export interface Answer {
  readonly status?: number;
  /** Laid over the good answer's headers; `null` takes one away. Repeated values: an array. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string;
  /** Waits before it answers. */
  readonly delayMs?: number;
  /** Ends the connection: before any byte, in the middle of the body, or after it without the usual end. */
  readonly close?: 'before' | 'mid-body' | 'after';
  /** A body that never ends. */
  readonly endless?: true;
  /** The sandbox is not asked at all, so a write leaves no trace. */
  readonly untouched?: true;
}

import type { Theme } from '../../contracts/requirement.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { Api } from '../api.ts';
import type { Job } from '../observation.ts';

/**
 * A job for the client and a script of faults for the sandbox. Only exercises the client; judges evaluate its behavior.
 */
export interface Scenario {
  /** `<theme>/<what happens>`, e.g. `rate-limit/429-with-reset-in-2-seconds`. */
  readonly name: `${Theme | 'explored'}/${string}`;
  /** What happens, as a statement. */
  readonly title: string;
  readonly provokes: readonly ClientRequirementId[];
  /** Its list by the name that all versions share: see `contracts/jobs.ts`. */
  readonly job: Job;
  /** @default 25 */
  readonly students?: number;
  /** Maximum entries per page, whatever limit is requested. @default 10, so that 25 students are three pages */
  readonly pageSize?: number;
  /** In order; the first that applies produces the response. Without one, the sandbox's response is sent. */
  readonly rules: readonly Rule[];
  /** Starts of the client, all with the same state directory. @default one, until it exits */
  readonly starts?: readonly Start[];
  /** In real time a start of the client is ended after this time, unless the user gives another: so that an endless body does not set the length of a run. */
  readonly limitMs?: number;
  /** Takes minutes of waiting, so runs only in virtual time. */
  readonly onlyVirtual?: true;
}

export interface Start {
  /** Kill the client (SIGKILL) after this many responses. */
  readonly killAfterRequests?: number;
}

/** One fault. If a rule is never reached, the requirements of its scenario are untested. */
export interface Rule {
  /** Unique in the scenario; used in the account and in `step.role` of the exchange. */
  readonly label: string;
  readonly when: (asked: Asked) => boolean;
  /** Maximum number of requests that it applies to. @default 1 */
  readonly times?: number;
  /** Not reached by every client, or by none that behaves: it may stay unused, and is then not in the account. */
  readonly isTrap?: true;
  readonly answer: (good: GoodAnswer, asked: Asked) => Answer;
}

/** A request, as passed to rules. */
export interface Asked {
  readonly method: string;
  /** Without the query: `/v2.0/students`. */
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Index of the requested page of the job's list, from 0; -1 for anything else. */
  readonly page: number;
  /** Whether it is a page of the job's list, in any version and with any cursor. */
  readonly isList: boolean;
  /** The records of the job's list, as their version describes them; `undefined` for the write jobs. */
  readonly records: ServedRecords | undefined;
  /** Number of earlier requests in the scenario. */
  readonly before: number;
  /** Number of earlier identical requests (method, path, query, body). */
  readonly repeats: number;
  /** Index of the client's start, from 0. */
  readonly start: number;
  /** The server's time in epoch milliseconds. */
  readonly nowMs: number;
  /** The scenario's origin, and a foreign one that the client must not contact (another local port). */
  readonly origin: string;
  readonly foreignOrigin: string;
}

/** What the records of a list are in the version that is served. */
export interface ServedRecords {
  readonly api: Api;
  /** Their schema: `User`. */
  readonly type: string;
  /** Members with fields of their kind: `roles.student`. */
  readonly parts: readonly string[];
}

/** The sandbox's response, after its side effects. */
export interface GoodAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The replacement. Absent members come from the sandbox's response. */
export interface Answer {
  readonly status?: number;
  /** Override the sandbox's headers; `null` removes one. Repeated headers: an array. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string;
  /** Delay before the response. */
  readonly delayMs?: number;
  /** Close the connection before any byte, within the body, or after it without a proper end. */
  readonly close?: 'before' | 'mid-body' | 'after';
  /** Send an endless body. */
  readonly endless?: true;
  /** Do not call the sandbox, so that a write has no effect. */
  readonly untouched?: true;
}

import { profiles } from '../../contracts/profiles.ts';
import { model } from '../../generated/model.ts';
import { redactExchanges } from '../evidence/redactor.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { JudgeContext } from '../result.ts';

/** For tests of judges: exchanges made by hand. */
export const context: JudgeContext = { subject: 'sandbox', profiles };

export const section = '60a000000000000000040001';
export const student = '60a000000000000000030001';
export const assignment = '11111111-2222-4333-8444-555555555555';
/** The collection of the section's assignments. */
export const list = `/v3.1/sections/${section}/assignments`;
/** Our assignment. */
export const path = `${list}/${assignment}`;

export interface Made {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly status: number;
  /** A string goes as it is, anything else as JSON. @default '' */
  readonly answer?: unknown;
  readonly step?: Step;
  readonly token?: string;
}

/** Exchanges in the order of their sequence numbers. */
export function exchangesOf(...made: readonly Made[]): Exchange[] {
  return made.map((one, seq) => ({
    seq,
    ...(one.step ? { step: one.step } : {}),
    request: {
      method: one.method ?? 'GET',
      origin: 'https://api.example.test',
      path: one.path ?? path,
      headers: { authorization: `Bearer ${one.token ?? 'good'}` },
      ...(one.body === undefined ? {} : { body: textOf(one.body) }),
      sentAtMs: seq,
    },
    response: { status: one.status, headers: {}, body: textOf(one.answer ?? ''), receivedAtMs: seq },
  }));
}

/** The same exchanges as judges get them in a run. */
export function redacted(exchanges: readonly Exchange[]): Exchange[] {
  return redactExchanges(exchanges, { model, profiles, tokens: ['good'], key: new Uint8Array(32) });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

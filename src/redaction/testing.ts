import { profiles } from '../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import { type RedactionOptions, redactExchanges } from './redactor.ts';

/** The key of the pseudonyms. */
export const key = new Uint8Array(32).fill(7);
/** The token of the run. */
export const token = 'secret-token-0123456789';
const origin = 'https://api.example.test';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
interface Answered {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** A request and its JSON response, on students by default. */
export function exchange(sent: Sent, answered: Answered = {}, seq = 0): Exchange {
  const { body = '' } = answered;
  return {
    seq,
    request: {
      method: sent.method ?? 'GET',
      origin,
      path: sent.path ?? '/v2.0/students',
      headers: sent.headers ?? { authorization: `Bearer ${token}` },
      ...(sent.body === undefined ? {} : { body: sent.body }),
      sentAtMs: 1,
    },
    response: {
      status: answered.status ?? 200,
      headers: { 'content-type': 'application/json', ...answered.headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      receivedAtMs: 2,
    },
  };
}

/** Exchanges as stored in evidence. */
export function redact(exchanges: readonly Exchange[], tokens: readonly string[] = [token]): Exchange[] {
  return redactExchanges(exchanges, optionsOf(tokens));
}

/** The options of `redact`. */
export function optionsOf(tokens: readonly string[] = [token]): RedactionOptions {
  return { profiles, tokens, key };
}

/** The redacted response to a request for `path`. */
export function answerTo(path: string, body: unknown): unknown {
  return jsonOf(redact([exchange({ path }, { body })])[0]!);
}

/** A page of students. */
export interface StudentBody {
  readonly data: readonly { readonly data: Record<string, unknown>; readonly uri: string }[];
  readonly links: readonly { readonly rel: string; readonly uri: string }[];
}

/** A page with these records. */
export function listOf(records: readonly { readonly id: string }[]): StudentBody {
  const data = records.map((record) => ({ data: { ...record }, uri: `/v2.0/students/${record.id}` }));
  const last = records.at(-1)?.id ?? '';
  return {
    data,
    links: [
      { rel: 'self', uri: '/v2.0/students?limit=2' },
      { rel: 'next', uri: `/v2.0/students?limit=2&starting_after=${last}` },
    ],
  };
}

/** A made-up record with every field that a student can have. */
export function bigStudent(at: number) {
  const id = (from: number) => `5f${(from + at).toString(16).padStart(22, '0')}`;
  return {
    id: id(0),
    created: '2026-01-05T12:00:00.000Z',
    last_modified: '2026-01-05T12:00:00.000Z',
    district: id(-at),
    school: id(900_000 - (at % 900)),
    schools: [id(900_000 - (at % 900))],
    name: { first: `First${at % 700}`, last: `Last${at % 3_000}`, middle: '' },
    email: `student${at}@school.example`,
    dob: `${(at % 12) + 1}/${(at % 28) + 1}/2011`,
    gender: at % 2 ? 'M' : 'F',
    grade: '7',
    ell_status: 'N',
    hispanic_ethnicity: 'N',
    race: 'Unknown',
    sis_id: String(1_000_000 + at),
    state_id: String(5_000_000 + at),
    student_number: String(1_000_000 + at),
    graduation_year: '2027',
    credentials: { district_username: `user${at}` },
    location: { address: `${at} Main St`, city: 'Springfield', zip: '12345', state: 'IL', lat: '', lon: '' },
  };
}

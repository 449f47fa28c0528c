import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import { dataJudges } from './data.ts';
import type { JudgeContext } from './judge.ts';

/** The requirements of the theme that bind a server. */
export type DataId = Extract<ServerRequirementId, `data/${string}`>;

const json = 'application/json; charset=utf-8';
const idOf = (number: number) => number.toString(16).padStart(24, '0');
/** Three ids, ascending. */
export const [one, two, three] = [idOf(1), idOf(2), idOf(3)];

/** An answer to a GET, in the fewest words. */
export interface Said {
  readonly path: string;
  readonly body: unknown;
  readonly status?: number;
  readonly type?: string;
  /** The requirement that a probe asked for; none in a captured file. */
  readonly claim?: DataId;
}

/** Exchanges of one token with the Data API; `path` is below its prefix. */
export function exchangesOf(...said: readonly Said[]): readonly Exchange[] {
  return said.map(({ path, body, status = 200, type = json, claim }, seq) => ({
    seq,
    ...(claim ? { step: { claim, case: 'a case' } } : {}),
    request: {
      method: 'GET',
      origin: 'https://api.example.test',
      path: `/v2.0${path}`,
      headers: { authorization: 'Bearer «token:1»' },
      sentAtMs: seq,
    },
    response: {
      status,
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      receivedAtMs: seq,
    },
  }));
}

/** The envelope of a list. */
export const listOf = (...records: readonly object[]) => ({
  data: records.map((data) => ({ data })),
  links: [],
});
/** The Data API alone. */
export const contextOf = (subject: JudgeContext['subject']): JudgeContext => ({
  subject,
  profiles: [profiles[0]],
});

/** Judges as a captured file, unless told otherwise. */
export function judge(id: DataId, said: readonly Said[], subject: JudgeContext['subject'] = 'har') {
  return dataJudges[id](exchangesOf(...said), contextOf(subject));
}
/** The case of a name. */
export const caseOf = (outcome: ReturnType<typeof judge>, name: string) =>
  outcome.cases.find((each) => each.name === name);

import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import { dataJudges } from './data.ts';
import type { JudgeContext } from './judge.ts';
import { exchangesOf as exchangesSaid, idOf } from './testing.ts';

/** The requirements of the theme that bind a server. */
export type DataId = Extract<ServerRequirementId, `data/${string}`>;

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

function exchangesOf(said: readonly Said[]): readonly Exchange[] {
  return exchangesSaid(
    said.map(({ type, claim, ...rest }) => ({
      ...rest,
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
      ...(claim ? { step: { claim, case: 'a case' } } : {}),
    })),
  );
}

/** The Data API alone. */
export const contextOf = (subject: JudgeContext['subject']): JudgeContext => ({
  subject,
  profiles: [profiles[0]],
});

/** Judges as a captured file, unless told otherwise. */
export function judge(id: DataId, said: readonly Said[], subject: JudgeContext['subject'] = 'har') {
  return dataJudges[id](exchangesOf(said), contextOf(subject));
}
/** The case of a name. */
export const caseOf = (outcome: ReturnType<typeof judge>, name: string) =>
  outcome.cases.find((each) => each.name === name);

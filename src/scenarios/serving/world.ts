import type { Profile } from '../../../contracts/profiles.ts';
import type { Clock } from '../../clock.ts';
import type { AskedList } from '../../job-list.ts';
import type { Job } from '../../observation.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type JobPlace, placeOf } from '../job-input.ts';
import type { Scenario } from '../scenario.ts';
import { virtualOrigins } from './opening.ts';
import type { SandboxPool } from './sandbox-pool.ts';

/** What a scenario is served from: a server that answers when no rule does. */
export interface World {
  readonly ask: (request: Request) => Promise<Response>;
  /** For the client. */
  readonly token: string;
  /** The ids that a write job needs. */
  placeOf(job: Job): Promise<JobPlace>;
  /** All ids of a list, ascending. */
  idsOf(profile: Profile, list: AskedList): Promise<readonly string[]>;
  /** Entries per page of a list with so many records. */
  pageSizeOf(scenario: Scenario, records: number): number;
  /** Characters of different bodies per start of the client, sent and received. */
  readonly maxBodySize: number;
  /** Call when the scenario is over. */
  giveBack(): Promise<void>;
}

/** A world for one scenario at a time. */
export type LendWorld = (scenario: Scenario, clock: Pick<Clock, 'now'>) => World;

const defaultStudents = 25;
const defaultPageSize = 10;
/** The longest honest walk takes a tenth of it. */
const maxBodySize = 4 * 1024 * 1024;

/** How many pages a scenario has, and how many records for them. */
export function sizeOf({ students = defaultStudents, pageSize = defaultPageSize }: Scenario) {
  return { students, pageSize };
}

/** Sandboxes with as many records as the scenario says. */
export function sandboxWorlds(pool: SandboxPool): LendWorld {
  return (scenario, clock) => {
    const { students, pageSize } = sizeOf(scenario);
    const { sandbox, giveBack } = pool.lend(students, clock);
    return {
      ask: sandbox.fetch,
      token: sandbox.token,
      placeOf: (job) => placeOf(sandbox, job),
      idsOf: (profile, list) => idsOf(sandbox, profile, list),
      pageSizeOf: () => pageSize,
      maxBodySize,
      giveBack,
    };
  };
}

/** Uses the second token, to keep the client's quota untouched. */
async function idsOf(sandbox: Sandbox, { prefix, limit }: Profile, list: AskedList): Promise<string[]> {
  const query = new URLSearchParams([...list.filters.map((one) => [...one]), ['limit', String(limit.max)]]);
  const response = await sandbox.fetch(
    new Request(`${virtualOrigins.origin}${prefix}/${list.name}?${query}`, {
      headers: { authorization: `Bearer ${sandbox.secondToken}` },
    }),
  );
  const page = (await response.json()) as {
    readonly data?: readonly { readonly data: { readonly id: string } }[];
  };
  return (page.data ?? []).map((one) => one.data.id).sort();
}

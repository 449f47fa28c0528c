#!/usr/bin/env node
/**
 * The reference client under the fixed protocol. As a command: `node reference.ts`. As a module, in process and in virtual
 * time: `--module reference.ts`, which calls `run`. All that is hard (paging, waits, retries, bounds) is in the client; what is
 * left for you is to keep your place between two runs. In your project import from 'clever-conformance/client'.
 *
 * Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) gives the ids of a whole list, `create-assignment` makes one assignment,
 * `update-submission` passes one grade back. Exit 0 means that the job is complete; any other code means that it is not.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CleverClient,
  createCleverClient,
  failureOf,
  type IncompleteReason,
  IncompleteWalk,
  messageOf,
} from '../../src/client/index.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';

type Result = Awaited<ReturnType<ClientModule>>;

/** Older state is discarded, to avoid mixing old and new pages. */
const stateLastsMs = 24 * 60 * 60 * 1000;
/** A million records at 1,000 a page: a longer chain of links is treated as an error. */
const caps = { pages: 1000 };

/** Does one job; `said` has the error, if any. */
export const run: ClientModule = async ({
  baseUrl,
  token,
  dataVersion,
  job,
  input,
  stateDir,
  fetch,
  clock,
}) => {
  const clever = createCleverClient({ baseUrl, token, fetch, clock, caps });
  const given = input as Given;
  if (job.startsWith('sync:'))
    return syncList(clever, `/${dataVersion}/${job.slice('sync:'.length)}`, stateDir, clock);
  if (job === 'create-assignment') return create(clever, given, join(stateDir, 'create-assignment.pending'));
  if (job === 'update-submission') return updateSubmission(clever, given);
  return failed(`unknown job ${job}`);
};

interface State {
  readonly savedAtMs: number;
  readonly resume: string;
  readonly ids: readonly string[];
}

/** Walks a list. Records and position are saved after every page, so that a failed or killed run can be resumed. */
async function syncList(clever: CleverClient, list: string, stateDir: string, clock: Clock): Promise<Result> {
  const file = join(stateDir, `${list.slice(1).replaceAll(/[^\w.]/g, '-')}.state`);
  const state = load(file, clock);
  const held = new Set(state?.ids);
  const save = (resume: string) =>
    write(file, JSON.stringify({ savedAtMs: clock.now(), resume, ids: [...held] }));
  try {
    const start = state ? { resume: state.resume } : { query: { limit: 1000 } };
    for await (const page of clever.pages(list, start)) {
      for (const { id } of page.records) {
        if (typeof id !== 'string' || id === '') return failed('a record has no id', held);
        held.add(id);
      }
      save(page.resumeToken);
    }
    rmSync(file, { force: true });
    return { complete: true, ids: [...held] };
  } catch (fault) {
    if (!(fault instanceof IncompleteWalk)) throw fault;
    if (mayGoOn(fault.reason, fault.status)) save(fault.resumeToken);
    else rmSync(file, { force: true });
    return failed(fault.message, held);
  }
}

/** Whether a later run may resume here: not if the links are faulty, or the page was permanently rejected. */
function mayGoOn(reason: IncompleteReason, status = 0): boolean {
  if (reason === 'unreadable-page') return true;
  return reason === 'page-error' && (status < 400 || status >= 500 || [401, 403, 429].includes(status));
}

/** Section, assignment and student of a write job, and the body to send. */
interface Given {
  readonly section_id: string;
  readonly assignment_id: string;
  readonly user_id: string;
  readonly body: Parameters<CleverClient['createAssignment']>[1] & { readonly state?: never };
}

/** At most one POST, also over two runs: there is no idempotency key, and a retry could create a duplicate. */
async function create(clever: CleverClient, { section_id, body }: Given, journal: string): Promise<Result> {
  const wanted = JSON.stringify([section_id, body]);
  if (read(journal) === wanted)
    return failed(`outcome unknown since an earlier run: look for the assignment, then delete ${journal}`);
  write(journal, wanted); // before the POST, so that a killed run leaves a trace
  const made = await clever.createAssignment(section_id, body);
  if (made.outcome === 'unknown')
    return failed(`outcome unknown, check before creating it again: ${made.message}`);
  rmSync(journal, { force: true });
  if (made.outcome === 'refused') return failed(`status ${made.status} ${made.message}`);
  return { complete: true, ids: [String(made.assignment.id)] };
}

/**
 * Sends a grade. The client retries it only while no newer grade of this process is queued. If other processes write
 * grades too, read the submission before each retry, as `sync.py` does.
 */
async function updateSubmission(clever: CleverClient, given: Given): Promise<Result> {
  const { section_id, assignment_id, user_id, body } = given;
  const { error, response } = await clever.lms.PATCH(
    '/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}',
    { params: { path: { section_id, assignment_id, user_id } }, body },
  );
  if (response.ok) return { complete: true, ids: [user_id] };
  return failed(failureOf(response)?.message ?? `status ${response.status} ${messageOf(error)}`);
}

function failed(said: string, held: ReadonlySet<string> = new Set()): Result {
  return { complete: false, ids: [...held], said: `not complete: ${said}` };
}

function load(file: string, clock: Clock): State | undefined {
  const text = read(file);
  const state = text === undefined ? undefined : (JSON.parse(text) as State);
  return state && clock.now() - state.savedAtMs < stateLastsMs ? state : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes atomically, even if the process is killed. In your system: records and position in one database transaction. */
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

if (process.argv[1] === import.meta.filename) {
  const {
    CLEVER_BASE_URL,
    CLEVER_TOKEN,
    CLEVER_DATA_VERSION = 'v2.0',
    CLEVER_JOB,
    CLEVER_JOB_INPUT = '{}',
    CLEVER_STATE_DIR = '.',
  } = process.env;
  const { complete, ids, said } = await run({
    baseUrl: CLEVER_BASE_URL ?? '',
    token: CLEVER_TOKEN ?? '',
    dataVersion: CLEVER_DATA_VERSION,
    job: (CLEVER_JOB ?? '') as Parameters<ClientModule>[0]['job'],
    input: JSON.parse(CLEVER_JOB_INPUT),
    stateDir: CLEVER_STATE_DIR,
    fetch: globalThis.fetch,
    clock: systemClock,
  }).catch((fault: unknown) => failed(fault instanceof Error ? fault.message : String(fault)));
  process.stdout.write(ids.map((id) => `${id}\n`).join(''));
  if (said) process.stderr.write(`${said}\n`);
  process.exitCode = complete ? 0 : 1;
}

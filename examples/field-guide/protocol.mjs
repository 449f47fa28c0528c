/**
 * Shared by all subjects: the protocol (CLEVER_… in, ids on stdout, exit code out), and paging that follows the links of one
 * list. Sending, waiting and retrying are up to the library under test, passed as `send`.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
export const origin = env.CLEVER_BASE_URL ?? '';
export const token = env.CLEVER_TOKEN ?? '';
export const job = env.CLEVER_JOB ?? '';
/** Of the Data API; LMS Connect has one of its own. */
export const prefix = `/${env.CLEVER_DATA_VERSION ?? 'v2.0'}`;
/** For libraries that accept headers. */
export const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
/** Documented values, for libraries that accept numbers. */
export const wanted = { retries: 5, firstWaitMs: 1000, statuses: [429, 500, 502, 503] };
/** Limits for libraries that accept them. Six attempts of ten seconds and their waits end before the suite's timeout. */
export const bounds = { answerMs: 10_000, maxWaitMs: 300_000, bodyBytes: 32 * 1024 * 1024 };

// Otherwise an empty event loop (a library that never settles) would report success.
process.exitCode = 1;

const maxPages = 1000;
const stateFile = join(env.CLEVER_STATE_DIR ?? '.', 'field-guide.state');

class Failed extends Error {
  constructor(message, startOver = false) {
    super(message);
    this.startOver = startOver;
  }
}

/**
 * Does the job of the environment. `send(method, url, json)` sends with the library and resolves to `{status, body}`, the
 * body as text or parsed, for every response; it rejects without a response.
 */
export async function runJob(send) {
  const given = JSON.parse(env.CLEVER_JOB_INPUT || '{}');
  try {
    if (job.startsWith('sync:')) await syncList(send, job.slice('sync:'.length));
    else if (job === 'create-assignment') await create(send, given);
    else if (job === 'update-submission') await update(send, given);
    else throw new Failed(`unknown job ${job}`);
    finish();
  } catch (fault) {
    finish(fault);
  }
}

/** Ends the process as the protocol requires. */
export function finish(fault) {
  if (fault) process.stderr.write(`not complete: ${fault.message ?? fault}\n`);
  // Exit despite open timers and sockets of the library.
  process.stdout.write('', () => process.exit(fault ? 1 : 0));
}

/** Prints ids, one per line. */
export function hold(ids) {
  process.stdout.write([...ids].map((id) => `${id}\n`).join(''));
}

/** `list`: `students`, or with what makes it the list that it is, `users?role=student`. */
async function syncList(send, list) {
  const saved = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : { ids: [] };
  const ids = new Set(saved.ids);
  const asked = new Set();
  let uri = saved.uri ?? `${prefix}/${list}${list.includes('?') ? '&' : '?'}limit=1000`;
  try {
    while (uri) {
      if (asked.has(uri) || asked.size === maxPages) throw new Failed('the list has too many pages', true);
      asked.add(uri);
      const page = await get(send, uri);
      const records = page?.data ?? page?.resources;
      if (!Array.isArray(records)) throw new Failed('a page is not a list of records');
      for (const { data } of records) ids.add(data.id);
      uri = nextOf(page, list);
      if (uri) save({ uri, ids: [...ids] });
    }
    rmSync(stateFile, { force: true });
  } catch (fault) {
    if (fault.startOver) rmSync(stateFile, { force: true });
    throw fault;
  } finally {
    hold(ids);
  }
}

async function get(send, uri) {
  const { status, body } = await send('GET', origin + uri);
  // 401 and 403 may succeed with another token; other errors are permanent.
  if (status !== 200)
    throw new Failed(explain(status, body), status < 500 && ![401, 403, 429].includes(status));
  return parse(body);
}

/** The next link, unchanged, which must stay on this server and in this list. */
function nextOf(page, list) {
  const [collection, filters] = list.split('?');
  // Without links, and with a next link that leads nowhere, it is unknown whether this was the last page.
  if (page.data && !Array.isArray(page.links)) throw new Failed('a page has no links');
  const next = page.links?.find(({ rel }) => rel === 'next');
  if (!next) return undefined;
  const link = next.uri;
  if (typeof link !== 'string') throw new Failed('the next link has no uri');
  const url = new URL(link, origin);
  const isClean = /^[!-~]+$/.test(link) && !url.username;
  if (!isClean || url.origin !== origin || !/^\/v[0-9.]+\//.test(url.pathname))
    throw new Failed('the next link leads to another server', true);
  const isSame = [...new URLSearchParams(filters)].every(
    ([name, value]) => url.searchParams.get(name) === value,
  );
  if (!isSame || !url.pathname.endsWith(`/${collection}`))
    throw new Failed('the next link leads to another list', true);
  return link.startsWith('/') ? link : url.pathname + url.search;
}

/** At most one create, also over two runs: a marker is written before it is sent. */
async function create(send, { section_id, body }) {
  if (existsSync(stateFile)) throw new Failed('outcome unknown since an earlier run');
  save({ section_id, body });
  const answer = await send('POST', `${origin}/v3.1/sections/${section_id}/assignments`, body);
  const isRefused = (answer.status >= 400 && answer.status < 500) || answer.status === 501;
  if (isRefused) rmSync(stateFile);
  if (answer.status >= 300) throw new Failed(explain(answer.status, answer.body));
  hold([parse(answer.body).data.id]);
  rmSync(stateFile);
}

async function update(send, { section_id, assignment_id, user_id, body }) {
  const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}/submissions/${user_id}`;
  const answer = await send('PATCH', origin + path, body);
  if (answer.status >= 300) throw new Failed(explain(answer.status, answer.body));
  hold([user_id]);
}

function parse(body) {
  return typeof body === 'string' ? JSON.parse(body) : body;
}

function explain(status, body) {
  let said = body;
  try {
    const { message, error } = parse(body);
    said = message ?? error ?? '';
  } catch {
    // Use the plain text.
  }
  return `status ${status} ${String(said ?? '').slice(0, 500)}`;
}

/** Writes atomically, even if the process is killed. */
function save(state) {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state));
  renameSync(`${stateFile}.new`, stateFile);
}

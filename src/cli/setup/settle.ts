import { isPathId, type JournalEntry, ownTitle } from '../../evidence/journal.ts';
import { type Exchange, jsonOf } from '../../exchange.ts';
import { createRecorder } from '../../recorder/recorder.ts';
import type { Target } from '../../targets/target.ts';
import { isObject, type Members } from '../../text/json.ts';

/** What became of an entry of the journal. */
export interface Settlement {
  /** `left`: it exists, or the target did not say. `unknown`: its id is unknown, and the target lists no assignments. */
  readonly state: 'removed' | 'not created' | 'left' | 'unknown';
  /** For people: which assignment, and why. */
  readonly what: string;
}

type Send = (method: 'GET' | 'DELETE', path: string) => Promise<Exchange>;

/**
 * Deletes the assignment of an entry at its target. Deletes nothing whose title is not the suite's, even if the journal
 * has its id. `open` are all open entries of this target.
 */
export async function settle(
  entry: JournalEntry,
  open: readonly JournalEntry[],
  target: Target,
): Promise<Settlement> {
  const recorder = createRecorder({
    fetch: target.fetch,
    clock: target.clock,
    origin: target.origin,
    caps: { totalMs: target.timeoutMs ?? 0, maxBytes: 8 * 1024 * 1024 },
  });
  const headers = { authorization: `Bearer ${target.token}`, accept: 'application/json' };
  const send: Send = (method, path) => recorder.send({ method, path, headers });
  const list = `/v3.1/sections/${encodeURIComponent(entry.section_id)}/assignments`;
  if (entry.assignment_id !== undefined) {
    const path = `${list}/${encodeURIComponent(entry.assignment_id)}`;
    const { state, why } = await remove(path, send);
    return { state, what: `${target.origin}${path}${why}` };
  }
  const others = new Set(open.map((one) => one.assignment_id));
  return await lookUp(entry, list, (id) => others.has(id), send);
}

type Removal = { readonly state: 'removed' | 'left'; readonly why: string };

const gone: Removal = { state: 'removed', why: '' };

async function remove(path: string, send: Send): Promise<Removal> {
  const found = await send('GET', path);
  // With a token that cannot see the section, everything is 404.
  if (found.response?.status === 404 && /assignment/i.test(found.response.body)) return gone;
  if (found.response?.status !== 200) return { state: 'left', why: ` (${responseOf(found)})` };
  if (!isOwnTitle(memberOf(jsonOf(found), 'data').title))
    return { state: 'left', why: ' (its title is not one of the suite)' };
  const deleted = await send('DELETE', path);
  const status = deleted.response?.status ?? 0;
  return [200, 204, 404].includes(status) ? gone : { state: 'left', why: ` (${responseOf(deleted)})` };
}

/** LMS Connect documents no list of assignments, but some targets have one. */
async function lookUp(
  { title, section_id, origin, createdAt }: JournalEntry,
  list: string,
  isKnown: (id: string) => boolean,
  send: Send,
): Promise<Settlement> {
  const what =
    `${title === undefined ? 'an assignment without a title' : `"${title}"`} in section ${section_id} of ${origin}, ` +
    `sent at ${new Date(createdAt).toISOString()}`;
  const answered = await send('GET', list);
  const listed = answered.response?.status === 200 ? listIn(jsonOf(answered)) : undefined;
  if (!listed) return { state: 'unknown', what };
  const found = listed.assignments.filter(
    (one) => isPathId(one.id) && !isKnown(one.id) && one.title === title && isOwnTitle(title),
  );
  if (found.length === 0) return { state: listed.isWhole ? 'not created' : 'unknown', what };
  for (const { id } of found) {
    const { state, why } = await remove(`${list}/${encodeURIComponent(String(id))}`, send);
    if (state === 'left') return { state, what: what + why };
  }
  return { state: 'removed', what };
}

/** The assignments in a response, bare or each under `data`, and whether these are all of the section. */
function listIn(
  body: unknown,
): { readonly assignments: readonly Members[]; readonly isWhole: boolean } | undefined {
  if (!isObject(body) || !Array.isArray(body.data)) return undefined;
  const items = body.data.filter(isObject);
  const links = Array.isArray(body.links) ? body.links : [];
  return {
    assignments: items.map((one) => (isObject(one.data) ? one.data : one)),
    isWhole: !links.some((link) => isObject(link) && link.rel === 'next'),
  };
}

function memberOf(body: unknown, name: string): Members {
  const member = isObject(body) ? body[name] : undefined;
  return isObject(member) ? member : {};
}

function isOwnTitle(title: unknown): boolean {
  return typeof title === 'string' && title.startsWith(ownTitle);
}

function responseOf({ response, failure }: Exchange): string {
  return response ? String(response.status) : (failure?.message ?? 'no response');
}

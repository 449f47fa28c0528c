import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSteps, type NaivePage, type NaiveSteps, naiveClient } from './naive-client.ts';
import { type NaiveResponse, sendNaively } from './naive-send.ts';

type Options = Parameters<ClientModule>[0];

/** The steps of a client for every job; a mutant replaces one of them. */
export interface WholeSteps extends NaiveSteps {
  /** Whether a second start continues where the first one stopped. */
  readonly resumes: boolean;
  /** Whether a second start sends no create if the outcome of the first one's is unknown. */
  readonly remembersCreates: boolean;
  /** Milliseconds until a write is retried; `undefined`: never. */
  readonly writeRetryMs: (
    method: 'POST' | 'PATCH',
    response: NaiveResponse,
    retry: number,
    nowMs: number,
  ) => number | undefined;
  /** The message printed for an error response. */
  readonly messageFor: (response: NaiveResponse) => string;
  /** The updates to send, in order: `left` is one of an earlier start without a response. */
  readonly updates: (left: unknown, body: unknown) => readonly unknown[];
}

/** The steps according to the documents and the suite's own rules. */
export const wholeSteps: WholeSteps = {
  ...documentedSteps,
  resumes: true,
  remembersCreates: true,
  // After a 429 a create was not processed; after any other failure it may have been.
  writeRetryMs: (method, response, retry, nowMs) =>
    method === 'PATCH' || response.status === 429
      ? documentedSteps.retryMs(response, retry, nowMs)
      : undefined,
  messageFor: (response) => `${response.status} ${response.text}`,
  updates: (_left, body) => [body],
};

/** A client with these steps, some of them replaced: it reads lists, resumes, creates assignments and sends grades. */
export function wholeClient(changes: Partial<WholeSteps> = {}): ClientModule {
  const steps: WholeSteps = { ...wholeSteps, ...changes };
  return async (options) => {
    if (options.job.startsWith('sync:'))
      return await naiveClient(steps.resumes ? resuming(steps, options) : steps)(options);
    return options.job === 'create-assignment' ? await create(steps, options) : await update(steps, options);
  };
}

/** The same steps, saving each page and its next link on disk until the list is complete. */
function resuming(steps: WholeSteps, { stateDir }: Options): NaiveSteps {
  const file = join(stateDir, 'walk.json');
  const kept = readState(file) as { readonly ids: readonly string[]; readonly url: string } | undefined;
  let held = kept?.ids ?? [];
  return {
    ...steps,
    firstUrl: (origin, list) => kept?.url ?? steps.firstUrl(origin, list),
    hold: (before, ids) => {
      held = steps.hold(before.length === 0 ? held : before, ids);
      return held;
    },
    nextIn: (page: NaivePage, place) => {
      const next = steps.nextIn(page, place);
      const url = next === undefined ? undefined : steps.resolve(next, place);
      if (url === undefined) rmSync(file, { force: true });
      else keepState(file, { ids: held, url });
      return next;
    },
  };
}

interface Input {
  readonly section_id: string;
  readonly assignment_id: string;
  readonly user_id: string;
  readonly body: unknown;
}

async function create(steps: WholeSteps, options: Options): ReturnType<ClientModule> {
  const { section_id, body } = options.input as Input;
  const file = join(options.stateDir, 'create.json');
  if (steps.remembersCreates && existsSync(file))
    return { complete: false, ids: [], said: 'an earlier start may have created it' };
  keepState(file, body);
  const response = await write(steps, options, 'POST', `/v3.1/sections/${section_id}/assignments`, body);
  const id = idIn(response.text);
  if (id !== undefined || (response.status >= 400 && response.status < 500) || response.status === 501)
    rmSync(file, { force: true });
  if (response.status >= 200 && response.status < 300 && id !== undefined)
    return { complete: true, ids: [id] };
  return { complete: false, ids: [], said: steps.messageFor(response) };
}

async function update(steps: WholeSteps, options: Options): ReturnType<ClientModule> {
  const { section_id, assignment_id, user_id, body } = options.input as Input;
  const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}/submissions/${user_id}`;
  const file = join(options.stateDir, 'grade.json');
  let response: NaiveResponse | undefined;
  for (const one of steps.updates(readState(file), body)) {
    keepState(file, one);
    response = await write(steps, options, 'PATCH', path, one);
    if (response.status === 200) rmSync(file, { force: true });
  }
  if (response?.status === 200) return { complete: true, ids: [] };
  return { complete: false, ids: [], said: response ? steps.messageFor(response) : '' };
}

function write(steps: WholeSteps, options: Options, method: 'POST' | 'PATCH', path: string, body: unknown) {
  const headers = { ...steps.headers(options.token, 0), 'Content-Type': 'application/json' };
  return sendNaively(options.baseUrl + path, { method, headers, body: JSON.stringify(body) }, options, {
    ...steps,
    retryMs: (response, retry, nowMs) => steps.writeRetryMs(method, response, retry, nowMs),
  });
}

function idIn(text: string): string | undefined {
  try {
    const id: unknown = (JSON.parse(text) as { readonly data?: { readonly id?: unknown } }).data?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The last line counts. Appending takes microseconds; overwriting takes milliseconds on some file systems. */
function keepState(file: string, state: unknown): void {
  appendFileSync(file, `${JSON.stringify(state)}\n`);
}

function readState(file: string): unknown {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '');
}

import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSteps, type NaivePage, type NaiveSteps, naiveClient } from './naive-client.ts';
import { type NaiveAnswer, sendNaively } from './naive-send.ts';

type Options = Parameters<ClientModule>[0];

/** A client for every job, step by step; mutants put a worse step in the place of one. */
export interface WholeSteps extends NaiveSteps {
  /** Whether a second start goes on where the first one stopped. */
  readonly resumes: boolean;
  /** Milliseconds until a write goes out again; `undefined`: never. */
  readonly writeRetryMs: (
    method: 'POST' | 'PATCH',
    answer: NaiveAnswer,
    retry: number,
    nowMs: number,
  ) => number | undefined;
  /** What people are told of a refusal. */
  readonly tells: (answer: NaiveAnswer) => string;
  /** The updates to send, in order: `left` is one of an earlier start that got no answer. */
  readonly updates: (left: unknown, body: unknown) => readonly unknown[];
}

/** The steps as the documents and the rules of ours have them. */
export const wholeSteps: WholeSteps = {
  ...documentedSteps,
  resumes: true,
  // A create that was refused by the rate limit was not looked at; all else may have been carried out.
  writeRetryMs: (method, answer, retry, nowMs) =>
    method === 'PATCH' || answer.status === 429 ? documentedSteps.retryMs(answer, retry, nowMs) : undefined,
  tells: (answer) => `${answer.status} ${answer.text}`,
  updates: (_left, body) => [body],
};

/** Makes a client of these steps and some others: it walks and resumes, creates, and passes grades back. */
export function wholeClient(changes: Partial<WholeSteps> = {}): ClientModule {
  const steps: WholeSteps = { ...wholeSteps, ...changes };
  return async (options) => {
    if (options.job.startsWith('sync:'))
      return await naiveClient(steps.resumes ? resuming(steps, options) : steps)(options);
    return options.job === 'create-assignment' ? await create(steps, options) : await update(steps, options);
  };
}

/** The same steps, with each page and the link behind it kept on the disk until the list is whole. */
function resuming(steps: WholeSteps, { stateDir }: Options): NaiveSteps {
  const file = join(stateDir, 'walk.json');
  const kept = readState(file) as { readonly ids: readonly string[]; readonly url: string } | undefined;
  let held = kept?.ids ?? [];
  return {
    ...steps,
    firstUrl: (origin, collection) => kept?.url ?? steps.firstUrl(origin, collection),
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
  const answer = await write(steps, options, 'POST', `/v3.1/sections/${section_id}/assignments`, body);
  const id = idIn(answer.text);
  if (answer.status >= 200 && answer.status < 300 && id !== undefined) return { complete: true, ids: [id] };
  return { complete: false, ids: [], said: steps.tells(answer) };
}

async function update(steps: WholeSteps, options: Options): ReturnType<ClientModule> {
  const { section_id, assignment_id, user_id, body } = options.input as Input;
  const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}/submissions/${user_id}`;
  const file = join(options.stateDir, 'grade.json');
  let answer: NaiveAnswer | undefined;
  for (const one of steps.updates(readState(file), body)) {
    keepState(file, one);
    answer = await write(steps, options, 'PATCH', path, one);
    if (answer.status === 200) rmSync(file, { force: true });
  }
  if (answer?.status === 200) return { complete: true, ids: [] };
  return { complete: false, ids: [], said: answer ? steps.tells(answer) : '' };
}

function write(steps: WholeSteps, options: Options, method: 'POST' | 'PATCH', path: string, body: unknown) {
  const headers = { ...steps.headers(options.token, 0), 'Content-Type': 'application/json' };
  return sendNaively(options.baseUrl + path, { method, headers, body: JSON.stringify(body) }, options, {
    ...steps,
    retryMs: (answer, retry, nowMs) => steps.writeRetryMs(method, answer, retry, nowMs),
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

/** The last line counts. Appending takes microseconds, where some file systems take milliseconds to overwrite. */
function keepState(file: string, state: unknown): void {
  appendFileSync(file, `${JSON.stringify(state)}\n`);
}

function readState(file: string): unknown {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '');
}

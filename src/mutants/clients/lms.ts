import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSend, type NaiveResponse } from './naive-send.ts';
import { wholeClient, wholeSteps } from './whole-client.ts';

const { retryMs } = documentedSend;

/** Also retries creates after these statuses; 0 means no response. */
function creatingAgainAfter(...statuses: readonly number[]): ClientModule {
  return wholeClient({
    writeRetryMs: (method, response, retry, nowMs) =>
      method === 'PATCH' || statuses.includes(response.status) ? retryMs(response, retry, nowMs) : undefined,
  });
}

/** The message of a JSON body; `''` for any other body. */
function messageOf({ text }: NaiveResponse): string {
  try {
    return String((JSON.parse(text) as { readonly message?: unknown }).message ?? '');
  } catch {
    return '';
  }
}

/** The value at `error.message`, where other APIs have their message. */
function errorIn(text: string): string {
  try {
    const body = JSON.parse(text) as { readonly error?: { readonly message?: unknown } };
    return String(body.error?.message ?? 'unknown error');
  } catch {
    return text;
  }
}

type Body = Readonly<Record<string, unknown>>;

/** A client that sends another body than the given one. */
function writing(change: (body: Body) => Body): ClientModule {
  return async (options) => {
    const { body, ...place } = options.input as { readonly body?: Body };
    return await wholeClient()(body ? { ...options, input: { ...place, body: change(body) } } : options);
  };
}

const writesAsGiven = 'lms/client-writes-what-the-job-says';

/** Clients with mistakes in writes to LMS Connect. */
export const lmsClientMutants: readonly ClientMutant[] = [
  {
    name: 'lms/creates-again-after-every-failure',
    breaks: 'lms/client-creates-once',
    run: creatingAgainAfter(0, 429, 500, 502, 503),
  },
  {
    name: 'lms/creates-again-after-a-lost-answer',
    breaks: 'lms/client-creates-once',
    run: creatingAgainAfter(0, 429),
  },
  {
    name: 'lms/creates-again-after-a-502',
    breaks: 'lms/client-creates-once',
    run: creatingAgainAfter(429, 502),
  },
  {
    name: 'lms/creates-again-after-a-500',
    breaks: 'lms/client-creates-once',
    run: creatingAgainAfter(429, 500),
  },
  {
    name: 'lms/creates-again-after-a-503',
    breaks: 'lms/client-creates-once',
    run: creatingAgainAfter(429, 503),
  },
  {
    name: 'lms/creates-again-after-ten-seconds-of-silence',
    breaks: 'lms/client-creates-once',
    run: async (options) => {
      const startedMs = options.clock.now();
      return await wholeClient({
        timeoutMs: 10_000,
        writeRetryMs: (method, response, retry, nowMs) => {
          const isSilence = response.status === 0 && nowMs - startedMs >= 10_000;
          return method === 'PATCH' || response.status === 429 || isSilence
            ? retryMs(response, retry, nowMs)
            : undefined;
        },
      })(options);
    },
  },
  {
    name: 'lms/creates-again-under-another-title',
    breaks: 'lms/client-creates-once',
    // The other title is not the one that was given.
    alsoFails: ['lms/client-writes-what-the-job-says'],
    run: async (options) => {
      const forgetful = wholeClient({ remembersCreates: false });
      const made = await forgetful(options);
      if (options.job !== 'create-assignment' || made.complete || !/^(0|5)/.test(made.said ?? ''))
        return made;
      const input = options.input as { readonly body: { readonly title: string } };
      const body = { ...input.body, title: `${input.body.title} (2)` };
      return await forgetful({ ...options, input: { ...input, body } });
    },
  },
  {
    name: 'lms/creates-again-at-its-next-start',
    breaks: 'lms/client-creates-once',
    run: wholeClient({ remembersCreates: false }),
  },
  {
    name: 'lms/creates-again-after-a-504',
    breaks: 'lms/client-creates-once',
    run: wholeClient({
      writeRetryMs: (_method, response, retry, nowMs) =>
        response.status === 504 && retry === 0
          ? 1000
          : wholeSteps.writeRetryMs('POST', response, retry, nowMs),
    }),
  },
  {
    name: 'lms/sends-points-as-a-share-of-one',
    breaks: writesAsGiven,
    run: writing((body) =>
      'grade_points' in body ? { ...body, grade_points: Number(body.grade_points) / 100 } : body,
    ),
  },
  {
    name: 'lms/sends-a-grade-without-its-points',
    breaks: writesAsGiven,
    run: writing(({ grade_points: _, ...body }) => body),
  },
  {
    name: 'lms/creates-under-a-title-in-capitals',
    breaks: writesAsGiven,
    run: writing((body) =>
      typeof body.title === 'string' ? { ...body, title: body.title.toUpperCase() } : body,
    ),
  },
  {
    name: 'lms/creates-without-points',
    breaks: writesAsGiven,
    run: writing(({ points_possible: _, ...body }) => body),
  },
  {
    name: 'lms/creates-with-a-due-date-a-day-late',
    breaks: writesAsGiven,
    run: writing((body) =>
      typeof body.due_date === 'string'
        ? { ...body, due_date: new Date(Date.parse(body.due_date) + 86_400_000).toISOString() }
        : body,
    ),
  },
  {
    name: 'lms/tells-the-status-alone',
    breaks: 'lms/client-shows-message',
    run: wholeClient({ messageFor: ({ status }) => `the API answered ${status}` }),
  },
  {
    name: 'lms/tells-only-messages-in-json',
    breaks: 'lms/client-shows-message',
    run: wholeClient({ messageFor: messageOf }),
  },
  {
    name: 'lms/looks-for-the-message-in-an-error',
    breaks: 'lms/client-shows-message',
    run: wholeClient({ messageFor: ({ status, text }) => `${status} ${errorIn(text)}` }),
  },
  {
    name: 'lms/tells-the-first-line-of-a-message',
    breaks: 'lms/client-shows-message',
    run: wholeClient({
      messageFor: (response) => (messageOf(response) || response.text).split('\n')[0] ?? '',
    }),
  },
  {
    name: 'lms/sends-what-is-left-after-the-new',
    breaks: 'lms/client-final-grade-wins',
    run: wholeClient({ updates: (left, body) => (left === undefined ? [body] : [body, left]) }),
  },
  {
    name: 'lms/sends-what-is-left-once-more-at-the-end',
    breaks: 'lms/client-final-grade-wins',
    run: wholeClient({ updates: (left, body) => (left === undefined ? [body] : [left, body, left]) }),
  },
];

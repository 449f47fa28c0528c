import { wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';

/** Conforming clients that write in other ways. */
export const writeVariants: readonly ClientVariant[] = [
  {
    name: 'lms/no-second-create-not-even-after-a-429',
    why: 'open question retry-of-writes: a create may be retried, but need not be',
    run: wholeClient({ writeRetryMs: () => undefined }),
  },
  {
    name: 'lms/the-same-body-in-another-form',
    why: 'no document says how to write a value; more members than the job gives are the client’s choice',
    run: async (options) => {
      const { body, ...place } = options.input as { readonly body?: Readonly<Record<string, unknown>> };
      if (!body) return await wholeClient()(options);
      const { due_date: due, description } = body;
      const changed = {
        ...(due === undefined ? {} : { grading_type: 'points' }),
        ...Object.fromEntries(Object.entries(body).reverse()),
        ...(typeof due === 'string' ? { due_date: `${due.slice(0, 19)}+00:00` } : {}),
        ...(description === undefined ? {} : { description: `<p>${description}</p>` }),
      };
      return await wholeClient()({ ...options, input: { ...place, body: changed } });
    },
  },
  {
    name: 'lms/messages-inside-json',
    why: 'no document specifies how to show a message',
    run: wholeClient({ messageFor: ({ status, text }) => JSON.stringify({ status, text }) }),
  },
  {
    name: 'lms/the-older-grade-first-then-the-newer-one',
    why: 'OWN requirement: the newest grade stays; how is left open',
    run: wholeClient({ updates: (left, body) => (left === undefined ? [body] : [left, body]) }),
  },
  {
    name: 'lms/an-answer-is-awaited-for-10-seconds-only',
    why: 'OWN requirement: a create with a late response is not retried',
    run: wholeClient({ timeoutMs: 10_000 }),
  },
  {
    name: 'lms/the-submission-is-read-before-and-after',
    why: 'open question retry-of-writes: a read is always allowed',
    run: async (options) => {
      const { section_id, assignment_id, user_id } = options.input as Record<string, string>;
      const look = async () => {
        if (options.job !== 'update-submission') return;
        const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}/submissions/${user_id}`;
        await options
          .fetch(options.baseUrl + path, { headers: { Authorization: `Bearer ${options.token}` } })
          .then((one) => one.text())
          .catch(() => {});
      };
      await look();
      const result = await wholeClient()(options);
      if (result.complete) await look();
      return result;
    },
  },
];

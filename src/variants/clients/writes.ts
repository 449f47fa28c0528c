import { wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';

/** Clients that write in other ways, all of them within the documents. */
export const writeVariants: readonly ClientVariant[] = [
  {
    name: 'lms/no-second-create-not-even-after-a-429',
    why: 'doubt retry-of-writes: a create may be sent again, it need not be',
    run: wholeClient({ writeRetryMs: () => undefined }),
  },
  {
    name: 'lms/messages-inside-json',
    why: 'how a message is shown is left open',
    run: wholeClient({ tells: ({ status, text }) => JSON.stringify({ status, text }) }),
  },
  {
    name: 'lms/the-older-grade-first-then-the-newer-one',
    why: 'OWN row: the newest grade stays; in which way is left open',
    run: wholeClient({ updates: (left, body) => (left === undefined ? [body] : [left, body]) }),
  },
  {
    name: 'lms/an-answer-is-awaited-for-10-seconds-only',
    why: 'OWN row: a create whose answer is late is not sent again',
    run: wholeClient({ answerMs: 10_000 }),
  },
  {
    name: 'lms/the-submission-is-read-before-and-after',
    why: 'doubt retry-of-writes: a look is always allowed',
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

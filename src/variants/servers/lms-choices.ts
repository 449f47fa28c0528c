import { changingData, handling, saying } from '../../mutants/servers/lms/support.ts';
import type { ServerVariant } from '../variant.ts';

type Data = Record<string, unknown>;

/** What only some LMSs have. */
export const lmsChoiceVariants: readonly ServerVariant[] = [
  {
    name: 'lms/points-for-texts-only',
    why: 'SPEC: other types of grading and of submissions, and files, are optional; not every LMS has them',
    tamper: handling(() => async ({ what, body }, forward) => {
      const {
        grading_type: grading = 'points',
        submission_types: types = [],
        attachments,
        flags,
        state,
      } = body;
      const isOther = grading !== 'points' || (Array.isArray(types) && types.some((one) => others.has(one)));
      const isRefused = what === 'POST assignments' ? isOther || attachments : attachments || flags || state;
      // A read, so that headers are those of a response of this API.
      if (isRefused) return saying(await forward({ body: {} }), 'The LMS does not support this', 400);
      return await forward();
    }),
  },
  {
    name: 'lms/files-are-kept-in-a-place-of-their-own',
    why: 'SPEC: an attachment that is read has a size and an address of the LMS; nothing says that they are those that were sent',
    tamper: changingData(['POST assignments', 'GET assignment', 'PATCH assignment'], (data: Data) => {
      const { attachments } = data;
      if (!Array.isArray(attachments)) return data;
      const kept = attachments.map((one) => ({ ...one, url: 'https://files.invalid/1?expires=1', size: 12 }));
      return { ...data, attachments: kept };
    }),
  },
];

const others: ReadonlySet<unknown> = new Set(['link', 'file', 'discussion']);

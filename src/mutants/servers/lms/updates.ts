import type { LmsErrorId } from '../../../../contracts/lms-errors.ts';
import type { ServerMutant } from '../../mutant.ts';
import { handling, messageIn } from './support.ts';
import { instead } from './wording.ts';

const isUpdate = ({ what }: { readonly what: string }) => what === 'PATCH assignment';
const isGrade = ({ what }: { readonly what: string }) => what === 'PATCH submission';

/** Due this many hours ago or less by the server's own clock, and taken all the same. */
function takingPast(name: string, breaks: LmsErrorId, what: string, hours: number): ServerMutant {
  const tamper = handling(() => async (incoming, forward) => {
    const response = await forward();
    if (incoming.what !== what || !/must be in the future/.test(await messageIn(response))) return response;
    const agoMs = Date.parse(response.headers.get('date') ?? '') - Date.parse(String(incoming.body.due_date));
    if (agoMs > hours * 3_600_000) return response;
    return await forward({ body: { ...incoming.body, due_date: '2099-01-01T00:00:00.000Z' } });
  });
  return { name: `lms-errors/${name}`, breaks, tamper };
}

/** Errors that are right on creates and wrong on updates, and tokens and times that are nearly right. */
export const updateErrors: readonly ServerMutant[] = [
  instead(
    'a-bad-escape-in-an-update-is-only-a-bad-request',
    'lms-errors/invalid-escape',
    /escape code$/,
    text(),
    isUpdate,
  ),
  instead(
    'a-bad-escape-in-a-grade-is-422',
    'lms-errors/invalid-escape',
    /escape code$/,
    { status: 422 },
    isGrade,
  ),
  instead(
    'a-bad-type-in-an-update-is-not-named',
    'lms-errors/empty-submission-type',
    /submission_types/,
    text(),
    isUpdate,
  ),
  instead(
    'a-gap-in-an-update-is-only-a-bad-request',
    'lms-errors/missing-value',
    /beginning of value$/,
    text(),
    isUpdate,
  ),
  instead(
    'a-gap-in-a-grade-is-500',
    'lms-errors/missing-value',
    /beginning of value$/,
    { status: 500 },
    isGrade,
  ),
  instead(
    'a-malformed-update-is-422',
    'lms-errors/malformed-json',
    /key:value pair$/,
    { status: 422 },
    isUpdate,
  ),
  instead(
    'a-malformed-grade-is-only-a-bad-request',
    'lms-errors/malformed-json',
    /key:value pair$/,
    text(),
    isGrade,
  ),
  {
    name: 'lms-errors/an-update-without-a-body-changes-nothing-and-succeeds',
    breaks: 'lms-errors/empty-body',
    tamper: handling(
      () =>
        async ({ method, text: body }, forward) =>
          await (method === 'PATCH' && body === '' ? forward({ body: {} }) : forward()),
    ),
  },
  takingPast('earlier-today-is-taken', 'lms-errors/due-date-in-past', 'POST assignments', 7),
  takingPast(
    'an-update-to-minutes-ago-is-taken',
    'lms-errors/update-due-date-out-of-range',
    'PATCH assignment',
    0.2,
  ),
  {
    name: 'lms-errors/an-empty-token-is-taken',
    breaks: 'lms-errors/invalid-token',
    tamper: handling(
      (sandbox) =>
        async ({ what, caller }, forward) =>
          await (what !== '' && /^bearer\s*$/i.test(caller)
            ? forward({ caller: `Bearer ${sandbox.token}` })
            : forward()),
    ),
  },
  {
    name: 'lms-errors/a-deletion-needs-no-token',
    breaks: 'lms-errors/no-token',
    tamper: handling(
      (sandbox) =>
        async ({ what, caller }, forward) =>
          await (what === 'DELETE assignment' && caller === ''
            ? forward({ caller: `Bearer ${sandbox.token}` })
            : forward()),
    ),
  },
];

function text() {
  return { message: () => 'Bad Request' };
}

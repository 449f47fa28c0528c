import type { LmsErrorId } from '../../../../contracts/lms-errors.ts';
import type { ServerMutant } from '../../mutant.ts';
import { handling, type LmsRequest, messageIn, saying } from './support.ts';

/** The replacement of a documented message or status. */
interface Replacement {
  readonly message?: (text: string) => string;
  readonly status?: number;
}

/** Replaces the message or status of a documented error. */
export function instead(
  name: string,
  breaks: LmsErrorId,
  documented: RegExp,
  change: Replacement,
  when: (incoming: LmsRequest) => boolean = () => true,
): ServerMutant {
  const tamper = handling(() => async (incoming, forward) => {
    const response = await forward();
    const text = response.status < 400 || incoming.what === '' ? '' : await messageIn(response);
    if (!documented.test(text) || !when(incoming)) return response;
    return saying(response, change.message?.(text) ?? text, change.status ?? response.status);
  });
  return { name: `lms-errors/${name}`, breaks, tamper };
}

const text = (message: string): Replacement => ({ message: () => message });
const isCreate = ({ what }: LmsRequest) => what === 'POST assignments';

/** The right status with a slightly wrong text, or the right text with another status. */
export const wordingMutants: readonly ServerMutant[] = [
  instead(
    'an-empty-body-lacks-three-fields',
    'lms-errors/empty-body',
    /^request body is required/,
    text('missing required field(s): title, description, due_date'),
  ),
  instead(
    'a-past-due-date-is-409',
    'lms-errors/due-date-in-past',
    /^due_date must be in the future$/,
    { status: 409 },
    isCreate,
  ),
  instead('a-bad-escape-is-500', 'lms-errors/invalid-escape', /in string escape code$/, { status: 500 }),
  instead(
    'a-bad-escape-names-another-character',
    'lms-errors/invalid-escape',
    /in string escape code$/,
    text("invalid character 'p' in string escape code"),
  ),
  instead(
    'the-list-of-types-lacks-one',
    'lms-errors/empty-submission-type',
    /submission_types\.0/,
    { message: (said) => said.replace(' discussion]', ']') },
    ({ text: body }) => body.includes('[""]'),
  ),
  instead(
    'a-gap-is-reported-in-another-language',
    'lms-errors/missing-value',
    /looking for beginning of value$/,
    text('Unexpected token , in JSON at position 18'),
    isCreate,
  ),
  instead('malformed-json-tells-an-offset', 'lms-errors/malformed-json', /key:value pair$/, {
    message: (said) => `${said} (offset 23)`,
  }),
  instead(
    'a-malformed-id-is-in-lower-case',
    'lms-errors/invalid-assignment-id',
    /^INVALID_ID$/,
    text('invalid_id'),
  ),
  instead(
    'the-refusal-of-the-lms-names-the-field',
    'lms-errors/lms-missing-required-field',
    /^MISSING_REQUIRED_FIELD$/,
    text('MISSING_REQUIRED_FIELD: points_possible'),
  ),
  instead('no-valid-assignee-is-422', 'lms-errors/no-valid-assignees', /no valid users found/, {
    status: 422,
  }),
  instead(
    'no-valid-assignee-names-no-lms',
    'lms-errors/no-valid-assignees',
    /no valid users found/,
    text('no valid users found'),
  ),
  instead(
    'no-token-is-unauthorized',
    'lms-errors/no-token',
    /^No authorization provided$/,
    text('Unauthorized'),
  ),
  instead(
    'a-wrong-token-is-reported-as-none',
    'lms-errors/invalid-token',
    /^Could not authorize token$/,
    text('No authorization provided'),
  ),
  instead(
    'a-deleted-assignment-is-only-not-found',
    'lms-errors/deleted-assignment',
    /^Assignment does not exist$/,
    text('Not Found'),
  ),
];

import { lmsErrorTable } from '../../contracts/lms-errors.ts';
import type { Exchange, Members } from '../exchange.ts';
import { type CaseOutcome, undecided } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { livesInTraffic } from './lms-captured.ts';
import {
  against,
  caseOn,
  compareFields,
  isSuccess,
  joinVerdicts,
  nothingFound,
  pick,
  recordIn,
  sentBody,
  statusVerdict,
  type Verdict,
} from './lms-material.ts';
import { casesOf, isText, messageOf } from './material.ts';

/** What both places that name guarantees agree on (doubt assignment-guarantees). */
const guaranteed = ['id', 'title', 'description', 'state'];
/** What an update can change, and what therefore has to stay when it does not; times and state follow from other things. */
export const writable = [
  'assignee_ids',
  'assignee_mode',
  'attachments',
  'description',
  'display_date',
  'due_date',
  'end_date',
  'grading_type',
  'max_attempts',
  'points_possible',
  'start_date',
  'submission_types',
  'term_id',
  'title',
];
/** What a teacher would miss. Other fields are optional, and an LMS may not have them. */
const kept = ['title', 'description', 'due_date'];

/** One assignment's life, as the prober led it: each step is a case. */
export function lifeOfAnAssignment(
  exchanges: readonly Exchange[],
  { subject }: JudgeContext,
): readonly CaseOutcome[] {
  if (subject === 'har')
    return telling(
      livesInTraffic(exchanges).map((steps, nth) => seenLife(`assignment ${nth + 1}`, steps, subject)),
    );
  return lifeIn(casesOf(exchanges, 'lms/create-read-update-delete'), subject);
}

/** A life as far as a capture shows it. */
function seenLife(
  name: string,
  steps: ReadonlyMap<string, readonly Exchange[]>,
  subject: JudgeContext['subject'],
): readonly CaseOutcome[] {
  return lifeIn(steps, subject)
    .filter((one) => steps.has(one.name) || !/due date/.test(one.name))
    .map((one) =>
      steps.has(one.name)
        ? { ...one, name: `${name}, ${one.name}` }
        : undecided(`${name}, ${one.name}`, 'untested', 'the capture does not show it'),
    );
}

/** Where one life is seen whole, the gaps in others do not matter; what is wrong with any of them does. */
function telling(lives: readonly (readonly CaseOutcome[])[]): readonly CaseOutcome[] {
  const gaps = (life: readonly CaseOutcome[]) => life.filter((one) => one.outcome === 'untested').length;
  const fewest = Math.min(...lives.map(gaps));
  const best = lives.find((life) => gaps(life) === fewest);
  return lives.flatMap((life) =>
    life === best || gaps(life) === 0 ? life : life.filter((one) => one.outcome === 'failed'),
  );
}

function lifeIn(
  steps: ReadonlyMap<string, readonly Exchange[]>,
  subject: JudgeContext['subject'],
): readonly CaseOutcome[] {
  const at = (name: string) => steps.get(name)?.at(-1);
  const create = at('create');
  if (!create) return [];
  if (subject === 'live' && isRefusedByLms(create))
    return [undecided('create', 'cantTell', `the LMS behind refused it: ${messageOf(create)}`)];
  const read = at('read');
  const reread = at('read after the change');
  const changes: readonly (readonly [string, string, Exchange | undefined])[] = [
    ['change', 'read after the change', read],
    ['change the due date', 'read the due date', reread],
  ];
  return [
    caseOn('create', create, (one) =>
      joinVerdicts([statusVerdict(one, 200, 201), recordVerdict(one), asSent(one, one)]),
    ),
    caseOn('read', read, (one) =>
      joinVerdicts([statusVerdict(one, 200), recordVerdict(one), asSent(one, create), asBefore(one, create)]),
    ),
    ...changes.flatMap(([change, look, before]) => [
      caseOn(change, at(change), (one) =>
        joinVerdicts([statusVerdict(one, 200), recordVerdict(one), asSent(one, one), asBefore(one, before)]),
      ),
      caseOn(look, ifDone(at(change), at(look)), (one) =>
        joinVerdicts([
          statusVerdict(one, 200),
          recordVerdict(one),
          asSent(one, at(change)),
          asBefore(one, before, sentIn(at(change))),
        ]),
      ),
    ]),
    caseOn('delete', at('delete'), (one) => statusVerdict(one, 200, 204)),
    caseOn('look for it', ifDone(at('delete'), at('look for it')), stillThere),
  ];
}

/** The error table has refusals of good requests: an LMS may want more fields, or not know the students. */
function isRefusedByLms(create: Exchange): boolean {
  const rows: readonly string[] = ['lms-errors/lms-missing-required-field', 'lms-errors/no-valid-assignees'];
  return lmsErrorTable.some(
    ({ id, status, pattern, flags }) =>
      rows.includes(id) &&
      create.response?.status === status &&
      new RegExp(pattern, flags).test(messageOf(create)),
  );
}

/** A look after a write that did not succeed shows nothing of it. */
function ifDone(write: Exchange | undefined, look: Exchange | undefined): Exchange | undefined {
  return write && isSuccess(write) ? look : undefined;
}

function recordVerdict(exchange: Exchange): Verdict {
  if (!isSuccess(exchange)) return nothingFound;
  const record = recordIn(exchange);
  const missing = guaranteed.filter((name) => !isText(record?.[name]));
  if (missing.length === 0) return nothingFound;
  return against(
    exchange,
    'the answer is no assignment with its guaranteed fields',
    `{"data": …} with ${guaranteed.join(', ')}`,
    record && `without ${missing.join(', ')}`,
  );
}

/** What was sent with `request` stands in the answer. */
function asSent(exchange: Exchange, request: Exchange | undefined): Verdict {
  const record = recordIn(exchange);
  if (!record || !request) return nothingFound;
  return compareFields(exchange, pick(sentBody(request), writable), record, {
    like: 'as sent',
    strict: kept,
  });
}

/** What was there before and was not named by the change is still there. */
function asBefore(
  exchange: Exchange,
  earlier: Exchange | undefined,
  changed: Members = sentIn(exchange),
): Verdict {
  const [record, before] = [recordIn(exchange), recordIn(earlier)];
  if (!record || !before) return nothingFound;
  const rest = [...writable, 'id'].filter((name) => !Object.hasOwn(changed, name));
  return compareFields(exchange, pick(before, rest), record, { like: 'as it was before', strict: rest });
}

function sentIn(exchange: Exchange | undefined): Members {
  return exchange ? sentBody(exchange) : {};
}

function stillThere(exchange: Exchange): Verdict {
  if (exchange.response?.status === 404) return nothingFound;
  return against(exchange, 'a deleted assignment is not gone', '404');
}

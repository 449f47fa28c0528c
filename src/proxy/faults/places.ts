import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { knownVersions } from '../../../contracts/versions.ts';
import { apiFor } from '../../api.ts';
import { UsageError } from '../../errors.ts';
import { failing, resetIn, tooMany } from '../../scenarios/answers.ts';
import type { Answer, Asked, Rule, Scenario } from '../../scenarios/scenario.ts';
import { nearest } from '../../text/nearest.ts';

/**
 * Faults at a place, as they are typed: `429@page:2`, `503x3@students`, `reset@body`, `slow=20s@POST`. Before the first `@` what
 * happens, and how often; after it where: a page of a list, a word of the path, or a method.
 */

const form = /^(\d{3}|reset|slow=(\d{1,3})s?)(?:x(\d{1,3}))?((?:@[\w:-]+)+)$/;
const remedy =
  'Write what happens and where: 429@page:2, 503x3@students, reset@body, slow=20s@POST; or name a scenario, such as backoff/503-once-on-every-page.';

/** Whether a text is meant as a fault at a place; names of scenarios have no `@`. */
export function isPlaceFault(text: string): boolean {
  return text.includes('@');
}

/** A fault at a place as a scenario. Throws `UsageError`. */
export function placeFault(text: string): Scenario {
  const [, what = '', seconds, times = '1', where = ''] = form.exec(text) ?? [];
  const status = Number(what);
  const places = where.split('@').slice(1);
  const isCut = places.includes('body');
  const isNever = Number(times) === 0 || places.includes('page:0');
  if (what === '' || isNever || (status < 400 && status > 0) || status > 599 || (isCut && what !== 'reset'))
    throw new UsageError(`--inject "${text}" is not a fault at a place.`, remedy);
  const conditions = places.filter((one) => one !== 'body').map((one) => conditionOf(one, text));
  return {
    name: `explored/${text}`,
    title: `${what}${Number(times) > 1 ? ` ${times} times` : ''} at ${places.join(', ')}`,
    provokes: provokedBy(what),
    job: places.includes('POST') ? 'create-assignment' : 'sync:students',
    rules: [
      {
        label: text,
        when: (asked) => conditions.every((one) => one(asked)),
        times: Number(times),
        answer: answerOf(what, Number(seconds), isCut),
      },
    ],
  };
}

function conditionOf(place: string, text: string): Rule['when'] {
  const page = /^page:(\d{1,4})$/.exec(place)?.[1];
  if (page !== undefined) return (asked) => asked.page === Number(page) - 1;
  if (place.includes(':')) throw new UsageError(`--inject "${text}" is not a fault at a place.`, remedy);
  if (methods.includes(place)) return ({ method }) => method === place;
  // What has a digit may be the id of a record.
  if (!/\d/.test(place) && !words().includes(place)) {
    const [guess] = nearest(place, [...words(), ...methods]);
    throw new UsageError(
      `--inject "${text}": no documented path has "${place}", so it would never happen.`,
      guess === undefined ? remedy : `Did you mean ${guess}?`,
    );
  }
  return ({ pathname }) => pathname.split('/').includes(place);
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Of the paths of every version. */
function words(): readonly string[] {
  const paths = knownVersions.flatMap((profile) => apiFor(profile).operations.map(({ path }) => path));
  return [...new Set(paths.flatMap((path) => path.split('/').filter((word) => /^\w/.test(word))))];
}

function answerOf(what: string, seconds: number, isCut: boolean): Rule['answer'] {
  if (what === 'reset') return (): Answer => ({ close: isCut ? 'mid-body' : 'before' });
  if (what.startsWith('slow')) return (): Answer => ({ delayMs: 1000 * seconds });
  if (what === '429') return (_good, asked: Asked) => tooMany(resetIn(2, asked));
  return failing(Number(what));
}

const backoff: readonly ClientRequirementId[] = [
  'backoff/client-first-wait-1s',
  'backoff/client-waits-double',
  'backoff/client-at-most-five-retries',
];
const provoked: Readonly<Record<string, readonly ClientRequirementId[]>> = {
  429: [
    'rate-limit/client-waits-for-reset',
    'rate-limit/client-continues-after-429',
    'rate-limit/client-survives-empty-429',
  ],
  413: ['errors/client-lowers-limit-on-413'],
  reset: ['errors/client-treats-page-error-as-incomplete'],
  ...Object.fromEntries(
    ([500, 502, 503] as const).map((status) => [status, [...backoff, `backoff/client-retries-${status}`]]),
  ),
  ...Object.fromEntries(
    ([400, 401, 403, 404, 405, 501] as const).map((status) => [
      status,
      [`backoff/client-no-retry-${status}`],
    ]),
  ),
};

/** What every client is held to, whatever happens, and what the fault is about. */
function provokedBy(what: string): readonly ClientRequirementId[] {
  return ['access/client-sends-bearer', 'safety/client-keeps-token-on-origin', ...(provoked[what] ?? [])];
}

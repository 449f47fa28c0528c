import { textOf } from '../../text/json.ts';
import type { Link } from '../body.ts';
import type { Certainty } from '../certainty.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import { pathCreatedBy, recordOf, sentBody, submissionsOf } from './responses.ts';
import { sectionOf, textsIn } from './sections.ts';

/** The greatest limit, which also applies where the request names none. */
const maxLimit = 100;

/** A response to a request for submissions. */
export interface SubmissionPage {
  readonly exchange: ReadExchange;
  /** Whether it is a 200 with the documented list. */
  readonly isList: boolean;
  /** Students of the submissions, in their order. */
  readonly students: readonly string[];
  /** Assignments that the submissions name other than that of the path. */
  readonly otherAssignments: readonly string[];
  /** Every value in the submissions; an opaque cursor is none of them. */
  readonly values: readonly unknown[];
  /** The limit that applies; `undefined` where the request named one that is not a number. */
  readonly limit: number | undefined;
  readonly links: readonly Link[];
  /** The cursor of the request. */
  readonly cursor: string | undefined;
}

/** Submissions of one assignment, as they were requested for one case. */
export interface SubmissionList {
  readonly name: string;
  /**
   * `walk`: its pages, each reached by the link of the page before it. `limit`: a limit that the documents do not allow.
   * `again`: a page, and what its link led to when it was followed once more. `other`: any other pages.
   */
  readonly kind: 'walk' | 'limit' | 'again' | 'other';
  readonly pages: readonly SubmissionPage[];
  /** The students that the suite's assignment was created for; empty where its creation is not in the traffic. */
  readonly assigned: readonly string[];
}

/** The lists of submissions: those that were walked for the requirement, and every other one. */
export function readSubmissionLists(
  exchanges: readonly ReadExchange[],
  cases: readonly StepCase<'lms/submissions-listed'>[],
  certainty: Certainty,
): readonly SubmissionList[] {
  const steps = cases.flatMap(({ name, exchanges: some, roles }): readonly SubmissionList[] => {
    const again = roles('again');
    const pages = some.filter((one) => isSubmissionList(one) && !again.includes(one)).map(readPage);
    const [first] = pages;
    if (!first) return [];
    const kind = isAllowed(first) ? 'walk' : 'limit';
    return [
      { name, kind, pages, assigned: assignedIn(first, exchanges, certainty) },
      ...again.flatMap((one): readonly SubmissionList[] => {
        const before = pages.find(({ exchange }) => exchange.request.path === one.request.path);
        return before?.isList
          ? [{ name: `${name}, again`, kind: 'again', pages: [before, readPage(one)], assigned: [] }]
          : [];
      }),
    ];
  });
  const placed = new Set(cases.flatMap((one) => one.exchanges));
  const others = exchanges
    .filter((one) => !placed.has(one) && isSubmissionList(one))
    .map(readPage)
    .filter((one) => one.isList);
  return [
    ...steps,
    ...(others.length > 0
      ? [{ name: 'other lists', kind: 'other' as const, pages: others, assigned: [] }]
      : []),
  ];
}

function isSubmissionList({ addressed }: ReadExchange): boolean {
  return addressed?.operation.id === 'getSubmissionsForAssignment';
}

function readPage(exchange: ReadExchange): SubmissionPage {
  const submissions = submissionsOf(exchange);
  const limit = Number(exchange.query.get('limit') ?? maxLimit);
  return {
    exchange,
    isList: submissions !== undefined,
    students: submissions?.map((one) => textOf(one.user_id)) ?? [],
    otherAssignments:
      submissions
        ?.map((one) => textOf(one.assignment_id))
        .filter((id) => id !== '' && !exchange.pathname.toLowerCase().includes(`/${id.toLowerCase()}/`)) ??
      [],
    values: submissions?.flatMap((one) => Object.values(one)) ?? [],
    limit: Number.isNaN(limit) ? undefined : limit,
    links: exchange.links,
    cursor: exchange.query.get('cursor') ?? undefined,
  };
}

function isAllowed({ limit = 0 }: SubmissionPage): boolean {
  return limit >= 1 && limit <= maxLimit;
}

/** Of an assignment for the whole class, an LMS may not know every student of a district that is not made up. */
function assignedIn(
  { exchange: page }: SubmissionPage,
  exchanges: readonly ReadExchange[],
  { syntheticData }: Certainty,
): readonly string[] {
  const created = exchanges.find(
    (one) =>
      one.method === 'POST' &&
      typeof recordOf(one)?.id === 'string' &&
      page.pathname === `${pathCreatedBy(one)}/submissions`,
  );
  const { assignee_ids: ids, assignee_mode: mode } = sentBody(created);
  if (mode === 'all') return syntheticData ? textsIn(sectionOf(page, exchanges)?.students) : [];
  return textsIn(ids);
}

import { type Exchange, jsonOf, pathnameOf, queryOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { JudgeContext } from './judge.ts';
import { lmsOnly, recordIn, sentBody, submissionsIn, troubleOf } from './lms-material.ts';
import { addressOf, casesOf, isText, linksIn } from './material.ts';

const claim = 'lms/submissions-listed';
const mostPerPage = 100;

/** Walks and limits of the prober, and every other list of submissions in the traffic. */
export function submissionsListed(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  const lists = exchanges.filter(
    (one) => addressOf(one, lmsOnly(context.profiles))?.operation.id === 'getSubmissionsForAssignment',
  );
  const provoked = casesOf(lists, claim);
  if (provoked.size === 0 && !lists.some((one) => submissionsIn(one))) return [];
  const elsewhere = lists.filter((one) => one.step?.claim !== claim && submissionsIn(one));
  return [
    ...[...provoked].map(([name, pages]) =>
      isLegalLimit(pages[0]) ? walkCase(name, pages, exchanges) : limitCase(name, pages),
    ),
    ...(elsewhere.length > 0 ? [judged('other lists', elsewhere.flatMap(pageFindings))] : []),
  ];
}

function limitOf(exchange: Exchange | undefined): number {
  const text = exchange ? queryOf(exchange).get('limit') : null;
  return text === null ? mostPerPage : Number(text);
}

function isLegalLimit(exchange: Exchange | undefined): boolean {
  return limitOf(exchange) >= 1 && limitOf(exchange) <= mostPerPage;
}

/** A limit outside of 1 to 100 is a 400 (doubt limit-out-of-range). */
function limitCase(name: string, pages: readonly Exchange[]): CaseOutcome {
  const [exchange] = pages;
  const trouble = exchange && troubleOf(exchange);
  if (!exchange || trouble !== undefined) return undecided(name, 'cantTell', trouble ?? 'not sent');
  if (exchange.response?.status === 400) return judged(name, []);
  return judged(name, [findingAt(exchange, 'a limit outside of 1 to 100 is not refused', '400')]);
}

/** The pages of a walk hold each assigned student once, and it ends. */
function walkCase(name: string, pages: readonly Exchange[], exchanges: readonly Exchange[]): CaseOutcome {
  const trouble = pages.map(troubleOf).find((one) => one !== undefined);
  if (trouble !== undefined) return undecided(name, 'cantTell', trouble);
  const [first] = pages;
  const last = pages.at(-1);
  if (!first || !last) return undecided(name, 'untested', 'not sent');
  const findings = pages.flatMap(pageFindings);
  const students = pages.flatMap((page) => (submissionsIn(page) ?? []).map((one) => String(one.user_id)));
  const assigned = assignedIn(first, exchanges);
  if (findings.length === 0) {
    if (linksIn(jsonOf(last)).some((link) => link.rel === 'next'))
      findings.push(findingAt(last, 'the walk does not end', 'a last page without next', 'a next link'));
    const twice = students.filter((id, index) => students.indexOf(id) !== index);
    if (twice.length > 0) findings.push(findingAt(last, 'students stand twice', 'each once', list(twice)));
    const missing = assigned.filter((id) => !students.includes(id));
    if (missing.length > 0)
      findings.push(findingAt(last, 'assigned students are missing', 'a submission of each', list(missing)));
    const strangers = students.filter((id) => assigned.length > 0 && !assigned.includes(id));
    if (strangers.length > 0)
      findings.push(
        findingAt(last, 'others than the assigned have one', 'the assigned only', list(strangers)),
      );
  }
  if (findings.length === 0 && students.length === 0)
    return undecided(name, 'untested', 'the assignment has no submissions');
  return judged(name, findings);
}

/** The students that our own assignment was made for; none where its creation is not in the traffic. */
function assignedIn(page: Exchange, exchanges: readonly Exchange[]): readonly string[] {
  const created = exchanges.find((one) => {
    const id = one.request.method === 'POST' ? recordIn(one)?.id : undefined;
    return isText(id) && pathnameOf(page) === `${pathnameOf(one)}/${id}/submissions`;
  });
  const ids = created ? sentBody(created).assignee_ids : undefined;
  return Array.isArray(ids) ? ids.filter(isText) : [];
}

/** What each page has to keep by itself. */
function pageFindings(page: Exchange): Finding[] {
  const records = submissionsIn(page);
  if (!records) return [findingAt(page, 'no list of submissions', '200 with data')];
  const limit = limitOf(page);
  const findings: Finding[] = [];
  if (records.length > limit)
    findings.push(findingAt(page, 'the page is too long', `at most ${limit}`, String(records.length)));
  const links = linksIn(jsonOf(page));
  const rels = links.map((link) => link.rel).filter((rel) => rel !== 'next');
  if (rels.length > 0 || links.length > 1)
    findings.push(
      findingAt(page, 'other links than one next', 'only next', list(links.map((one) => one.rel))),
    );
  for (const { rel, uri } of links) {
    if (rel !== 'next') continue;
    const isOwnList = uri.startsWith(`${pathnameOf(page)}?`);
    const cursor = new URLSearchParams(uri.slice(uri.indexOf('?') + 1)).get('cursor');
    if (!isOwnList || cursor === null || cursor === '')
      findings.push(
        findingAt(page, 'next does not lead on by a cursor', `${pathnameOf(page)}?…cursor=…`, uri),
      );
    else if (cursor === queryOf(page).get('cursor'))
      findings.push(findingAt(page, 'next leads to the same page', 'another cursor', uri));
    else if (records.some((one) => Object.values(one).includes(cursor)))
      findings.push(findingAt(page, 'the cursor is no opaque one', 'no id of the page', uri));
  }
  return findings;
}

function list(texts: readonly string[]): string {
  return texts.join(', ');
}

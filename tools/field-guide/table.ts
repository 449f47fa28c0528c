import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { Report } from '../../src/report/model/report.ts';
import type { ReportRow } from '../../src/report/model/report-row.ts';
import type { Subject } from './subjects.ts';

type Excerpt = Pick<Report, 'startedAt' | 'durationMs' | 'environment' | 'requirements'>;

/** A subject with what came out. */
export interface Judged extends Subject {
  /** Exact versions, by package. */
  readonly versions: Readonly<Record<string, string>>;
  readonly report: Excerpt;
  /** The same in the newest version; absent where the subject does not know it. */
  readonly inNewest?: Excerpt | undefined;
}

const words: Readonly<Record<ReportRow['outcome'], string>> = {
  passed: 'kept',
  failed: '**broken**',
  cantTell: 'cannot tell',
  untested: 'untested',
  inapplicable: 'does not apply',
};

/**
 * What the glue decides where the library does not walk: following links, what is held and claimed, where to go on. The
 * other rules are about sending, waiting and repeating.
 */
export const decidedByGlue: readonly ClientRequirementId[] = [
  'data/client-tolerates-absent-and-unknown',
  'lms/client-writes-what-the-job-says',
  'pagination/client-follows-next',
  'pagination/client-uses-link-as-given',
  'pagination/client-resolves-relative-links',
  'pagination/client-continues-past-short-page',
  'pagination/client-stops-at-the-end',
  'pagination/client-accepts-any-link-order',
  'pagination/client-limit-within-10000',
  'pagination/client-holds-each-record-once',
  'pagination/client-holds-repeated-record-once',
  'pagination/client-distrusts-missing-links',
  'pagination/client-stops-on-cycle',
  'errors/client-treats-page-error-as-incomplete',
  'backoff/client-reports-incomplete',
  'backoff/client-resumes-later',
  'safety/client-bounded-pages',
];

/** A Markdown table of requirements against subjects, for the requirements of which `has` is true. */
export function renderTable(all: readonly Judged[], has: (id: string) => boolean): string {
  const rows = (all[0]?.report.requirements ?? []).filter(({ id }) => has(id));
  return table([
    ['requirement', 'level', ...all.map(({ title }) => title)],
    ...rows.map(({ id, level }) => [
      `\`${id}\``,
      level,
      ...all.map(
        ({ report }) => words[report.requirements.find((row) => row.id === id)?.outcome ?? 'untested'],
      ),
    ]),
  ]);
}

/** How many requirements came out how, for each subject. */
export function renderCounts(all: readonly Judged[]): string {
  const outcomes = ['passed', 'failed', 'cantTell', 'untested'] as const;
  return table([
    ['', 'versions', 'kept', 'broken, required', 'broken, recommended', 'cannot tell', 'untested'],
    ...all.map(({ title, versions, report: { requirements } }) => {
      const count = (has: (row: ReportRow) => boolean) => String(requirements.filter(has).length);
      return [
        title,
        Object.entries(versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(', '),
        ...outcomes.flatMap((one) =>
          one === 'failed'
            ? [
                count(({ outcome, level }) => outcome === one && level === 'required'),
                count(({ outcome, level }) => outcome === one && level !== 'required'),
              ]
            : [count(({ outcome }) => outcome === one)],
        ),
      ];
    }),
  ]);
}

/** What came out in another way in the newest version than in the oldest, `v2.0`, of each subject that was judged in it. */
export function renderDifferences(all: readonly Judged[], oldest: string): string {
  const lines = all.flatMap(({ title, report, inNewest }) =>
    (inNewest?.requirements ?? []).flatMap(({ id, outcome }) => {
      const before = report.requirements.find((row) => row.id === id)?.outcome ?? 'untested';
      return before === outcome ? [] : [`- ${title}: \`${id}\` is ${words[outcome]}, not ${words[before]}`];
    }),
  );
  return lines.length > 0 ? lines.join('\n') : `Every rule came out as in ${oldest}.`;
}

/** One line for each rule that a subject breaks, from the first finding; what could not be decided or was untested, with the reason. */
export function renderEvidence({ report: { requirements } }: Judged): string {
  const lines = requirements.flatMap(({ id, outcome, why, cases, findings }) => {
    if (outcome === 'passed') return [];
    const [first] = findings;
    if (outcome !== 'failed' || !first)
      return [`- \`${id}\`, ${words[outcome]}${partOf(cases, outcome)}: ${sentence(why ?? '')}`];
    const others = new Set(findings.map((one) => one.case)).size - 1;
    const more = others > 0 ? ` (and in ${others} more)` : '';
    const { message, expected, actual } = first;
    return [
      `- \`${id}\` in ${plain(first.case)}${more}: ${sentence(message)} Expected: ${sentence(expected)} Seen: ${sentence(actual)}`,
    ];
  });
  return lines.length > 0 ? lines.join('\n') : 'Nothing broken.';
}

/** One case that was not seen makes a whole requirement untested; the others are worth telling. */
function partOf(cases: ReportRow['cases'], outcome: ReportRow['outcome']): string {
  const kept = cases.filter((one) => one.outcome === 'passed').length;
  const open = cases.filter((one) => one.outcome === outcome).length;
  return kept > 0 ? ` in ${open} of ${cases.length} cases, kept in ${kept}` : '';
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const longest = 240;

/** Text of a client or a server as one line of Markdown that is nothing but text. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > longest ? `${line.slice(0, longest)} …` : line;
  return cut.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

function sentence(text: string): string {
  return plain(text).replace(/(?<![.…])$/, '.');
}

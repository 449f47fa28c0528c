import { join } from 'node:path';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import {
  countInteractions,
  type InteractionResult,
  type Mismatch,
  type PactReport,
  type PactResult,
  verdictOf,
} from '../../pacts/pact-result.ts';
import { cap, count, escapeTerminal } from '../../report/escape.ts';
import { type Io, isColorful } from '../io.ts';
import { version } from '../package.ts';
import type { PactOutputFlags } from './flags.ts';
import { renderPactJunit } from './junit.ts';

/** The name of the report in its folder. */
export const pactReportFile = 'pact-report.json';

/** What a terminal shows before it points to the file. */
const limits = { interactions: 40, mismatches: 5, text: 400 } as const;

/** Puts a report together. */
export function buildPactReport(
  pacts: readonly PactResult[],
  rest: Pick<PactReport, 'verb' | 'against'> & { readonly startedAtMs: number },
): PactReport {
  const counts = countInteractions(pacts);
  return {
    format: 'clever-conformance/pact-report',
    formatVersion: 1,
    tool: { name: 'clever-conformance', version },
    verb: rest.verb,
    against: rest.against,
    startedAt: new Date(rest.startedAtMs).toISOString(),
    durationMs: Date.now() - rest.startedAtMs,
    verdict: verdictOf(counts),
    counts,
    pacts,
  };
}

/** Writes `pact-report.json` and `junit.xml` into a folder. Throws `SuiteFault` where one cannot be written. */
export async function writePactReport(folder: string, report: PactReport): Promise<void> {
  await writeFileAtomic(join(folder, pactReportFile), `${JSON.stringify(report, null, 2)}\n`);
  await writeFileAtomic(join(folder, 'junit.xml'), renderPactJunit(report));
}

/** Prints the report: as JSON, or as a summary for people. */
export function printPactReport(report: PactReport, flags: PactOutputFlags, io: Io): void {
  const text = flags.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : renderPactConsole(report, { color: isColorful(io, flags.color), quiet: flags.quiet === true });
  io.stdout.write(text);
}

/**
 * The summary: a line per pact, each interaction that failed with its mismatches, what stayed untested by reason, and the
 * verdict. Text from pacts and servers is shown, never obeyed. Ends with a line break.
 */
export function renderPactConsole(
  report: PactReport,
  options: { readonly color: boolean; readonly quiet: boolean },
): string {
  const paint = (code: number, text: string) => (options.color ? `\x1b[${code}m${text}\x1b[39m` : text);
  const mark = (one: InteractionResult) =>
    one.outcome === 'failed' ? paint(one.pending ? 33 : 31, one.pending ? '!' : '✗') : paint(33, '?');
  const told = report.pacts.flatMap((pact) => {
    const broken = pact.interactions.filter((one) => one.outcome === 'failed');
    const warned = pact.interactions.filter(
      (one) => one.outcome === 'passed' && one.mismatches.length > 0 && !options.quiet,
    );
    const lines = [...broken, ...warned]
      .slice(0, limits.interactions)
      .flatMap((one) => [
        `  ${one.outcome === 'passed' ? paint(33, '!') : mark(one)} ${shown(one.description)}${one.pending ? ' (pending)' : ''}`,
        ...(options.quiet ? [] : mismatchLines(one)),
      ]);
    const more = broken.length + warned.length - limits.interactions;
    return [
      ...(options.quiet ? [] : [`${pactLine(pact, paint)}`]),
      ...lines,
      ...(more > 0 ? [`    and ${count(more, 'more interaction')} in ${pactReportFile}`] : []),
      ...(options.quiet ? [] : untestedLines(pact.interactions)),
    ];
  });
  return `${[...told, ...(options.quiet ? [] : ['']), ...verdictLines(report, paint)].join('\n')}\n`;
}

type Paint = (code: number, text: string) => string;

function pactLine({ consumer, provider, source, interactions }: PactResult, paint: Paint): string {
  const passed = interactions.filter((one) => one.outcome === 'passed').length;
  const good = interactions.every((one) => one.outcome !== 'failed' || one.pending);
  const head = `${shown(consumer)} → ${shown(provider)}`;
  return `${good ? paint(32, '✓') : paint(31, '✗')} ${head}  ${passed} of ${count(interactions.length, 'interaction')} passed  (${shown(source)})`;
}

function mismatchLines({ request, states, mismatches }: InteractionResult): string[] {
  const lines = mismatches
    .slice(0, limits.mismatches)
    .flatMap((one) => [
      `      ${placeOf(one)}${shown(one.message)}${one.warning ? ' (does not count)' : ''}`,
      ...(one.document === undefined ? [] : [`        document: ${shown(one.document)}`]),
    ]);
  const more = mismatches.length - limits.mismatches;
  return [
    `      ${shown(request)}${states.length > 0 ? `, given ${states.map(shown).join(', ')}` : ''}`,
    ...lines,
    ...(more > 0 ? [`      and ${count(more, 'more mismatch', 'more mismatches')}`] : []),
  ];
}

/** Where a mismatch is, for the start of a line. */
export function placeOf({ part, at }: Mismatch): string {
  return `${part}${at === '' ? '' : ` ${shown(at)}`}: `;
}

/** What could not be verified, by reason. */
function untestedLines(interactions: readonly InteractionResult[]): string[] {
  const byWhy = Map.groupBy(
    interactions.filter((one) => one.outcome === 'untested'),
    (one) => one.why ?? '',
  );
  return [...byWhy].map(([why, ones]) => `  ? ${count(ones.length, 'interaction')} untested: ${shown(why)}`);
}

const againstWords = { sandbox: 'the', live: 'the server', documents: 'the' } as const;

function verdictLines({ counts, verdict, verb, against }: PactReport, paint: Paint): string[] {
  const { passed, failed, pending, untested } = counts;
  const total = passed + failed + pending + untested;
  const colors = { conforming: 32, 'non-conforming': 31, inconclusive: 33 } as const;
  const whom = `${againstWords[against.kind]} ${shown(against.name)}`;
  const why = {
    conforming:
      verb === 'verify'
        ? `${whom} keeps what the pacts expect and could be verified`
        : `the pacts expect nothing that ${whom} do not promise`,
    'non-conforming':
      verb === 'verify'
        ? `${whom} breaks ${count(failed, 'interaction')}`
        : `${count(failed, 'interaction')} expect what ${whom} do not promise`,
    inconclusive: 'nothing was verified',
  }[verdict];
  return [
    `${count(total, 'interaction')}: ${passed} passed · ${failed} failed · ${pending} pending · ${untested} untested`,
    `${paint(colors[verdict], verdict)}: ${why}.`,
  ];
}

function shown(text: string): string {
  return escapeTerminal(cap(text, limits.text));
}

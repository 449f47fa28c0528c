import { join } from 'node:path';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { version } from '../../package.ts';
import {
  countInteractions,
  type InteractionResult,
  type Mismatch,
  type PactReport,
  type PactResult,
  verdictOf,
} from '../../pacts/pact-result.ts';
import { cap, count, escapeTerminal } from '../../report/escape.ts';
import { filesNamed, type OwnFile } from '../../report/files/own-files.ts';
import { type Io, isColorful } from '../io.ts';
import type { PactOutputFlags } from './flags.ts';
import { renderPactJunit } from './junit.ts';

export const pactReportFile = 'pact-report.json';

export const pactFiles: readonly OwnFile[] = filesNamed(pactReportFile, 'junit.xml');

/** Limits of the console summary. */
const limits = { interactions: 40, mismatches: 5, text: 400 } as const;

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

/** Writes `pact-report.json` and `junit.xml` into a directory. Throws `SuiteFault` if writing fails. */
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
 * The summary: a line per pact, failed interactions with their mismatches, untested interactions by reason, and the
 * verdict. Text from pacts and servers is escaped. Ends with a newline.
 */
export function renderPactConsole(
  report: PactReport,
  options: { readonly color: boolean; readonly quiet: boolean },
): string {
  const paint = (code: number, text: string) => (options.color ? `\x1b[${code}m${text}\x1b[39m` : text);
  const mark = (one: InteractionResult) =>
    one.outcome === 'failed' ? paint(one.pending ? 33 : 31, one.pending ? '!' : '✗') : paint(33, '?');
  const pactLines = report.pacts.flatMap((pact) => {
    const failed = pact.interactions.filter((one) => one.outcome === 'failed');
    const warned = pact.interactions.filter(
      (one) => one.outcome === 'passed' && one.mismatches.length > 0 && !options.quiet,
    );
    const lines = [...failed, ...warned]
      .slice(0, limits.interactions)
      .flatMap((one) => [
        `  ${one.outcome === 'passed' ? paint(33, '!') : mark(one)} ${shown(one.description)}${one.pending ? ' (pending)' : ''}`,
        ...(options.quiet ? [] : mismatchLines(one)),
      ]);
    const more = failed.length + warned.length - limits.interactions;
    return [
      ...(options.quiet ? [] : [`${pactLine(pact, paint)}`]),
      ...lines,
      ...(more > 0 ? [`    and ${count(more, 'more interaction')} in ${pactReportFile}`] : []),
      ...(options.quiet ? [] : untestedLines(pact.interactions)),
    ];
  });
  return `${[...pactLines, ...(options.quiet ? [] : ['']), ...verdictLines(report, paint)].join('\n')}\n`;
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
      `      ${placeOf(one)}${shown(one.message)}${one.warning ? ' (warning)' : ''}`,
      ...(one.document === undefined ? [] : [`        document: ${shown(one.document)}`]),
    ]);
  const more = mismatches.length - limits.mismatches;
  return [
    `      ${shown(request)}${states.length > 0 ? `, given ${states.map(shown).join(', ')}` : ''}`,
    ...lines,
    ...(more > 0 ? [`      and ${count(more, 'more mismatch', 'more mismatches')}`] : []),
  ];
}

/** The location prefix of a mismatch. */
export function placeOf({ part, at }: Mismatch): string {
  return `${part}${at === '' ? '' : ` ${shown(at)}`}: `;
}

function untestedLines(interactions: readonly InteractionResult[]): string[] {
  const byReason = Map.groupBy(
    interactions.filter((one) => one.outcome === 'untested'),
    (one) => one.why ?? '',
  );
  return [...byReason].map(
    ([reason, ones]) => `  ? ${count(ones.length, 'interaction')} untested: ${shown(reason)}`,
  );
}

const againstWords = { sandbox: 'the', live: 'the server', documents: 'the' } as const;

function verdictLines({ counts, verdict, verb, against }: PactReport, paint: Paint): string[] {
  const { passed, failed, pending, untested } = counts;
  const total = passed + failed + pending + untested;
  const colors = { conforming: 32, 'non-conforming': 31, inconclusive: 33 } as const;
  const subject = `${againstWords[against.kind]} ${shown(against.name)}`;
  const summary = {
    conforming:
      verb === 'verify'
        ? `${subject} meets the pact expectations that could be verified`
        : `the pacts match ${subject}`,
    'non-conforming':
      verb === 'verify'
        ? `${subject} fails ${count(failed, 'interaction')}`
        : `${count(failed, 'interaction')} not covered by ${subject}`,
    inconclusive: 'no interaction was verified',
  }[verdict];
  return [
    `${count(total, 'interaction')}: ${passed} passed · ${failed} failed · ${pending} pending · ${untested} untested`,
    `${paint(colors[verdict], verdict)}: ${summary}.`,
  ];
}

function shown(text: string): string {
  return escapeTerminal(cap(text, limits.text));
}

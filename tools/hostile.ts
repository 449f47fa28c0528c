/**
 * Runs the built command line on hostile inputs, each as a real process, and prints a table: exit code, seconds and peak memory, and
 * whether it held. Ends with 1 if one did not. Linux only.
 *
 *   npm run build && node tools/hostile.ts [first row, default 1] [last row, default 62]
 */
import { clientRows } from './hostile/client-rows.ts';
import { fileRows } from './hostile/file-rows.ts';
import type { Row } from './hostile/row.ts';
import { serverRows } from './hostile/server-rows.ts';

/** Inputs that the suite does not have, or that other tests show. */
const elsewhere: readonly Row[] = [
  {
    row: 36,
    what: 'no Date, or garbage',
    notApplicable: 'judged, not read: the claims about waits have mutants of it (prove)',
  },
  {
    row: 37,
    what: 'counters that contradict themselves',
    notApplicable: 'judged: mutants of rate-limit (prove)',
  },
  {
    row: 40,
    what: 'a POST whose response is lost',
    notApplicable: 'judged: scenario create-whose-answer-is-lost (prove)',
  },
  { row: 41, what: 'a 404 to a repeated DELETE', notApplicable: 'judged: scenarios of lms (prove)' },
  {
    row: 51,
    what: 'equal names of tests',
    notApplicable: 'names are ids of the catalogue and cases, unique by a test of the JUnit report',
  },
  { row: 58, what: 'OpenAPI with remote references', notApplicable: 'no OpenAPI document of a user is read' },
];

const [first = 1, last = 62] = process.argv.slice(2).map(Number);
const rows = [...serverRows, ...clientRows, ...fileRows, ...elsewhere]
  .filter(({ row }) => row >= first && row <= last)
  .sort((one, other) => one.row - other.row);
let faults = 0;
process.stdout.write(
  '| # | input | outcome | exit code | seconds | peak MiB |\n| --: | --- | --- | --: | --: | --: |\n',
);
for (const { row, what, run, notApplicable } of rows) {
  const result = await run?.();
  const start = `| ${row} | ${what.replaceAll('|', '\\|')} |`;
  if (!result) process.stdout.write(`${start} not applicable: ${notApplicable} | | | |\n`);
  else {
    if (result.fault !== '') faults++;
    const outcome = result.fault === '' ? 'held' : `**not held**: ${result.fault}`;
    process.stdout.write(
      `${start} ${outcome} | ${result.code} | ${result.seconds.toFixed(1)} | ${result.peakMib.toFixed(0)} |\n`,
    );
  }
}
process.exitCode = faults > 0 ? 1 : 0;

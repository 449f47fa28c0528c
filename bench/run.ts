/**
 * `npm run bench`: three figures about speed, each as a ratio or an absolute of one machine in one run. Machines differ
 * and are noisy: compare the ratios, not the milliseconds.
 */
import { measureCold } from './cold.ts';
import { measureJudging } from './judging.ts';
import { measureServing } from './serving.ts';

const row = (what: string, figure: string, goal: string) =>
  process.stdout.write(`${what.padEnd(44)} ${figure.padEnd(34)} goal: ${goal}\n`);

const cold = await measureCold();
row(
  'cold wall of `server`, embedded sandbox',
  `${cold.wallMs.toFixed(0)} ms (median of ${cold.runs})`,
  'under 1500 ms',
);
row('peak memory of the same', `${cold.peakMb.toFixed(0)} MB`, 'under 250 MB');

const serving = await measureServing();
row(
  'sandbox on a port : bare node:http',
  `${serving.ratio.toFixed(2)} (${serving.sandbox.toFixed(0)} : ${serving.bare.toFixed(0)} requests/s)`,
  'at least 0.50',
);

const judging = await measureJudging();
row(
  'judged requests : bare fetch loop',
  `${judging.ratio.toFixed(2)} (${judging.judged.toFixed(0)} : ${judging.bare.toFixed(0)} requests/s)`,
  'at least 0.70',
);

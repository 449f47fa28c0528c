/**
 * `npm run build && npm run bench`: the performance figures that a few minutes show. Machines differ and are noisy: ratios are comparable,
 * since their two sides alternate; milliseconds only if the CPU time is similar.
 */
import { measureCold } from './cold.ts';
import { measureJudging } from './judging.ts';
import { measureLibrary } from './library.ts';
import { measureLive } from './live.ts';
import { measureProxying } from './proxying.ts';
import { measureServing } from './serving.ts';

const row = (what: string, figure: string, goal: string) =>
  process.stdout.write(`${what.padEnd(40)} ${figure.padEnd(52)} goal: ${goal}\n`);

const cold = measureCold();
row(
  'cold wall of `server`, embedded sandbox',
  `${cold.wallMs.toFixed(0)} ms (${cold.runs} runs; fastest ${cold.fastestMs.toFixed(0)}, processor ${cold.cpuMs.toFixed(0)})`,
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

const live = await measureLive();
row(
  'processor of a run at a port : in process',
  `${live.overInProcess.toFixed(2)} (${live.liveMs.toFixed(0)} : ${live.inProcessMs.toFixed(0)} ms; redaction and leak guard included)`,
  'at most 1.50',
);
row(
  'processor of a run at a port : bare loop',
  `${live.overBare.toFixed(2)} (${live.liveMs.toFixed(0)} : ${live.bareMs.toFixed(0)} ms, the same requests)`,
  'at most 3',
);

const library = await measureLibrary();
row(
  'requests judged per processor second',
  `${library.plain.toFixed(0)}; with the leak guard ${library.guarded.toFixed(0)}`,
  'at least 1000; 600',
);

const proxying = await measureProxying();
row(
  'a loop through the proxy : without it',
  `${proxying.ratio.toFixed(2)} (${proxying.through.toFixed(0)} : ${proxying.direct.toFixed(0)} pages/s)`,
  'at least 0.60',
);

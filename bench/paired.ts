/**
 * `node bench/paired.ts OTHER [verb and flags, default server --quiet]`: a verb of this checkout against the same one of another checkout,
 * both built. The two alternate, so that whatever else the machine does affects both alike.
 */
import { join } from 'node:path';
import { bin, runBuilt, type Usage } from './built.ts';
import { median } from './median.ts';

const rounds = 5;
const [other, ...given] = process.argv.slice(2);
if (other === undefined) throw new Error('Give the directory of another checkout.');
const args = given.length > 0 ? given : ['server', '--quiet'];
const builds = [bin, join(other, 'dist/src/cli/bin.js')] as const;

const pairs = Array.from({ length: rounds + 1 }, () => builds.map((one) => runBuilt(args, {}, one)));
// The first run of each fills its compile cache.
for (const [what, figureOf] of [
  ['processor ms', (one: Usage) => one.cpuMs],
  ['peak MiB', (one: Usage) => one.peakMb],
] as const) {
  const [own, others] = [0, 1].map((at) => pairs.slice(1).map((pair) => figureOf(pair[at] as Usage))) as [
    number[],
    number[],
  ];
  const ratio = median(own.map((one, at) => one / (others[at] as number)));
  process.stdout.write(
    `${what.padEnd(14)} here ${median(own).toFixed(0)}, there ${median(others).toFixed(0)}: ratio ${ratio.toFixed(2)}\n`,
  );
}

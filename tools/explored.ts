/**
 * What exploration finds by itself, and whom it accuses:
 * `node tools/explored.ts servers [--requests 500] [--seed 1] [--only TEXT] [--shard i/n]` explores every hand-made mutant of a
 * server with all probes off (the API that it breaks, or the `--apis` named), `clients` every mutant of a client with all scenarios off,
 * `variants` every conforming variant, `honest [--runs 1000]` the sandbox and the reference client (`--apis all`: in every version). Prints a line for each that was not found (or was accused), and the figures.
 */
import { parseArgs } from 'node:util';
import { readApis } from '../src/cli/selection.ts';
import { honestFigures, variantFigures } from './explored/honest.ts';
import { clientFigures, serverFigures } from './explored/kills.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '500' },
    schedules: { type: 'string', default: '40' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    apis: { type: 'string' },
    shard: { type: 'string', default: '1/1' },
  },
});
const [index = 1, of = 1] = values.shard.split('/').map(Number);
const options = {
  requests: Number(values.requests),
  schedules: Number(values.schedules),
  runs: Number(values.runs),
  seed: Number(values.seed),
  apis: values.apis === undefined ? undefined : readApis(values.apis),
  isChosen: (name: string, at: number) => name.includes(values.only) && at % of === index - 1,
  print: (line: string) => process.stdout.write(`${line}\n`),
};
const [what = 'servers'] = positionals;
if (what === 'servers') await serverFigures(options);
else if (what === 'clients') await clientFigures(options);
else if (what === 'variants') await variantFigures(options);
else await honestFigures(options);

/**
 * Compares the judges of pagination, rate limit and backoff with the second opinion over all mutants of these themes and all legal
 * variants, and prints the agreement by requirement. Two minutes.
 *
 *     node scripts/second-opinion.ts            exit code 1 where one sees a breach and the other does not
 *     node scripts/second-opinion.ts --every    the mutants of every theme, each on every requirement; ten minutes
 */
import type { RequirementId } from '../contracts/requirements/index.ts';
import { clientMutants } from '../src/mutants/clients/index.ts';
import { wholeClient } from '../src/mutants/clients/whole-client.ts';
import { serverMutants } from '../src/mutants/servers/index.ts';
import {
  askAboutClient,
  askAboutServer,
  type Comparison,
  clientOpinionIds,
  fewestStudents,
  serverOpinionIds,
} from '../src/proof/agreement.ts';
import { themeOf } from '../src/requirement.ts';
import { createSandboxPool } from '../src/scenarios/sandbox-pool.ts';
import { clientVariants } from '../src/variants/clients/index.ts';
import { serverVariants } from '../src/variants/servers/index.ts';

const every = process.argv.includes('--every');
const sandboxes = createSandboxPool(1);
const all: (Comparison & { readonly of: string })[] = [];

async function take(of: string, asked: Promise<readonly Comparison[]>): Promise<void> {
  for (const one of await asked) all.push({ of, ...one });
  process.stderr.write('.');
}

/** The requirements that a mutant is asked about: those of its theme, unless every one is wanted. */
function idsFor<Id extends RequirementId>(breaks: RequirementId, ids: readonly Id[]): readonly Id[] {
  return every ? ids : ids.filter((id) => themeOf(id) === themeOf(breaks));
}

await take('the sandbox itself', askAboutServer({}));
for (const { name, breaks, tamper } of serverMutants) {
  const ids = idsFor(breaks, serverOpinionIds);
  const students = every ? 120 : fewestStudents(breaks);
  if (ids.length > 0) await take(name, askAboutServer({ tamper, students }, ids));
}
for (const { name, tamper, subject } of serverVariants)
  await take(name, askAboutServer({ tamper, live: subject === 'live' }));

await take('a client written from the documents', askAboutClient(wholeClient(), sandboxes));
for (const { name, breaks, run } of clientMutants) {
  const ids = idsFor(breaks, clientOpinionIds);
  if (ids.length > 0) await take(name, askAboutClient(run, sandboxes, ids));
}
for (const { name, run } of clientVariants) await take(name, askAboutClient(run, sandboxes));
sandboxes.close();

const lines = [...serverOpinionIds, ...clientOpinionIds].map((id) => {
  const own = all.filter((one) => one.id === id);
  const agree = own.filter(({ verdict }) => verdict === 'agree');
  const breaches = agree.filter(({ opinion }) => opinion.says === 'violated').length;
  return `| ${id} | ${agree.length} of ${own.length} | ${breaches} |`;
});
const apart = all.filter(({ verdict }) => verdict !== 'agree');
const isGrave = ({ judge, opinion }: Comparison) => (judge === 'failed') !== (opinion.says === 'violated');
process.stdout.write(
  [
    '| requirement | the two agree | breaches that both see |',
    '|---|---|---|',
    ...lines,
    '',
    `${all.length - apart.length} of ${all.length} agree, over ${new Set(all.map(({ of }) => of)).size} implementations.`,
    ...apart.map(
      ({ of, id, judge, opinion }) =>
        `${of}: ${id}: judge ${judge}, second opinion ${opinion.says} (exchanges ${opinion.at.join(', ') || 'none'})`,
    ),
    '',
  ].join('\n'),
);
process.exitCode = apart.some(isGrave) ? 1 : 0;

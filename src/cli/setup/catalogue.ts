import { type ApiName, allProfiles } from '../../../contracts/profiles.ts';
import { apiOf, type Level, type Side } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { isPromisedIn } from '../../../contracts/versions.ts';
import { catalogueVersion, findRequirement, selectRequirements } from '../../catalogue.ts';
import { exitCodes, NothingJudgedError } from '../../errors.ts';
import { explainRequirement, listRequirements } from '../../report/formats/catalogue-text.ts';
import { levels, readApis, readChoice, unknownRequirement } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface ListFlags {
  readonly api?: string;
  readonly side?: string;
  readonly level?: string;
  readonly grep?: string;
  readonly requirement?: string[];
  readonly json?: boolean;
}

/** `list` and `explain`: the catalogue for people and, with `--json`, for programs. */
export function addCatalogueVerbs({ program, io, finish }: VerbHost): void {
  program
    .command('list')
    .summary('lists the catalogue of requirements')
    .description('Lists the requirements: id, side, level and claim.')
    .option('--api <names>', 'only what these APIs and versions promise; default: all')
    .option('--side <side>', 'server or client')
    .option('--level <level>', 'required, recommended or observed')
    .option('--grep <text>', 'only requirements with this text in id or claim; * matches anything')
    .option('--requirement <id...>', 'only these requirements')
    .option('--json', 'as JSON, with all members')
    .action((flags: ListFlags) => {
      const selected = select(flags);
      io.stdout.write(
        flags.json
          ? `${JSON.stringify({ catalogueVersion, requirements: selected }, null, 2)}\n`
          : listRequirements(selected),
      );
      finish(exitCodes.conforming);
    });

  program
    .command('explain')
    .argument('<id>', 'a requirement, such as pagination/next-walk-complete')
    .summary('explains one requirement')
    .description(
      'Shows one requirement: claim, source, open questions, how it is exercised, why it matters, how to fix and rerun it.',
    )
    .option('--json', 'as JSON')
    .action((id: string, flags: { readonly json?: boolean }) => {
      const [unknown] = selectRequirements({ ids: [id] }).unknownIds;
      const found = findRequirement(id);
      if (unknown || !found) throw unknownRequirement(unknown ?? { id, suggestions: [] });
      io.stdout.write(flags.json ? `${JSON.stringify(found, null, 2)}\n` : explainRequirement(found));
      finish(exitCodes.conforming);
    });
}

function select(flags: ListFlags) {
  const apis = flags.api === undefined ? undefined : readApis(flags.api);
  const { requirements, unknownIds } = selectRequirements({
    side: flags.side === undefined ? undefined : readChoice<Side>('--side', flags.side, ['server', 'client']),
    level: flags.level === undefined ? undefined : readChoice<Level>('--level', flags.level, levels),
    grep: flags.grep,
    ids: flags.requirement,
  });
  if (unknownIds[0]) throw unknownRequirement(unknownIds[0]);
  const selected = requirements.filter(({ id }) => !apis || isPromisedBy(apis, id));
  if (selected.length === 0) throw new NothingJudgedError('No requirement matches.', 'Relax the filters.');
  return selected;
}

function isPromisedBy(apis: readonly ApiName[], id: string): boolean {
  return allProfiles.some(
    (one) =>
      apis.includes(one.name) && one.kind === apiOf(id) && isPromisedIn(id as ServerRequirementId, one),
  );
}

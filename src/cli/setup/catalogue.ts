import { type ApiName, allProfiles, profiles } from '../../../contracts/profiles.ts';
import { apiOf, type Level, type Side } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { isPromisedIn } from '../../../contracts/versions.ts';
import { catalogueVersion, findRequirement, selectRequirements } from '../../catalogue.ts';
import { exitCodes, NothingJudgedError } from '../../errors.ts';
import { unknownRequirement } from '../../library/selection.ts';
import { explainRequirement, listRequirements } from '../../report/formats/catalogue-text.ts';
import { helpOnFlags, levels, readApis, readChoice, readClientApi } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface ListFlags {
  readonly api?: string;
  readonly side?: string;
  readonly level?: string;
  readonly grep?: string;
  readonly requirement?: string[];
  readonly scenarios?: boolean;
  readonly json?: boolean;
}

/** `list` and `explain`: the catalogue for people and, with `--json`, for programs. */
export function addCatalogueVerbs({ program, io, finish }: VerbHost): void {
  program
    .command('list')
    .summary('lists the catalogue of requirements, or the scenarios')
    .description(
      'Lists the requirements (id, side, level and claim), or the scenarios of a client (name and title).',
    )
    .option('--api <names>', 'only what these APIs and versions promise; default: all')
    .option('--side <side>', 'server or client')
    .option('--level <level>', 'required, recommended or observed')
    .option('--grep <text>', 'only requirements with this text in id or claim; * matches anything')
    .option('--requirement <id...>', 'only these requirements')
    .option('--scenarios', 'list the scenarios of a client instead; with --api, --grep and --requirement')
    .option('--json', 'as JSON, with all members')
    .action(async (flags: ListFlags) => {
      if (flags.scenarios) {
        io.stdout.write(await scenarioList(flags));
        return finish(exitCodes.conforming);
      }
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
    .argument('<id>', 'a requirement, such as pagination/next-walk-complete, or the name of a scenario')
    .summary('explains one requirement or scenario')
    .description(
      'Shows one requirement (claim, source, open questions, how it is exercised, why it matters, how to fix and rerun it), or what the ' +
        'server does in a scenario of a client, step by step.',
    )
    .option('--json', 'as JSON; of a requirement')
    .action(async (id: string, flags: { readonly json?: boolean }) => {
      const found = findRequirement(id);
      if (!found) {
        io.stdout.write(await scenarioText(id));
        return finish(exitCodes.conforming);
      }
      io.stdout.write(flags.json ? `${JSON.stringify(found, null, 2)}\n` : explainRequirement(found));
      finish(exitCodes.conforming);
    });
}

async function scenarioList({ api, grep, requirement, json }: ListFlags): Promise<string> {
  const { chosenScenarios, listScenarios } = await import('./scenarios.ts');
  const profile = api === undefined ? profiles[0] : readClientApi(api);
  const scenarios = chosenScenarios(profile, grep).filter(
    ({ provokes }) => requirement === undefined || provokes.some((id) => requirement.includes(id)),
  );
  if (scenarios.length === 0) throw new NothingJudgedError('No scenario matches.', 'Relax the filters.');
  return json
    ? `${JSON.stringify({ scenarios: scenarios.map(({ name, title, job, provokes }) => ({ name, title, job, provokes })) }, null, 2)}\n`
    : listScenarios(scenarios);
}

/** Throws `UsageError` if the id is neither of a requirement nor of a scenario. */
async function scenarioText(id: string): Promise<string> {
  const { explainScenario, findScenario } = await import('./scenarios.ts');
  const { scenariosLike } = await import('../client/scenario-name.ts');
  const found = findScenario(id);
  if (found) return await explainScenario(found.scenario, found.profile);
  const [unknown] = selectRequirements({ ids: [id] }).unknownIds;
  const suggestions = [...(unknown?.suggestions ?? []), ...scenariosLike(id)];
  throw unknownRequirement({ id, suggestions: suggestions.slice(0, 3) }, helpOnFlags.list);
}

function select(flags: ListFlags) {
  const apis = flags.api === undefined ? undefined : readApis(flags.api);
  const { requirements, unknownIds } = selectRequirements({
    side: flags.side === undefined ? undefined : readChoice<Side>('--side', flags.side, ['server', 'client']),
    level: flags.level === undefined ? undefined : readChoice<Level>('--level', flags.level, levels),
    grep: flags.grep,
    ids: flags.requirement,
  });
  if (unknownIds[0]) throw unknownRequirement(unknownIds[0], helpOnFlags.list);
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

import { type Profile, profiles } from '../../../contracts/profiles.ts';
import { matchesPattern } from '../../catalogue.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import { dataProfiles, jobIn, profilesWith } from '../../job-list.ts';
import { wholeClient } from '../../mutants/clients/whole-client.ts';
import { sequenceLines } from '../../report/console/sequence.ts';
import { count } from '../../report/escape.ts';
import { always } from '../../scenarios/answers.ts';
import { scenariosIn } from '../../scenarios/index.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { stageScenario } from '../../scenarios/serving/stage.ts';
import { readClientTraffic } from '../../traffic/client/client-traffic.ts';

/** As `stage.ts` has them. */
const defaults = { students: 25, pageSize: 10 } as const;

/** The scenarios of a version of the Data API, those with a text in name or title. */
export function chosenScenarios(profile: Profile, pattern: string | undefined): readonly Scenario[] {
  return scenariosIn(profile).filter(
    ({ name, title }) =>
      pattern === undefined || matchesPattern(pattern, name) || matchesPattern(pattern, title),
  );
}

/** A line per scenario: name and title. */
export function listScenarios(scenarios: readonly Scenario[]): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const lines = scenarios.map(({ name, title }) => `${name.padEnd(width)}  ${title}`);
  return `${lines.join('\n')}\n\n${count(scenarios.length, 'scenario')}\n`;
}

/** The scenario with a name, and the first version of the Data API that has it; `undefined` if none has. */
export function findScenario(
  name: string,
): { readonly scenario: Scenario; readonly profile: Profile } | undefined {
  for (const profile of [profiles[0], ...dataProfiles]) {
    const scenario = scenariosIn(profile).find((one) => one.name === name);
    if (scenario) return { scenario, profile };
  }
  return undefined;
}

/** What the server does in a scenario, with the requests of a client that gets through it, played in virtual time. */
export async function explainScenario(scenario: Scenario, profile: Profile): Promise<string> {
  const driver = createModuleDriver(wholeClient(), 'a conforming client');
  const observed = await stageScenario(scenario, { driver, seed: 1, profile });
  const job = jobIn(profile, scenario.job);
  const version = profile === profiles[0] ? '' : ` --api ${profile.name}`;
  const list = `${scenario.students ?? defaults.students} students, at most ${scenario.pageSize ?? defaults.pageSize} records a page`;
  const rules = scenario.rules.map(
    ({ label, times = 1, isTrap }) =>
      `${label}${times === 1 ? '' : times >= always ? ', always' : `, up to ${times} times`}${isTrap ? ' (if a client gets there)' : ''}`,
  );
  const fields: readonly (readonly [name: string, lines: readonly string[]])[] = [
    ['happens', [scenario.title]],
    ['job', [job.startsWith('sync:') ? `${job}: ${list}` : job]],
    ['exercises', scenario.provokes],
    ['server', rules.length === 0 ? ['behaves as usual'] : rules],
    ...(scenario.onlyVirtual ? [['only', ['with --module: it takes minutes of waiting']] as const] : []),
    ['rerun', [`npx clever-conformance client${version} --scenario ${scenario.name} -- COMMAND`]],
  ];
  const body = fields.map(([name, lines]) => `${name.padEnd(10)} ${lines.join(`\n${' '.repeat(11)}`)}`);
  const [played] = readClientTraffic([observed], profilesWith(profile)).scenarios.all;
  const picture = played ? sequenceLines(played) : [];
  return `${scenario.name}\n\n${body.join('\n')}\n\nA client that keeps to the documents:\n\n${picture.join('\n')}\n`;
}

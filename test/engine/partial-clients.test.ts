import { expect } from 'chai';
import { laterProfiles, type Profile, profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import type { ClientRunOptions } from '../../src/engine/client-run.ts';
import { naiveClient } from '../../src/mutants/clients/naive-client.ts';
import { wholeClient } from '../../src/mutants/clients/whole-client.ts';
import { scenariosIn } from '../../src/scenarios/index.ts';
import { judgeModule } from './client-testing.ts';

const [v2] = profiles;
const [, today] = laterProfiles;

const walk = 'pagination/client-follows-next';
const records = 'pagination/client-holds-each-record-once';
const create = 'lms/client-creates-once';
const grade = 'lms/client-final-grade-wins';

/** One scenario of each job. */
const names = new Set([
  'pagination/full-walk',
  'pagination/sections-in-three-pages',
  'pagination/teachers-in-four-pages',
  'pagination/contacts-in-three-pages',
  'pagination/people-of-every-role',
]);

const runOf = (client: ClientModule, profile: Profile, more: Partial<ClientRunOptions> = {}) =>
  judgeModule(client, {
    profile,
    scenarios: scenariosIn(profile).filter(
      ({ name, provokes }) => names.has(name) || provokes.some((id) => id === create || id === grade),
    ),
    ids: new Set<ClientRequirementId>([walk, records, create, grade]),
    ...more,
  });

/** Does some jobs, and refuses the others as the documentation of the protocol shows. */
const only =
  (does: (job: string) => boolean, said = 'this client does not do that'): ClientModule =>
  async (options) =>
    does(options.job) ? await wholeClient()(options) : { complete: false, ids: [], said };

const ends = (text: string) => (job: string) => job.endsWith(text);
const [passed, untested] = ['passed', 'untested'];

describe('a client that does some jobs only', () => {
  for (const [what, profile, does, outcomes] of [
    ['students', v2, ends('students'), [passed, passed, untested, untested]],
    ['students', today, ends('student'), [passed, passed, untested, untested]],
    ['all users', today, ends('users'), [passed, passed, untested, untested]],
    ['teachers', today, ends('teacher'), [passed, passed, untested, untested]],
    ['contacts', today, ends('contact'), [passed, passed, untested, untested]],
    ['sections', v2, ends('sections'), [passed, passed, untested, untested]],
    ['creates', v2, ends('create-assignment'), [untested, untested, passed, untested]],
    ['grades', today, ends('update-submission'), [untested, untested, untested, passed]],
  ] as const)
    it(`is judged by these, ${what} of ${profile.name}, and by nothing else`, async () => {
      for (const said of ['this client does not do that', '']) {
        const { outcomeOf } = await runOf(only(does, said), profile);
        expect(
          [walk, records, create, grade].map((id) => outcomeOf(id as typeof walk).outcome),
        ).to.deep.equal(outcomes);
      }
    });

  it('reads, where all users are its only list, what other clients read of students', async () => {
    const { result } = await runOf(only(ends('users')), today);
    const walks = (result.evidence.observations ?? []).filter(
      ({ scenario }) => scenario === 'pagination/full-walk',
    );
    expect(walks.map(({ job }) => job)).to.deep.equal(['sync:users']);
  });

  it('is judged where the run has none of the others', async () => {
    const { outcomeOf } = await runOf(only(ends('create-assignment')), v2, { ids: new Set([create]) });
    expect(outcomeOf(create).outcome).to.equal('passed');
  });

  it('is not judged if it fails whatever the job', async () => {
    const error = await runOf(
      only(() => false, 'no such module'),
      v2,
    ).catch((fault: Error) => fault);
    expect(error).to.have.property(
      'message',
      'The client "a module" failed before its first request; it printed: no such module',
    );
  });
});

describe('a client that filters users by their roles itself', () => {
  /** Reads all users, whatever role is asked for, and holds those that a test picks. */
  const filtering =
    (has: (roles: readonly string[], role: string) => boolean): ClientModule =>
    async (options) => {
      const [list, role] = options.job.split('?role=');
      const picks = naiveClient({
        mostPages: 300,
        idsIn: (page) =>
          page.data
            .filter(({ data }) => role === undefined || has(Object.keys(data.roles ?? {}), role))
            .map(({ data }) => data.id),
      });
      return await picks({ ...options, job: list as typeof options.job });
    };
  const people = (client: ClientModule) =>
    runOf(client, today, {
      scenarios: scenariosIn(today).filter(({ name }) => /\/teachers-(?:in-four|with-roles)/.test(name)),
    }).then(({ outcomeOf }) => outcomeOf(records).cases.map(({ outcome }) => outcome));

  for (const [what, has, outcomes] of [
    ['each role', (roles, role) => roles.includes(role), ['passed', 'untested']],
    ['the first role', (roles, role) => roles[0] === role, ['failed', 'failed']],
    ['the last role', (roles, role) => roles.at(-1) === role, ['passed', 'untested']],
  ] as const satisfies readonly [string, Parameters<typeof filtering>[0], string[]][])
    it(`by ${what}: ${outcomes.join(' and ')}`, async () => {
      expect(await people(filtering(has))).to.deep.equal(outcomes);
    });

  it('after the server did: the order of roles is nothing to go by', async () => {
    for (const [place, outcomes] of [
      [0, ['failed', 'passed']],
      [-1, ['passed', 'failed']],
    ] as const) {
      const client: ClientModule = (options) => {
        const role = options.job.split('?role=')[1];
        return naiveClient({
          idsIn: (page) =>
            page.data
              .filter(({ data }) => Object.keys(data.roles ?? {}).at(place) === role)
              .map(({ data }) => data.id),
        })(options);
      };
      expect(await people(client)).to.deep.equal(outcomes);
    }
  });
});

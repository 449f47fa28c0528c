import { expect } from 'chai';
import { laterProfiles, profiles } from '../../contracts/profiles.ts';
import { createCleverClient } from '../../src/client/index.ts';
import { createVirtualClock } from '../../src/clock.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { naiveClient } from '../../src/mutants/clients/naive-client.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { scenarios, scenariosIn } from '../../src/scenarios/index.ts';
import { judgeDriver, judgeModule } from './client-testing.ts';

const [, today] = laterProfiles;
const [v2] = profiles;
const follows = 'pagination/client-follows-next';
const one = { scenarios: scenarios.filter(({ name }) => name === 'pagination/full-walk') };

/** A client with a version and a list of its own, whatever its job names. */
const insisting =
  (dataVersion: string, job: `sync:${string}`): ClientModule =>
  (options) =>
    naiveClient()({ ...options, dataVersion, job });

const faultOf = (run: Promise<unknown>) =>
  run.then(
    () => ({ message: 'it was judged', help: '' }),
    (error: { readonly message: string; readonly fix?: string }) => error,
  );

describe('a client of another version than the run serves', () => {
  it('ends the run before the first scenario, with the version that fits', async () => {
    const late = await faultOf(judgeModule(insisting('v2.0', 'sync:students'), { ...one, profile: today }));
    expect(late.message).to.equal(
      'The client "a module" requested /v2.0/students; this run serves /v3.1/users?role=student.',
    );
    const early = await faultOf(judgeModule(insisting('v3.1', 'sync:users?role=student'), one));
    expect(early.message).to.equal(
      'The client "a module" requested /v3.1/users; this run serves /v2.0/students.',
    );
  });

  it('gets a 404 that says what is served, and its report does, too', async () => {
    const bodies: string[] = [];
    const client = insisting('v2.0', 'sync:students');
    const listening: ClientModule = async (options) =>
      client({
        ...options,
        fetch: async (...sent) => {
          const response = await options.fetch(...sent);
          bodies.push(`${response.status} ${await response.clone().text()}`);
          return response;
        },
      });
    // Nothing is started beforehand where people start their client.
    const driver = { ...createModuleDriver(listening, 'a module'), kind: 'listen' as const };
    const { outcomeOf } = await judgeDriver(driver, { ...one, profile: today });
    expect(bodies).to.deep.equal([
      '404 {"error":"Resource not found: this run serves /v3.1/users?role=student, not /v2.0/students"}',
    ]);
    expect(outcomeOf(follows)).to.deep.include({ outcome: 'untested' });
    expect(outcomeOf(follows).why).to.include(
      'the client requested /v2.0/students; this run serves /v3.1/users?role=student: start it with --api data-v2.0, or point the client at /v3.1',
    );
  });

  it('may request another version besides', async () => {
    const curious: ClientModule = async (options) => {
      const headers = { authorization: `Bearer ${options.token}` };
      await options.fetch(`${options.baseUrl}/v2.0/students`, { headers });
      return naiveClient()(options);
    };
    expect((await judgeModule(curious, { ...one, profile: today })).outcomeOf(follows).outcome).to.equal(
      'passed',
    );
  });
});

describe('a client that reads all users where students are asked for', () => {
  it('is not judged by lists that it does not read, and the report names them', async () => {
    const all = insisting('v3.1', 'sync:users');
    const { outcomeOf } = await judgeModule(all, { ...one, profile: today });
    expect(outcomeOf(follows).outcome).to.equal('untested');
    expect(outcomeOf(follows).why).to.include('the client requested no list of users?role=student');
  });
});

describe('the scenarios of a version', () => {
  it('are those of all versions, and for users those of people in several roles', () => {
    expect(scenariosIn(v2)).to.equal(scenarios);
    const more = scenariosIn(today).filter((scenario) => !scenarios.includes(scenario));
    expect(more.map(({ job }) => job)).to.have.members(['sync:people', 'sync:people', 'sync:teachers']);
  });

  it('name the job in the words of the version', async () => {
    const { result } = await judgeModule(naiveClient(), { ...one, profile: today });
    const [observation] = result.evidence.observations ?? [];
    expect(observation?.job).to.equal('sync:users?role=student');
    expect(result.evidence.exchanges[0]?.request.path).to.equal('/v3.1/users?role=student');
    expect(result.evidence.context.profiles.map(({ name }) => name)).to.deep.equal(['data-v3.1', 'lms-v3.1']);
  });
});

describe('the reference client in ten lines', () => {
  it('reads users with their roles', async () => {
    const clock = createVirtualClock();
    const sandbox = createSandbox({ seed: 1, students: 25, clock });
    const seen: string[] = [];
    const { fetch, token } = sandbox;

    const clever = createCleverClient({ api: 'data-v3.1', baseUrl: 'http://a.test', token, fetch, clock });
    for await (const user of clever.records('/users', { query: { limit: 10 } })) {
      const { student, teacher, staff, district_admin, contact } = user.roles;
      if (student) seen.push(`student in grade ${student.grade ?? '?'}`);
      if (teacher) seen.push(`teacher at ${teacher.schools.length}`);
      if (staff ?? district_admin) seen.push('employee');
      if (contact) seen.push(`contact of ${contact.student_relationships.length}`);
    }

    sandbox.close();
    const count = (what: RegExp) => seen.filter((one) => what.test(one)).length;
    expect(count(/^student/)).to.equal(25);
    for (const what of [/^teacher at [1-9]/, /^employee/, /^contact of [1-9]/])
      expect(count(what)).to.be.above(0);
  });
});

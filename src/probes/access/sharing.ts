import { idsIn } from '../../../contracts/relations.ts';
import type { StepOf } from '../../../contracts/steps/index.ts';
import { type Api, ownerIn } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { type Samples, sampleAll } from '../data/reader.ts';
import { hasId, type OpenPath, openPaths, pathsOfSamples, withAnother } from '../open-paths.ts';
import type { Actor, Probe } from '../probe.ts';
import { textsIn } from '../responses.ts';
import { tokenWith } from './tokens.ts';

const claim = 'access/sharing-limits-data';
type Role = StepOf<typeof claim>['role'];
type Viewer = 'one school' | 'another district' | 'own district';
const stepOf = (viewer: Viewer, name: string, role: Role) =>
  ({ claim, case: `${viewer}: /${name.replace(/^(?:GET )?\//, '')}`, role }) as const;

/** Paths that a quick run requests for each token. */
const quickPaths = 8;

/** Requests what belongs to other schools, by every path, with a token for one school. */
const someSchoolsProbe: Probe = {
  name: 'access/some-schools',
  api: 'data',
  provokes: [claim],
  needs: ['states'],
  run: async (actor) => {
    const viewer = 'one school';
    const samples = await sampleAll(actor);
    const { main, ofSchools } = actor.api.choices;
    const shared = schoolsOf(samples.get(main)?.[0], main, actor.api)[0];
    if (shared === undefined) return;
    const hidden = hiddenPaths(actor, samples, shared);
    if (!hidden.some((one) => one.operation.path === `/${actor.api.relations.schools.type}/{id}`)) return;
    const isAbout = (one: OpenPath) => hasId(one) && ofSchools.includes(ownerIn(one.operation.path));
    const asked = actor.pick(hidden.filter(isAbout), quickPaths);
    for (const one of asked)
      await actor.send({ path: one.path, step: stepOf(viewer, one.name, controlOf(one)) });

    const token = await tokenWith(
      actor,
      actor.api.collections.map(({ name }) => name),
      [shared],
    );
    if (token === undefined) return;
    for (const one of asked)
      await actor.send({ path: one.path, token, step: stepOf(viewer, one.name, 'asked') });
    // What is shared, with parents that belong to other schools as well where there are such.
    const visible = pathsOfSamples(
      actor,
      only(
        samples,
        actor.api,
        (record, type) => schoolsOf(record, type, actor.api).includes(shared),
        (a, b, type) => schoolsOf(b, type, actor.api).length - schoolsOf(a, type, actor.api).length,
      ),
    );
    const lists = visible.filter(({ operation }) => operation.answers === 'list');
    for (const one of actor.pick(lists, quickPaths))
      await actor.send({
        path: one.path,
        token,
        step: stepOf(viewer, `${one.name} of what is shared`, 'list'),
      });
  },
};

/** Paths of what has nothing to do with a school. */
export function hiddenPaths(actor: Actor, samples: Samples, shared: string): readonly OpenPath[] {
  return pathsOfSamples(
    actor,
    only(samples, actor.api, (record, type) => isHidden({ record, type }, shared, samples, actor.api)),
  );
}

/** A record by id is what is hidden; what is below it may be shared in another way. */
function controlOf({ operation }: OpenPath): Role {
  return operation.path.endsWith('/{id}') ? 'hidden' : 'control';
}

/** The samples without the records that do not fit. Types without schools are as they are. */
function only(
  samples: Samples,
  { choices: { ofSchools } }: Api,
  fits: (record: Members, type: string) => boolean,
  order: (a: Members, b: Members, type: string) => number = () => 0,
): Samples {
  return new Map(
    [...samples].map(([type, records]) => [
      type,
      ofSchools.includes(type)
        ? records.filter((one) => fits(one, type)).toSorted((a, b) => order(a, b, type))
        : records,
    ]),
  );
}

/**
 * Whether a record has nothing to do with the school. Of one that belongs to schools through students, all of them have to be known.
 */
function isHidden(
  { record, type }: { readonly record: Members; readonly type: string },
  shared: string,
  samples: Samples,
  api: Api,
): boolean {
  const { main, throughStudents } = api.choices;
  const schools = schoolsOf(record, type, api);
  const students = type === throughStudents.type ? idsIn(record, [throughStudents.field]) : [];
  const isElsewhere = (id: string) => {
    const student = samples.get(main)?.find((one) => one.id === id);
    return student !== undefined && isHidden({ record: student, type: main }, shared, samples, api);
  };
  return schools.length + students.length > 0 && !schools.includes(shared) && students.every(isElsewhere);
}

/** Ids of the schools that a record of a type belongs to, or of a school itself. */
export function schoolsOf(record: Members | undefined, type: string, api: Api): readonly string[] {
  if (record === undefined) return [];
  return type === api.relations.schools.type
    ? textsIn([record.id])
    : idsIn(record, api.relations.schools.all);
}

/** Requests everything of one district with the token of another, and the other way round. */
const districtsProbe: Probe = {
  name: 'access/another-district',
  api: 'data',
  provokes: [claim],
  needs: ['states'],
  run: async (actor) => {
    const viewer = 'another district';
    const paths = await openPaths(actor, quickPaths, (one) => stepOf(viewer, one.name, controlOf(one)));
    const fromOwn = paths.filter(hasId);
    const values = await actor.state('a token of another district');
    const { token, student_id: otherStudent } = values;
    if (typeof token !== 'string' || typeof otherStudent !== 'string') return;
    for (const one of fromOwn.filter((path) => controlOf(path) === 'hidden'))
      await actor.send({ path: one.path, step: stepOf(viewer, one.name, 'hidden') });
    for (const one of fromOwn)
      await actor.send({ path: one.path, token, step: stepOf(viewer, one.name, 'asked') });
    const { ofDistricts: lists } = actor.api.choices;
    const others = actor.api.collections.map(({ name }) => name).filter((one) => !lists.includes(one));
    for (const list of [...lists, ...actor.pick(others, 0)])
      await actor.send({ path: `/${list}`, token, step: stepOf(viewer, `/${list}`, 'list') });
    await requestTheirs(actor, token, otherStudent, paths);
  },
};

/** A student of another district, and what is below, requested with the target's own token. */
async function requestTheirs(actor: Actor, token: string, student: string, paths: readonly OpenPath[]) {
  const viewer = 'own district';
  const { main, cheapest } = actor.api.choices;
  const theirs = paths
    .filter(({ operation }) => operation.path.startsWith(`/${main}/{id}`))
    .map((one) => ({ ...one, path: withAnother(one, student) }));
  for (const one of theirs) {
    await actor.send({ path: one.path, token, step: stepOf(viewer, one.name, controlOf(one)) });
    await actor.send({ path: one.path, step: stepOf(viewer, one.name, 'asked') });
  }
  await actor.send({ path: `/${cheapest}`, step: stepOf(viewer, `/${cheapest}`, 'list') });
  // A list of the first district that begins where the student of the other one would be.
  const cursor = before(student);
  const list = `/${main}?limit=5${cursor === undefined ? '' : `&starting_after=${cursor}`}`;
  await actor.send({ path: list, step: stepOf(viewer, `/${main}`, 'list') });
}

/** The id just below another one, if it is hexadecimal. */
function before(id: string): string | undefined {
  if (!/^[0-9a-f]{24}$/.test(id) || /^0+$/.test(id)) return undefined;
  return (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0');
}

export const sharingProbes: readonly Probe[] = [someSchoolsProbe, districtsProbe];

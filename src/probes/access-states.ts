import type { StepOf } from '../../contracts/steps/index.ts';
import { collectionsOf } from '../collections.ts';
import type { Members } from '../exchange.ts';
import type { Actor, Probe } from './probe.ts';
import { idOf, textsIn } from './responses.ts';
import { firstId } from './served.ts';

/** Collections whose records are requested by id as well. */
const byId = ['teachers', 'sections', 'contacts', 'schools'];
/** Other resources below a student. */
const belowStudent = ['sections', 'teachers', 'contacts', 'school'];

/** Requests everything else with a token for students only: lists, records by id, resources below a student, events. */
export const scopeProbe: Probe = {
  name: 'access/scopes',
  api: 'data',
  provokes: ['access/scopes-limit-resources'],
  needs: ['states'],
  run: async (actor) => {
    const claim = 'access/scopes-limit-resources';
    const others = collectionsOf(actor.profile.document).filter((one) => one !== 'students');
    const student = await firstId(actor, 'students');
    const paths = [];
    for (const collection of others) {
      const id = await firstId(actor, collection);
      if (id === undefined) continue;
      paths.push(`/${collection}`);
      if (byId.includes(collection)) paths.push(`/${collection}/${id}`);
    }
    if (student !== undefined) paths.push(...belowStudent.map((one) => `/students/${student}/${one}`));
    const isList = (path: string) => path.lastIndexOf('/') === 0;
    // The samples are the controls of the lists.
    for (const path of paths.filter((one) => !isList(one)))
      await actor.send({ path, step: { claim, case: nameOf(path), role: 'control' } });

    const token = await tokenWith(actor, ['read:students']);
    if (token === undefined) return;
    await actor.send({ path: '/students', token, step: { claim, case: 'own', role: 'own' } });
    for (const path of paths)
      await actor.send({ path, token, step: { claim, case: nameOf(path), role: 'asked' } });

    const eventsToken = await tokenWith(actor, ['read:students', 'read:events']);
    if (eventsToken === undefined) return;
    const events = { claim, case: 'events of other resources' } as const;
    await actor.send({ path: '/events', step: { ...events, role: 'control' } });
    await actor.send({ path: '/events', token: eventsToken, step: { ...events, role: 'events' } });
  },
};

/** `/students/{id}/school` */
function nameOf(path: string): `/${string}` {
  const [, collection, id, relation] = path.replace(/\?.*/, '').split('/');
  const below = [...(id === undefined ? [] : ['{id}']), ...(relation ? [relation] : [])];
  return `/${[collection, ...below].join('/')}`;
}

async function tokenWith(actor: Actor, scopes: readonly string[], schools?: readonly string[]) {
  const params = { scopes, agreement: false, ...(schools ? { schools } : {}) };
  const { token } = await actor.state('a token with {scopes}', params);
  return typeof token === 'string' ? token : undefined;
}

const claim = 'access/sharing-limits-data';
type SharingStep = StepOf<typeof claim>;
type Viewer = 'one school' | 'another district' | 'own district';
const stepOf = (viewer: Viewer, name: `/${string}`, role: SharingStep['role']) =>
  ({ claim, case: `${viewer}: ${name}`, role }) as const;

/** Collections whose records name their schools. */
const ofSchools = ['students', 'teachers', 'sections'];

/** Requests records of other schools with a token for one school. */
const someSchoolsProbe: Probe = {
  name: 'access/some-schools',
  api: 'data',
  provokes: [claim],
  needs: ['states'],
  run: async (actor) => {
    const viewer = 'one school';
    const samples = new Map<string, readonly Members[]>();
    for (const collection of ['schools', ...ofSchools])
      samples.set(collection, await actor.sample(collection));
    const shared = schoolsOf(samples.get('students')?.[0])[0];
    const other = idOf(samples.get('schools')?.find((one) => one.id !== shared));
    if (shared === undefined || other === undefined) return;

    const hidden = [`/schools/${other}`];
    for (const collection of ofSchools) {
      const id = idOf(samples.get(collection)?.find((one) => !schoolsOf(one).includes(shared)));
      if (id !== undefined) hidden.push(`/${collection}/${id}`);
    }
    const nested = ofSchools.map((collection) => `/schools/${other}/${collection}?limit=5`);
    for (const path of hidden) await actor.send({ path, step: stepOf(viewer, nameOf(path), 'hidden') });
    for (const path of nested) await actor.send({ path, step: stepOf(viewer, nameOf(path), 'control') });

    const scopes = collectionsOf(actor.profile.document).map((one) => `read:${one}`);
    const token = await tokenWith(actor, scopes, [shared]);
    if (token === undefined) return;
    for (const path of [...hidden, ...nested])
      await actor.send({ path, token, step: stepOf(viewer, nameOf(path), 'asked') });
    for (const collection of samples.keys())
      await actor.send({ path: `/${collection}`, token, step: stepOf(viewer, `/${collection}`, 'list') });
  },
};

/** Ids of the schools that a record belongs to. */
function schoolsOf(record: Members | undefined): readonly string[] {
  return textsIn(Array.isArray(record?.schools) ? record.schools : [record?.school]);
}

/** Requests records of one district with the token of another. */
const districtsProbe: Probe = {
  name: 'access/another-district',
  api: 'data',
  provokes: [claim],
  needs: ['states'],
  run: async (actor) => {
    const student = await firstId(actor, 'students');
    const school = await firstId(actor, 'schools');
    if (student === undefined || school === undefined) return;
    const values = await actor.state('a token of another district');
    const { token, student_id: otherStudent } = values;
    if (typeof token !== 'string' || typeof otherStudent !== 'string') return;
    const ownPaths = [`/students/${student}`, `/schools/${school}`];
    const nested = `/schools/${school}/students?limit=5`;
    const viewer = 'another district';
    for (const path of ownPaths) await actor.send({ path, step: stepOf(viewer, nameOf(path), 'hidden') });
    await actor.send({ path: nested, step: stepOf(viewer, nameOf(nested), 'control') });
    for (const path of [...ownPaths, nested])
      await actor.send({ path, token, step: stepOf(viewer, nameOf(path), 'asked') });
    for (const path of ['/districts', '/students', '/schools', '/events'] as const)
      await actor.send({ path, token, step: stepOf(viewer, path, 'list') });

    const foreignPath = `/students/${otherStudent}`;
    const own = 'own district';
    await actor.send({ path: foreignPath, token, step: stepOf(own, nameOf(foreignPath), 'hidden') });
    await actor.send({ path: foreignPath, step: stepOf(own, nameOf(foreignPath), 'asked') });
    await actor.send({ path: '/districts', step: stepOf(own, '/districts', 'list') });
    // A list of the first district that begins where the student of the other one would be.
    const cursor = before(otherStudent);
    const list = `/students?limit=5${cursor === undefined ? '' : `&starting_after=${cursor}`}`;
    await actor.send({ path: list, step: stepOf(own, '/students', 'list') });
  },
};

/** The id just below another one, if it is hexadecimal. */
function before(id: string): string | undefined {
  if (!/^[0-9a-f]{24}$/.test(id) || /^0+$/.test(id)) return undefined;
  return (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0');
}

export const sharingProbes: readonly Probe[] = [someSchoolsProbe, districtsProbe];

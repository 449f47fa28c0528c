import fc from 'fast-check';
import type { StepOf } from '../../../contracts/steps/index.ts';
import { hiddenPaths, schoolsOf } from '../../probes/access/sharing.ts';
import { tokenWith } from '../../probes/access/tokens.ts';
import { sampleAll } from '../../probes/data/reader.ts';
import { type OpenPath, pathsOfSamples } from '../../probes/open-paths.ts';
import type { Actor } from '../../probes/probe.ts';
import { all, share } from '../choices.ts';
import { type CommandKind, itemAt, kindOf, someOf } from '../command.ts';

/** Tokens for one school, and of another district. */

const claim = 'access/sharing-limits-data';
type Viewer = 'one school' | 'another district' | 'own district';
type Role = StepOf<typeof claim>['role'];
const stepOf = (viewer: Viewer, name: string, role: Role) =>
  ({ claim, case: `${viewer}: ${name.replace(/^GET /, '')}` as `${Viewer}: /${string}`, role }) as const;

/** Paths below records that one command requests. */
const below = 6;

const isOwned = ({ operation }: OpenPath, owner: string) => operation.path.startsWith(`/${owner}/{id}`);
const isRecord = ({ operation }: OpenPath) => operation.path.endsWith('/{id}');
const roleOf = (one: OpenPath): Role => (isRecord(one) ? 'hidden' : 'control');

/** For each collection a record by id, and some of what is below, beginning elsewhere in each turn. */
function chosenOf(paths: readonly OpenPath[], chosen: readonly string[], turn: number): readonly OpenPath[] {
  const owned = paths.filter((one) => chosen.some((owner) => isOwned(one, owner)));
  const records = owned.filter(isRecord);
  return [
    ...records,
    ...someOf(
      owned.filter((one) => !isRecord(one)),
      turn,
      below,
    ),
  ];
}

async function requestAll(data: Actor, viewer: Viewer, paths: readonly OpenPath[], token?: string) {
  for (const one of paths) {
    const query = token === undefined && one.operation.paginated ? '?limit=5' : '';
    const step = stepOf(viewer, one.name, token === undefined ? roleOf(one) : 'asked');
    await data.send({ path: one.path + query, ...(token === undefined ? {} : { token }), step });
  }
}

/** A token for one school requests records of others, by id, below them and in lists. */
const oneSchool = kindOf<{ at: number; owners: string[]; lists: string[]; turn: number }>({
  name: 'one-school',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: (turn, { choices }) =>
    fc.record({
      at: share,
      owners: all(choices.ofSchools),
      lists: all(choices.readable),
      turn: fc.constant(turn),
    }),
  run: async ({ data, isFirst }, { at, owners: chosen, lists: read, turn }) => {
    const viewer = 'one school';
    // Another school in the same sequence would be another view.
    if (!isFirst(viewer)) return;
    const samples = await sampleAll(data);
    const { main } = data.api.choices;
    const shared = schoolsOf(itemAt(samples.get(main) ?? [], at), main, data.api)[0];
    if (shared === undefined) return;
    const hidden = chosenOf(hiddenPaths(data, samples, shared), chosen, turn);
    await requestAll(data, viewer, hidden);
    const token = await tokenWith(
      data,
      data.api.collections.map(({ name }) => name),
      [shared],
    );
    if (token === undefined) return;
    await requestAll(data, viewer, hidden, token);
    for (const list of read)
      await data.send({ path: `/${list}`, token, step: stepOf(viewer, `/${list}`, 'list') });
  },
  text: ({ owners: chosen, lists: read }) =>
    `with a token for one school, request ${chosen.join(', ')} of another one and what is below, and the lists ${read.join(', ')}`,
});

/** Each of two districts requests records of the other. */
const districts = kindOf<{ owners: string[]; lists: string[]; back: string[]; turn: number }>({
  name: 'two-districts',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: (turn, { choices }) =>
    fc.record({
      owners: all(choices.ofSchools),
      lists: all([...new Set([...choices.ofDistricts, ...choices.readable])]),
      back: all(['record', 'list']),
      turn: fc.constant(turn),
    }),
  run: async ({ data, isFirst }, { owners: chosen, lists: read, back, turn }) => {
    const viewer = 'another district';
    if (!isFirst(viewer)) return;
    const paths = chosenOf(pathsOfSamples(data, await sampleAll(data)), chosen, turn);
    const { token, student_id: theirs } = await data.state('a token of another district');
    if (typeof token !== 'string' || typeof theirs !== 'string') return;
    await requestAll(data, viewer, paths);
    await requestAll(data, viewer, paths, token);
    for (const list of read)
      await data.send({ path: `/${list}`, token, step: stepOf(viewer, `/${list}`, 'list') });

    const own = 'own district';
    const { cheapest } = data.api.choices;
    const main = `/${data.api.choices.main}`;
    await data.send({ path: `/${cheapest}`, step: stepOf(own, `/${cheapest}`, 'list') });
    if (back.includes('record')) {
      const path = `${main}/${theirs}`;
      await data.send({ path, token, step: stepOf(own, `${main}/{id}`, 'hidden') });
      await data.send({ path, step: stepOf(own, `${main}/{id}`, 'asked') });
    }
    if (!back.includes('list')) return;
    // A list that begins where the student of the other district would be.
    const cursor = idBelow(theirs);
    const list = `${main}?limit=5${cursor === undefined ? '' : `&starting_after=${cursor}`}`;
    await data.send({ path: list, step: stepOf(own, main, 'list') });
  },
  text: ({ owners: chosen, lists: read }) =>
    `request ${chosen.join(', ')} of one district and what is below, and the lists ${read.join(', ')}, with the token of another`,
});

/** The id just below another one, if it is hexadecimal. */
function idBelow(id: string): string | undefined {
  if (!/^[0-9a-f]{24}$/.test(id) || /^0+$/.test(id)) return undefined;
  return (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0');
}

export const sharingKinds: readonly CommandKind[] = [oneSchool, districts];

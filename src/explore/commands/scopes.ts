import fc from 'fast-check';
import type { StepOf } from '../../../contracts/steps/index.ts';
import type { Api } from '../../api.ts';
import { tokenWith } from '../../probes/access/tokens.ts';
import { sampleAll } from '../../probes/data/reader.ts';
import { hasId, type OpenPath, pathsOfSamples } from '../../probes/open-paths.ts';
import type { Actor } from '../../probes/probe.ts';
import { idOf } from '../../probes/responses.ts';
import { textOf } from '../../text/json.ts';
import { all } from '../choices.ts';
import { type CommandKind, inTurn, kindOf, someOf } from '../command.ts';

const claim = 'access/scopes-limit-resources';
type Scopes = 'only' | 'without';

const typesOf = ({ collections }: Api) =>
  collections.map((one) => one.name).filter((one) => one !== 'events');
/** Paths that one token requests besides its own list. */
const perToken = { only: 2, without: 4 };

/** What a token must not see: below its own records first, or the list and other ways to the type that it lacks. */
function outside(
  { scopes, type, turn }: { readonly scopes: Scopes; readonly type: string; readonly turn: number },
  paths: readonly OpenPath[],
  api: Api,
) {
  const leads = ({ operation }: OpenPath) => api.collectionOf(operation.record) === `/${type}`;
  if (scopes === 'without') {
    const [list, ...others] = paths.filter(leads);
    return [...(list ? [list] : []), ...someOf(others, turn, perToken.without - 1)];
  }
  const others = paths.filter(({ operation }) => operation.record !== 'Event');
  const [below, rest] = [true, false].map((is) =>
    others.filter((one) => !leads(one) && one.operation.path.startsWith(`/${type}/{id}/`) === is),
  );
  return [
    ...someOf(below ?? [], turn, perToken.only),
    ...someOf(rest ?? [], turn + typesOf(api).indexOf(type), 1),
  ];
}

/** Requests with the target's own token what a path serves, once; the samples were. */
function controls(data: Actor) {
  const sent = new Set<string>();
  return async (one: OpenPath, name: StepOf<typeof claim>['case']) => {
    if (sent.has(one.path) || !hasId(one)) return;
    sent.add(one.path);
    const query = one.operation.paginated ? '?limit=1' : '';
    await data.send({ path: one.path + query, step: { claim, case: name, role: 'control' } });
  };
}

function scopesKind(scopes: Scopes) {
  return kindOf<{ types: string[]; turn: number; events: string[] }>({
    name: `scopes-${scopes}`,
    api: 'data',
    needs: ['states'],
    share: 1,
    choices: (turn, api) =>
      fc.record({
        types: all(typesOf(api)),
        turn: fc.constant(turn),
        events: all([inTurn(api.choices.filters, turn)]),
      }),
    run: async ({ data, isFirst }, { types: chosen, turn, events }) => {
      if (!isFirst(`${claim} ${scopes}`)) return;
      const paths = pathsOfSamples(data, await sampleAll(data));
      const control = controls(data);
      const existing = data.api.collections.map(({ name }) => name);
      const scopesFor = (type: string) =>
        scopes === 'only' ? [type] : existing.filter((one) => one !== type);
      for (const type of chosen.filter((one) => existing.includes(one))) {
        const token = await tokenWith(data, scopesFor(type));
        if (token === undefined) return;
        const list = paths.find(({ operation }) => operation.path === `/${type}`);
        const name = ({ name: path }: OpenPath) => `${scopes} ${type}: ${path}` as const;
        if (list && scopes === 'only')
          await data.send({ path: list.path, token, step: { claim, case: name(list), role: 'own' } });
        for (const one of outside({ scopes, type, turn }, paths, data.api)) {
          await control(one, name(one));
          await data.send({ path: one.path, token, step: { claim, case: name(one), role: 'asked' } });
        }
      }
      for (const type of events) await requestEvents(data, scopes, type);
    },
    text: ({ types: chosen, events }) =>
      `with a token ${scopes === 'only' ? 'for one type only' : 'for all types but one'} (${chosen.join(', ')}), request what is outside its scopes${events.length > 0 ? `; the same with the events of ${events.join(', ')}` : ''}`,
  });
}

/** The list of events, and an event by id that the token must not see. */
async function requestEvents(data: Actor, scopes: Scopes, type: string): Promise<void> {
  const existing = data.api.collections.map(({ name }) => name);
  const token = await tokenWith(
    data,
    scopes === 'only' ? [type, 'events'] : existing.filter((one) => one !== type),
  );
  if (token === undefined) return;
  const prefix = scopes === 'only' ? (`only ${type} and events` as const) : (`without ${type}` as const);
  await data.send({
    path: '/events',
    step: { claim, case: `${prefix}: GET /events`, role: 'control' },
  });
  await data.send({
    path: '/events',
    token,
    step: { claim, case: `${prefix}: GET /events`, role: 'events' },
  });
  const isOwn = (event: { readonly type?: unknown }) =>
    textOf(event.type).startsWith(`${type.replaceAll('_', '')}.`);
  const hidden = idOf((await data.sample('events')).find((one) => isOwn(one) === (scopes === 'without')));
  if (hidden === undefined) return;
  const path = `/events/${hidden}`;
  const name = `${prefix}: GET /events/{id}` as const;
  await data.send({ path, step: { claim, case: name, role: 'control' } });
  await data.send({ path, token, step: { claim, case: name, role: 'asked' } });
}

export const scopeKinds: readonly CommandKind[] = [scopesKind('only'), scopesKind('without')];

import type { Material } from '../../../src/claims/claim.ts';
import type { ServedEvent } from '../../../src/traffic/events.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { claim, each, expect, note, undecided } from '../../support/server.ts';

const untested = 'no events were served';

/** A list without events violates nothing. */
interface EmptyList extends Material {
  readonly isEmpty: true;
}
const emptyList: EmptyList = { name: 'events', isEmpty: true };

interface EventType extends Material {
  readonly type: string | undefined;
  readonly exchange: ReadExchange;
}

claim<EventType | EmptyList>('events/type-known', {
  cases: ({ events }) =>
    events.isEmpty
      ? [emptyList]
      : [...Map.groupBy(events.all, ({ type }) => type)].map(([type, some]) => ({
          name: type ?? 'no type',
          type,
          exchange: some[0]!.exchange,
        })),
  otherwise: { untested },
  assert: (one, { events: { types } }) => {
    if ('isEmpty' in one) undecided('not-offered', 'the list has no events');
    expect(one.type, 'The type of an event is not documented.').to.be.oneOf([...types]);
  },
});

interface EventAction extends Material {
  readonly events: readonly ServedEvent[];
}

claim<EventAction | EmptyList>('events/payload', {
  cases: ({ events }) => {
    if (events.isEmpty) return [emptyList];
    if (events.all.length === 0) return [];
    return ['created', 'updated', 'deleted'].map((name) => ({
      name,
      events: events.all.filter((one) => one.action === name),
    }));
  },
  otherwise: { untested, inapplicable: 'no such event was served' },
  assert: (one) => {
    if ('isEmpty' in one) undecided('not-offered', 'the list has no events');
    const { name, events } = one;
    each(events, ({ type, object }) =>
      expect(object?.id, `A ${type} event has no record with an id in \`data.object\`.`).to.have.jsonType(
        'string',
      ),
    );
    if (name === 'updated')
      each(
        events,
        ({ type, previous }) =>
          expect(previous, `A ${type} event has no \`previous_attributes\`.`).to.not.be.empty,
      );
    if (events.some((event) => event.isPreviousNextToData)) note('`previous_attributes` is next to `data`');
  },
});

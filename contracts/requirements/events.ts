import { overview } from '../sources.ts';
import type { Row } from './row.ts';

/** The Events API of v2.0: what changed, oldest first. */
export const eventsRequirements = [
  {
    id: 'events/list-ascends',
    binds: 'server',
    level: 'required',
    claim: 'events come oldest first, with ids ascending, and paginate like every list',
    levelReason: 'The overview states the order of all lists, and changes make sense in one order only.',
    harm: 'A student who was deleted and enrolled again ends up deleted.',
    provokedBy:
      'The list of events is walked with a small limit; ids, times of creation and links are checked.',
    fix: 'Sort by id, give ids in the order of what happened, and use the paging code of the other lists.',
    sources: [
      overview.ascendingIds,
      { document: 'SPEC', section: 'events v2.0: parameters and response of the list' },
    ],
    needs: [],
    doubts: [],
  },
  {
    id: 'events/type-known',
    binds: 'server',
    level: 'required',
    claim: 'the type of an event is one of the 30 documented ones',
    levelReason: 'The type decides how a client reads the event; the description lists them all.',
    harm: 'A client drops an event that it cannot name, and the teacher who changed schools stays at the old one.',
    provokedBy: 'The events that the list holds; one case per type that occurs.',
    fix: 'Write resource and action in the plural and without underscores, as in `schooladmins.updated`.',
    sources: [{ document: 'SPEC', section: 'events v2.0 definitions: values of the discriminator' }],
    needs: [],
    doubts: ['record-type-values'],
  },
  {
    id: 'events/payload',
    binds: 'server',
    level: 'required',
    claim:
      'created and deleted events carry `object`, updated ones add `previous_attributes`, inside `data` or beside it',
    levelReason: 'Without the object an event says that something happened, but not to whom.',
    harm: 'The application knows that some student changed section and cannot say which one.',
    provokedBy: 'The events that the list holds; one case per action: created, updated, deleted.',
    fix: 'Put the record under `data.object`, and for updates the old values under `data.previous_attributes`.',
    sources: [
      { document: 'SPEC', section: 'events v2.0 definitions: event bodies' },
      { document: 'WIRE', section: 'recorded events of v3.0' },
    ],
    needs: [],
    doubts: ['previous-attributes-place', 'meaning-of-guaranteed'],
  },
  {
    id: 'events/filters',
    binds: 'server',
    level: 'recommended',
    claim: '`school` and a repeated `record_type` narrow the list of events',
    levelReason: 'The description offers the filters without saying which values they take.',
    harm: 'A client that asked for one school gets all of them, and runs past the rate limit.',
    provokedBy: 'The list is asked for with a school, with one and with two record types; each is a case.',
    fix: 'Apply both filters in the query, and take `record_type` as a parameter that may come several times.',
    sources: [{ document: 'SPEC', section: 'events v2.0: filters of the list' }],
    needs: [],
    doubts: ['record-type-values'],
  },
] as const satisfies readonly Row<'events'>[];

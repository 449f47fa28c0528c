import { overview } from '../sources.ts';
import type { ThemeRequirement } from './row.ts';

/** The Events API of v2.0: changes, oldest first. */
export const eventsRequirements = [
  {
    id: 'events/list-ascends',
    binds: 'server',
    level: 'required',
    claim: 'events are ordered oldest first with ascending ids, and paginate like every list',
    levelReason: 'The overview states the order of all lists, and changes make sense only in order.',
    harm: 'A student who was deleted and enrolled again ends up deleted.',
    provokedBy: 'The list of events is walked with a small limit; ids, creation times and links are checked.',
    fix: 'Sort by id, assign ids in the order of the changes, and use the paging code of the other lists.',
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
    claim: 'each event has one of the 30 documented types',
    levelReason: 'The type decides how a client reads the event; the API description lists all types.',
    harm: 'A client drops an event of an unknown type, and the teacher who changed schools stays at the old one.',
    provokedBy: 'The events in the list; one case per type that occurs.',
    fix: 'Write the resource in the plural and without underscores, then the action, as in `schooladmins.updated`.',
    sources: [{ document: 'SPEC', section: 'events v2.0 definitions: values of the discriminator' }],
    needs: [],
    doubts: ['record-type-values'],
  },
  {
    id: 'events/payload',
    binds: 'server',
    level: 'required',
    claim:
      'created and deleted events have `object`, updated ones also `previous_attributes`, inside `data` or next to it',
    levelReason: 'Without the object an event says that something changed, but not what.',
    harm: 'The application knows that some student changed section, but not which one.',
    provokedBy: 'The events in the list; one case per action: created, updated, deleted.',
    fix: 'Put the record under `data.object`, and the old values of an update under `data.previous_attributes`.',
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
    claim: '`school` and a repeated `record_type` filter the list of events',
    levelReason: 'The API description has the filters but does not say which values they take.',
    harm: 'A client that asked for one school gets all of them, and exceeds the rate limit.',
    provokedBy: 'The list is requested with a school, with one and with two record types. Each is a case.',
    fix: 'Apply both filters in the query, and accept `record_type` several times.',
    sources: [{ document: 'SPEC', section: 'events v2.0: filters of the list' }],
    needs: [],
    doubts: ['record-type-values'],
  },
] as const satisfies readonly ThemeRequirement<'events'>[];

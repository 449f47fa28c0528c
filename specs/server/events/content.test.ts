import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../../generated/model.ts';
import { describeRows, exchangesOf, idOf, outcomeOf, recordOf } from '../../support/testing.ts';
import { all, event } from './events-testing.ts';
import './content.spec.ts';

describeRows('events/type-known', [
  {
    fact: 'a documented type passes, in a list and by id',
    sent: [all(event(1)), { path: `/events/${idOf(1)}`, body: recordOf(event(1)) }],
    outcome: 'passed',
  },
  { fact: 'an underscore fails', sent: [all(event(1, 'school_admins.updated'))], outcome: 'failed', at: [0] },
  { fact: 'another action fails', sent: [all(event(1, 'students.merged'))], outcome: 'failed', at: [0] },
  { fact: 'no type fails', sent: [all({ ...event(1), type: null })], outcome: 'failed', at: [0] },
  {
    fact: 'a type that is the name of a built-in member fails',
    sent: [all(event(1, 'constructor'))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'an empty list has no types', sent: [all()], outcome: 'inapplicable' },
]);

const object = { id: idOf(500) };
const before = { grade: '1' };
describeRows('events/payload', [
  {
    fact: 'created and deleted with an object pass',
    sent: [all(event(1), event(2, 'terms.deleted'))],
    outcome: 'passed',
  },
  {
    fact: 'an update with previous attributes inside data passes',
    sent: [all(event(1, 'students.updated', { object, previous_attributes: before }))],
    outcome: 'passed',
  },
  {
    fact: 'an update with previous attributes next to data passes with a note',
    sent: [all({ ...event(1, 'students.updated', { object }), previous_attributes: before })],
    outcome: 'passed',
    note: /next to/,
  },
  {
    fact: 'empty previous attributes pass',
    sent: [all(event(1, 'students.updated', { object, previous_attributes: {} }))],
    outcome: 'passed',
  },
  {
    fact: 'an update without previous attributes fails',
    sent: [all(event(1, 'students.updated', { object }))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'no object fails', sent: [all(event(1, 'students.deleted', {}))], outcome: 'failed', at: [0] },
  {
    fact: 'an object without an id fails',
    sent: [all(event(1, 'students.created', { object: before }))],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'no data fails', sent: [all({ ...event(1), data: null })], outcome: 'failed', at: [0] },
]);

describe('claims on events', () => {
  it('accept any documented event in any order with ascending ids', () => {
    const types = model.schemas.Event?.fields.type?.enum ?? [];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { minLength: 2, maxLength: 40 }), (some) => {
        const events = some.map((type, n) => event(n, type, { object, previous_attributes: before }));
        for (const id of ['events/type-known', 'events/payload'] as const)
          expect(outcomeOf(id, exchangesOf([all(...events)])).outcome).to.equal('passed');
      }),
      { numRuns: 50 },
    );
  });
});

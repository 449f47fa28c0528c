import { expect } from 'chai';
import fc from 'fast-check';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import { exchangesOf, idOf, outcomeOf, type Sent } from '../../support/testing.ts';
import './agreement.spec.ts';
import './envelopes.spec.ts';
import './fields.spec.ts';
import './operations.spec.ts';
import './relations/relations.spec.ts';

const ids = requirementsOf('server')
  .map((one) => one.id as ServerRequirementId)
  .filter((id) => id.startsWith('data/'));
const judge = (id: ServerRequirementId, sent: readonly Sent[]) => outcomeOf(id, exchangesOf(sent), 'har');

describe('claims on data', () => {
  it('are untested without traffic, each with a reason', () => {
    for (const id of ids)
      for (const subject of ['sandbox', 'live', 'har'] as const) {
        const { outcome, why } = outcomeOf(id, [], subject);
        expect(outcome, id).to.equal('untested');
        expect(why, id).to.be.a('string').and.not.be.empty;
      }
  });

  it('accept any body, and pass no field of one without a record', () => {
    const paths = ['/students', `/students/${idOf(1)}`, '/events', `/sections/${idOf(1)}/students`];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, body) => {
        for (const id of ids) judge(id, [{ path, body: { data: body } }]);
        for (const id of ids) judge(id, [{ path, body }]);
        const bare = judge('data/guaranteed-fields-present', [{ path, body: [body] }]);
        expect(bare.outcome).to.equal('untested');
      }),
      { numRuns: 60 },
    );
  });
});

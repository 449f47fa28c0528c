import { expect } from 'chai';
import { states } from '../../../contracts/states.ts';
import { UsageError } from '../../errors.ts';
import { pactWith } from '../testing.ts';
import { nearestState, readPactState, requireKnownStates } from './pact-states.ts';

const asking = (...names: readonly string[]) =>
  pactWith(
    names.map((name) => ({
      description: `with ${name}`,
      providerStates: [{ name }],
      request: { method: 'GET', path: '/v2.0/students' },
      response: { status: 200 },
    })),
  );

describe('the states of a pact', () => {
  it('may have their values in the name, as parameters, or as parameters in text', () => {
    const district = { name: 'a district with {students} students', params: { students: 25 } };
    expect(readPactState({ name: 'a district with 25 students', params: {} })).to.deep.equal(district);
    expect(readPactState(district)).to.deep.equal(district);
    expect(readPactState({ ...district, params: { students: '25' } })).to.deep.equal(district);
    const token = { scopes: ['read:students'], agreement: true };
    expect(readPactState({ name: 'a token with {scopes}', params: token })).to.deep.equal({
      name: 'a token with {scopes}',
      params: token,
    });
  });

  it('that are unknown are all reported, each with the nearest, and with all known states', () => {
    try {
      requireKnownStates([
        asking('a distrct with 25 students', 'everything is as seeded', 'there are students'),
      ]);
      expect.fail('nothing was thrown');
    } catch (error) {
      expect(error).to.be.instanceOf(UsageError);
      const { message, remedy } = error as UsageError;
      expect(message).to.contain(
        'no state "a distrct with 25 students", did you mean "a district with {students} students"?',
      );
      expect(message).to.contain('no state "there are students", did you mean "a district with');
      expect(message).to.contain('"with there are students"').and.to.not.contain('everything is as seeded');
      for (const { name } of states) expect(remedy).to.contain(`"${name}"`);
    }
  });

  it('with a wrong or missing parameter are reported too', () => {
    for (const name of ['a district with many students', 'the record {id} is deleted'])
      expect(() => requireKnownStates([asking(name)]), name).to.throw(UsageError, /needs/);
  });

  it('are matched by shared words if rephrased', () => {
    expect(nearestState('my bucket is empty')).to.equal('the bucket has {remaining} left');
    expect(nearestState('an assignment has been made by the teacher')).to.equal('an assignment exists');
    expect(nearestState('xyzzy')).to.equal(undefined);
  });
});

import { expect } from 'chai';
import { exchangesOf, idOf, listOf, outcomeOf } from '../../support/testing.ts';
import './fields.spec.ts';

const [one, two, three] = [idOf(1), idOf(2), idOf(3)];

describe('data/guaranteed-fields-present', () => {
  it('one finding for each field and kind, with its share and the first record', () => {
    const path = '/terms';
    const sent = [
      { path, body: listOf({ id: one, district: three }, { id: two }) },
      { path, body: listOf({ id: three, district: null }, { district: '' }) },
    ];
    const outcome = outcomeOf('data/guaranteed-fields-present', exchangesOf(sent), 'har');
    const findings = outcome.cases.find(({ name }) => name === 'Term')?.findings;
    expect(findings?.map(({ message, actual, exchange }) => ({ message, actual, exchange }))).to.deep.equal([
      {
        message: '`Term.district` is guaranteed, but absent in 1 of 4 records.',
        actual: `absent, first in the record ${two}`,
        exchange: 0,
      },
      {
        message: '`Term.district` is guaranteed, but null in 1 of 4 records.',
        actual: `null, first in the record ${three}`,
        exchange: 1,
      },
      {
        message: '`Term.id` is guaranteed, but absent in 1 of 4 records.',
        actual: 'absent, first in the record without an id',
        exchange: 1,
      },
    ]);
  });

  it('nothing is guaranteed in the object inside an event, but its values are validated', () => {
    const event = {
      id: one,
      type: 'districtadmins.updated',
      created: '2026-01-05T12:00:00.000Z',
      data: { object: { id: 'a-person' } },
    };
    const exchanges = exchangesOf([{ path: '/events', body: listOf(event) }]);
    expect(outcomeOf('data/guaranteed-fields-present', exchanges, 'har').outcome).to.equal('passed');
    const { cases } = outcomeOf('data/validated-fields-in-range', exchanges, 'har');
    expect(cases.filter((each) => each.outcome === 'failed').map((each) => each.name)).to.deep.equal([
      'DistrictAdmin',
    ]);
  });
});

describe('data/validated-fields-in-range', () => {
  it('one finding for each field, with the different values', () => {
    const students = ['13', '14', '13', '12'].map((grade, at) => ({ id: idOf(at), grade }));
    const sent = [{ path: '/students', body: listOf(...students) }];
    const { cases } = outcomeOf('data/validated-fields-in-range', exchangesOf(sent), 'har');
    const findings = cases.flatMap((each) => each.findings);
    expect(findings).to.have.lengthOf(1);
    expect(findings[0]).to.include({
      message: '`Student.grade` has an invalid value in 3 of 4 records.',
      actual: `"13", "14", first in the record ${idOf(0)}`,
      exchange: 0,
    });
  });
});

describe('data/undocumented-field', () => {
  it('notes fields that are not documented, also those of objects within', () => {
    const body = listOf({ id: one, mascot: 'owl', principal: { pet: 'cat' } }, { id: two });
    const { outcome, cases } = outcomeOf(
      'data/undocumented-field',
      exchangesOf([{ path: '/schools', body }]),
    );
    expect(outcome).to.equal('passed');
    expect(cases.flatMap((each) => each.notes ?? [])).to.deep.equal([
      'School.mascot is not documented; seen in 1 of 2 records',
      'School.principal.pet is not documented; seen in 1 of 2 records',
    ]);
  });

  it('names a hundred of them, and counts the rest', () => {
    const members = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`owl${at}`, 'owl']));
    const body = listOf({ id: one, ...members }, { id: two });
    const { cases } = outcomeOf('data/undocumented-field', exchangesOf([{ path: '/schools', body }]));
    const notes = cases.flatMap((each) => each.notes ?? []);
    expect(notes).to.have.length(101);
    expect(notes.at(-1)).to.equal(
      'each of 150 more fields of School is not documented; seen in at most 1 of 2 records',
    );
  });
});

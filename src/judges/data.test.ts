import { expect } from 'chai';
import fc from 'fast-check';
import { dataJudges } from './data.ts';
import { caseOf, contextOf, type DataId, judge, one, type Said, three, two } from './data-testing.ts';
import { listOf } from './testing.ts';

describe('the judges of data', () => {
  it('say untested of no traffic, each with a reason', () => {
    for (const [id, judgeOne] of Object.entries(dataJudges)) {
      for (const subject of ['sandbox', 'live', 'har'] as const) {
        const { outcome, why } = judgeOne([], contextOf(subject));
        expect(outcome, id).to.equal('untested');
        expect(why, id).to.be.a('string').and.not.be.empty;
      }
    }
  });

  it('take any body without an exception, and pass none of the fields of one that holds no record', () => {
    const paths = ['/students', `/students/${one}`, '/events', `/sections/${one}/students`];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, body) => {
        for (const id of Object.keys(dataJudges) as DataId[]) judge(id, [{ path, body: { data: body } }]);
        for (const id of Object.keys(dataJudges) as DataId[]) judge(id, [{ path, body }]);
        const bare = judge('data/guaranteed-fields-present', [{ path, body: [body] }]);
        expect(bare.outcome).to.equal('untested');
      }),
      { numRuns: 60 },
    );
  });
});

describe('guaranteed fields', () => {
  it('are told once each, with how often they lack and where first', () => {
    const path = '/terms';
    const said = [
      { path, body: listOf({ id: one, district: three }, { id: two }) },
      { path, body: listOf({ id: three, district: null }, { district: '' }) },
    ];
    const { findings } = caseOf(judge('data/guaranteed-fields-present', said), 'Term') ?? {};
    expect(findings?.map(({ message, actual, exchange }) => ({ message, actual, exchange }))).to.deep.equal([
      {
        message: 'Term.district is guaranteed, and is absent in 1 of the 4 times that one was served.',
        actual: `absent in the record ${two}`,
        exchange: 0,
      },
      {
        message: 'Term.district is guaranteed, and is null in 1 of the 4 times that one was served.',
        actual: `null in the record ${three}`,
        exchange: 1,
      },
      {
        message: 'Term.id is guaranteed, and is absent in 1 of the 4 times that one was served.',
        actual: 'absent in the record without an id',
        exchange: 1,
      },
    ]);
  });

  it('are not asked of the object inside an event, whose values are judged nevertheless', () => {
    const event = {
      id: one,
      type: 'districtadmins.updated',
      created: '2026-01-05T12:00:00.000Z',
      data: { object: { id: 'somebody' } },
    };
    const said = [{ path: '/events', body: listOf(event) }];
    expect(judge('data/guaranteed-fields-present', said).outcome).to.equal('passed');
    const outcome = judge('data/validated-fields-in-range', said);
    expect(outcome.cases.filter((each) => each.outcome === 'failed').map((each) => each.name)).to.deep.equal([
      'DistrictAdmin',
    ]);
  });
});

describe('relations', () => {
  const term = { id: two, district: three };
  const section = { id: one, term_id: two };
  const nested = `/sections/${one}/term`;
  const claim = 'data/relations-resolve' as const;
  const sections = { path: '/sections', body: listOf(section), claim };
  const ofTerm = (...said: readonly Said[]) =>
    caseOf(
      judge(claim, [sections, ...said.map((each) => ({ claim, ...each }))], 'live'),
      '/sections/{id}/term',
    );

  it('hold where the id is found and the second-level path agrees', () => {
    const found = ofTerm(
      { path: `/terms/${two}`, body: { data: term } },
      { path: nested, body: { data: term } },
    );
    expect(found?.outcome).to.equal('passed');
  });

  it('break where an id leads nowhere, or elsewhere', () => {
    const path = `/terms/${two}`;
    expect(ofTerm({ path, body: { error: 'Resource not found' }, status: 404 })?.outcome).to.equal('failed');
    expect(ofTerm({ path, body: { data: { ...term, id: three } } })?.outcome).to.equal('failed');
    expect(ofTerm({ path: nested, body: { data: { ...term, id: three } } })?.outcome).to.equal('failed');
  });

  it('stay open after an outage, and where nobody looked', () => {
    expect(ofTerm({ path: `/terms/${two}`, body: '', status: 503 })?.outcome).to.equal('cantTell');
    expect(ofTerm()?.outcome).to.equal('untested');
  });

  it('do not accuse a captured file, in which the record may have gone meanwhile', () => {
    const said = [sections, { path: `/terms/${two}`, body: { error: 'gone' }, status: 404 }];
    expect(caseOf(judge(claim, said), '/sections/{id}/term')?.outcome).to.equal('cantTell');
  });

  it('miss nobody on a list that goes on, and accuse it of strangers', () => {
    const path = `/sections/${one}/students`;
    const all = { ...section, students: [two, three] };
    const more = { rel: 'next', uri: `/v2.0${path}?starting_after=${two}` };
    const outcomeOf = (body: object) =>
      caseOf(
        judge(claim, [
          { path: '/sections', body: listOf(all) },
          { path, body },
        ]),
        '/sections/{id}/students',
      )?.outcome;
    expect(outcomeOf({ ...listOf({ id: two }), links: [more] })).to.equal('passed');
    expect(outcomeOf(listOf({ id: two }))).to.equal('failed');
    expect(outcomeOf({ ...listOf({ id: one }), links: [more] })).to.equal('failed');
  });
});

describe('a record in a list and by its id', () => {
  const claim = 'data/list-and-single-agree' as const;
  const compare = (listed: object, single: object) =>
    caseOf(
      judge(claim, [
        { path: '/schools', body: listOf({ id: one, ...listed }) },
        { path: `/schools/${one}`, body: { data: { id: one, ...single } } },
      ]),
      'School',
    );

  it('are equal in any order of members, and with null for absent', () => {
    expect(
      compare({ name: 'A', principal: { a: 1, b: 2 } }, { principal: { b: 2, a: 1 }, name: 'A' })?.outcome,
    ).to.equal('passed');
    expect(compare({ phone: null }, {})?.outcome).to.equal('passed');
  });

  it('differ by one value, which is told', () => {
    const { findings } = compare({ name: 'A', phone: '1' }, { name: 'A', phone: '2' }) ?? {};
    expect(findings?.[0]).to.include({ expected: '`phone`: "1"', actual: '`phone`: "2"', exchange: 1 });
  });

  it('cannot be compared when the record was modified in between', () => {
    const found = compare({ name: 'A', last_modified: 'x' }, { name: 'B', last_modified: 'y' });
    expect(found?.outcome).to.equal('cantTell');
  });
});

import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import type { Members } from '../text/json.ts';
import { redactExchanges } from './redactor.ts';
import { answerTo, exchange, key, listOf, redact, type StudentBody, token } from './testing.ts';

const id = (at: number) => `5f${String(at).padStart(22, '0')}`;
const person = (at: number) => ({
  id: id(at),
  name: { first: 'Marigold', last: 'Roe' },
  dob: '9/4/2014',
  gender: 'F',
  grade: '5',
  graduation_year: '2033',
  sis_id: '4711',
  iep: true,
  next_review: '2031-05-06',
  last_login: '2031-05-06T07:08:09Z',
});
const ownValues = ({ id: _, ...values }: Members) => JSON.stringify(values);

describe('the pseudonyms of a record', () => {
  it('are the same in a list, alone, and in events before and after an update', () => {
    const record = person(1);
    const { id: _, ...before } = record;
    const [list, single, events] = redact([
      exchange({}, { body: listOf([record]) }),
      exchange({ path: `/v2.0/students/${record.id}` }, { body: { data: before } }, 1),
      exchange(
        { path: '/v2.0/events' },
        {
          body: {
            data: [
              {
                data: {
                  id: id(9),
                  type: 'students.updated',
                  data: { object: record, previous_attributes: before },
                },
              },
            ],
          },
        },
        2,
      ),
    ]).map(jsonOf) as [StudentBody, { data: Members }, { data: [{ data: { data: Members } }] }];
    const listed = ownValues(list.data[0]?.data ?? {});
    const { object, previous_attributes: previous } = events.data[0].data.data;
    expect(ownValues(single.data), 'alone, where it lacks its id').to.equal(listed);
    expect(ownValues(object as Members)).to.equal(listed);
    expect(ownValues(previous as Members)).to.equal(listed);
  });

  it('differ from those of a record with the same values', () => {
    const { data } = answerTo(
      '/v2.0/students',
      listOf(Array.from({ length: 12 }, (_, at) => person(at))),
    ) as StudentBody;
    const values = (name: string) => new Set(data.map((one) => JSON.stringify(one.data[name])));
    for (const name of ['name', 'dob', 'graduation_year', 'sis_id'])
      expect(values(name).size, name).to.equal(12);
    expect(values('gender').size).to.equal(2);
    expect(values('grade').size).to.be.above(4);
    const unknown = data.map(({ data: one }) => Object.values(one).slice(-3));
    expect(new Set(unknown.map(([yes]) => yes))).to.deep.equal(new Set([true, false]));
    for (const at of [1, 2]) expect(new Set(unknown.map((some) => some[at])).size).to.equal(12);
    expect(JSON.stringify(unknown)).not.to.match(/2031-05-06|07:08:09/);
  });

  it('show a change as a change', () => {
    const changed = { ...person(1), gender: 'M', grade: '6', dob: '9/5/2014' };
    const [before, after] = redact([
      exchange({}, { body: listOf([person(1)]) }),
      exchange({}, { body: listOf([changed]) }, 1),
    ]).map((one) => (jsonOf(one) as StudentBody).data[0]?.data ?? {});
    for (const name of ['gender', 'grade', 'dob']) expect(after?.[name], name).not.to.equal(before?.[name]);
    expect(after?.graduation_year).to.equal(before?.graduation_year);
  });

  it('are those of the student for work handed in: the same as sent and as read, and unlike those of others', () => {
    const work = `/v3.1/sections/${id(1)}/assignments/x/submissions`;
    const update = (at: number, seq: number) =>
      exchange(
        {
          method: 'PATCH',
          path: `${work}/${id(at)}`,
          body: '{"grade":"870","grade_points":870,"flags":["late"],"grade_comment":"Well done"}',
        },
        {
          body: {
            data: {
              user_id: id(at),
              grade: '870',
              grade_points: 870,
              flags: ['late'],
              grade_comment: 'Well done',
            },
          },
        },
        seq,
      );
    const shown = redact([update(2, 0), update(3, 1), update(4, 2)]).map((one) => {
      const { user_id: _, ...read } = (jsonOf(one) as { data: Members }).data;
      expect(JSON.parse(one.request.body ?? '')).to.deep.equal(read);
      return read;
    });
    for (const name of ['grade', 'grade_points', 'grade_comment'])
      expect(new Set(shown.map((one) => one[name])).size, name).to.equal(3);
    expect(JSON.stringify(shown)).not.to.include('870');
  });
});

describe('the hosts of a capture', () => {
  const at = (origin: string, uri: string): Exchange => {
    const { request, ...rest } = exchange({}, { body: { data: [], links: [{ rel: 'next', uri }] } });
    return { ...rest, request: { ...request, origin } };
  };
  const shown = (byClient: boolean, ...exchanges: readonly Exchange[]) =>
    redactExchanges(exchanges, { profiles, tokens: [token], key, byClient }).map((one) => [
      one.request.origin,
      (jsonOf(one) as StudentBody).links[0]?.uri,
    ]);

  it('are numbered, also in links, unless they are of Clever or of this machine', () => {
    const own = 'https://sis.riverbend.example:8443';
    expect(
      shown(
        true,
        at(own, `${own}/v2.0/students`),
        at('https://api.clever.com', 'https://sis.riverbend.example/v2.0/students'),
        at('http://127.0.0.1:4010', 'https://evil.example'),
      ),
    ).to.deep.equal([
      ['https://host-1.invalid:8443', 'https://host-1.invalid:8443/v2.0/students'],
      ['https://api.clever.com', 'https://host-1.invalid/v2.0/students'],
      ['http://127.0.0.1:4010', 'https://foreign.invalid'],
    ]);
  });

  it('are kept where the user named the target', () => {
    const own = 'https://sis.riverbend.example';
    expect(shown(false, at(own, '/v2.0/students'))).to.deep.equal([[own, '/v2.0/students']]);
  });
});

import { expect } from 'chai';
import { allProfiles } from '../../../contracts/profiles.ts';
import { model } from '../../../generated/model.ts';
import { ListText } from '../../text/list-text.ts';
import { redactExchanges } from '../redactor.ts';
import { bigStudent, exchange, listOf, optionsOf, redact } from '../testing.ts';
import { createAnswers } from './answers.ts';

const [list, other] = model.operations;
const asked = (operation = list, addressed = '') => ({ operation, addressed });

describe('answers', () => {
  it('are one object if they are equal responses of one operation and record', () => {
    const answerOf = createAnswers();
    const body = '{"data":[{"a":1}],"links":[]}';
    const first = answerOf(body, asked());
    expect(first.body).to.be.instanceOf(ListText);
    expect(answerOf(body, asked())).to.equal(first);
    expect(answerOf(body, asked(other))).not.to.equal(first);
    expect(answerOf(body, asked(list, 'an-id'))).not.to.equal(first);
  });

  it('are redacted as they are spaced: each item alike, the end as it was', () => {
    const students = [bigStudent(0), bigStudent(1)];
    const bodies = [
      JSON.stringify(listOf(students)),
      `${JSON.stringify(listOf(students), undefined, 2)}\n`,
      // A byte order mark: not cut into items.
      `\ufeff${JSON.stringify(listOf(students))}`,
    ];
    const [plain, spaced, whole] = redact(bodies.map((body, at) => exchange({}, { body }, at))).map(
      ({ response }) => response?.body ?? '',
    );
    expect(spaced).to.equal(`${plain}\n`);
    expect(whole).to.equal(`\ufeff${plain}`);
  });

  it('keep members around their items', () => {
    const body = '{"links":[],"data":[{"data":{"id":"a"}}],"__proto__":{"id":"b"},"count":1}';
    const [redacted] = redact([exchange({}, { body })]);
    const text = redacted?.response?.body ?? '';
    const item = '{"data":{"id":"[^"]+"}}';
    expect(text).to.match(
      new RegExp(`^{"links":\\[\\],"data":\\[${item}\\],"[^"]+":{"id":"[^"]+"},"[^"]+":\\d+}$`),
    );
  });

  it('are alike in a list, in a long list, and under an id', () => {
    const large = listOf(Array.from({ length: 600 }, (_, at) => bigStudent(at)));
    const small = listOf([bigStudent(0), bigStudent(1)]);
    const [one, two, again] = redact([
      exchange({}, { body: large }),
      exchange({}, { body: small }, 1),
      exchange({ path: `/v2.0/students/${bigStudent(3).id}` }, { body: large }, 2),
    ]).map(({ response }) => response?.body ?? '');
    const itemsOf = (body = '') => (JSON.parse(body) as { data: unknown[] }).data;
    expect(itemsOf(one).slice(0, 2)).to.deep.equal(itemsOf(two));
    expect(again).to.equal(one);
  });

  it('of records without ids have values of their own in each, below the same school too', () => {
    const school = '5f0000000000000000000001';
    const entry = (at: number, status: string) => ({
      attendance_date: '2025-12-15',
      attendance_status: status,
      attendance_type: 'daily',
      student_id: at.toString(16).padStart(24, '0'),
    });
    const statuses = Array.from({ length: 200 }, (_, at) => (at % 20 === 0 ? 'absent' : 'present'));
    const [redacted] = redactExchanges(
      [
        exchange(
          { path: `/v3.1/attendance/schools/${school}` },
          { body: { data: statuses.map((status, at) => entry(at + 1, status)) } },
        ),
      ],
      { ...optionsOf(), profiles: allProfiles },
    );
    const { data } = JSON.parse(redacted?.response?.body ?? '') as { data: { attendance_status: string }[] };
    // Were they exchanged for each other as a whole, the most frequent would be "present".
    const shown = statuses.flatMap((status, at) => (status === 'absent' ? data[at]?.attendance_status : []));
    expect(new Set(shown).size).to.be.above(1);
  });
});

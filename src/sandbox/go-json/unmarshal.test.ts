import { expect } from 'chai';
import fc from 'fast-check';
import { readAssignmentRequest, readSubmissionRequest, validateRequest } from '../lms/requests.ts';
import { mistypedBodies } from './malformed-testing.ts';

describe('readAssignmentRequest', () => {
  for (const [body, error] of mistypedBodies) {
    it(`${JSON.stringify(body)} gives ${JSON.stringify(error)}`, () => {
      expect(readAssignmentRequest(body)).to.deep.equal({ error });
    });
  }

  const read: readonly (readonly [string, string, object])[] = [
    ['null is an empty request', 'null', {}],
    [
      'null members are absent',
      '{"title":null,"submission_types":null,"due_date":null,"max_attempts":null}',
      {},
    ],
    [
      'keys match without regard to case',
      '{"TITLE":"a","Due_Date":"2026-03-01"}',
      { title: 'a', due_date: 1772323200000 },
    ],
    [
      'the long s and the Kelvin sign fold',
      '{"\u017fubmi\u017fsion_types":["text"]}',
      { submission_types: ['text'] },
    ],
    ['the last of duplicate keys wins', '{"title":"a","Title":"b"}', { title: 'b' }],
    ['a null after a value empties it', '{"title":"a","title":null}', {}],
    [
      'duplicate arrays decode over one another',
      '{"assignee_ids":["a","b"],"assignee_ids":[null]}',
      { assignee_ids: ['a'] },
    ],
    [
      'duplicate objects merge',
      '{"attachments":[{"type":"file"}],"attachments":[{"title":"t"}]}',
      { attachments: [{ type: 'file', title: 't' }] },
    ],
    [
      'unknown keys are skipped',
      '{"assignee_mod":"all","__proto__":{"title":"x"},"title":"a"}',
      { title: 'a' },
    ],
    ['a null element of strings is empty', '{"assignee_ids":[null]}', { assignee_ids: [''] }],
    ['trailing text is not read', '{"title":"a"} }', { title: 'a' }],
    [
      'numbers keep their value',
      '{"points_possible":1.5e1,"max_attempts":-0}',
      { points_possible: 15, max_attempts: -0 },
    ],
  ];
  for (const [title, body, value] of read) {
    it(title, () => {
      expect(readAssignmentRequest(body)).to.deep.equal({ value });
    });
  }

  it('an empty body differs from one without a value', () => {
    expect(readAssignmentRequest('')).to.deep.equal({ error: 'request body is required, but was empty' });
    expect(readAssignmentRequest(' \n')).to.deep.equal({ error: 'EOF' });
  });

  it('a million digits are rejected immediately', function () {
    this.timeout(1000);
    const body = `{"max_attempts":${'9'.repeat(1_000_000)}}`;
    expect(readAssignmentRequest(body)).to.have.property('error').that.contains('of type int64');
  });

  it('no JSON makes it throw', () => {
    const keys = fc.constantFrom('title', 'due_date', 'attachments', 'submission_types', 'max_attempts', 'x');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (body) => {
        const result = readAssignmentRequest(JSON.stringify(body));
        return 'value' in result || result.error !== '';
      }),
    );
  });
});

describe('readSubmissionRequest', () => {
  it('type errors name the struct and the path', () => {
    expect(readSubmissionRequest('{"attachments":[{"url":1}]}')).to.deep.equal({
      error:
        'json: cannot unmarshal number into Go struct field AttachmentRequest.attachments.url of type string',
    });
    expect(readSubmissionRequest('{"grade_points":"A"}')).to.deep.equal({
      error:
        'json: cannot unmarshal string into Go struct field SubmissionRequest.grade_points of type float64',
    });
  });
});

describe('validateRequest', () => {
  it('every violated enum has a line; for an array only the first', () => {
    const message = validateRequest({
      submission_types: ['text', '', 'x'],
      assignee_mode: '',
      grading_type: 'points',
    });
    expect(message).to.equal(
      'validation failure list:\nassignee_mode in body should be one of [all individuals]\n' +
        'submission_types.1 in body should be one of [link file text discussion]',
    );
  });
  it('a valid request has none', () => {
    expect(validateRequest({ submission_types: [], flags: ['late'], state: 'returned' })).to.equal(undefined);
  });
  it('an attachment needs a known type', () => {
    const attachments = [{ type: 'file' }, {}, { type: 'x' }];
    expect(validateRequest({ attachments })).to.equal(
      'validation failure list:\nattachments.1.type in body is required',
    );
  });
});

import { bodyOf, type GoRow, type GoTarget } from '../../src/sandbox/go-json/table-testing.ts';

type BodySample = Pick<GoRow, 'target' | 'text' | 'hex' | 'pieces'>;

const assignment =
  '{"title":"Fr\u00e9d\u00e9ric \u{1f600}","points_possible":-1.5e+2,"max_attempts":10,"due_date":"2026-03-01T10:00:00.000Z",' +
  '"attachments":[{"type":"file","url":null}],"submission_types":["text"]}';
const submission =
  '{"grade_points":0.25,"flags":["late"],"state":"returned","grade":"A\\n\\u00e9\\ud83d\\ude00"}';

/** One text for every scanner state. */
const places: Readonly<Record<string, string>> = {
  'before a value': '@',
  'in an array': '[@',
  'after an element': '[1@',
  'after a comma': '[1,@',
  'in an object': '{@',
  'after a key': '{"a"@',
  'after a colon': '{"a":@',
  'after a pair': '{"a":1@',
  'after a pair and a comma': '{"a":1,@',
  'in a string': '["@',
  'after a backslash': '["\\@',
  'in a hexadecimal escape': '["\\u0@',
  'after a minus': '[-@',
  'after a zero': '[0@',
  'after a digit': '[1@1',
  'after a point': '[1.@',
  'after an e': '[1e@',
  'after a sign in an exponent': '[1e+@',
  'in true': '[t@',
  'in false': '[fal@',
  'in null': '[nul@',
};
const strays = ['x', ',', ':', '}', ']', '"', '\\', "'", ' ', '\n', '\u0000', '\u007f', '\u00e9', '\u2028'];

const any = (text: string): BodySample => ({ target: 'any', text });
const bytes = (target: GoTarget, ...parts: (string | number)[]): BodySample => ({
  target,
  hex: Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
  ).toString('hex'),
});

/** A valid body cut off after each of its bytes; a cut inside a character leaves invalid UTF-8. */
function truncated(target: GoTarget, text: string): BodySample[] {
  const whole = Buffer.from(text);
  return Array.from({ length: whole.length + 1 }, (_, length): BodySample => {
    const cut = whole.subarray(0, length);
    return Buffer.from(cut.toString()).equals(cut)
      ? { target, text: cut.toString() }
      : { target, hex: cut.toString('hex') };
  });
}

const fields: readonly (readonly [GoTarget, readonly string[]])[] = [
  [
    'AssignmentRequest',
    'assignee_ids assignee_mode attachments description description_plaintext display_date due_date end_date grading_type max_attempts points_possible start_date submission_types term_id title'.split(
      ' ',
    ),
  ],
  [
    'SubmissionRequest',
    'attachments extra_attempts flags grade grade_comment grade_points grader_id override_due_date state'.split(
      ' ',
    ),
  ],
];
const samples = ['5', '1.5', 'true', '"x"', '[]', '{}', 'null', '[5]', '[[]]', '[null]'];

const numbers =
  '1e999 -1e999 1.7976931348623157e308 1.7976931348623159e308 1e-999 4.9e-324 -0 0 1e3 1.0 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 123456789012345678901234567890 9007199254740993'.split(
    ' ',
  );

const requests = [
  'null',
  '{}',
  '{} }',
  '[]',
  '"x"',
  '5',
  'true',
  '{"TITLE":"a","DUE_DATE":"2026-03-01"}',
  '{"\u017fubmi\u017fsion_types":["text"],"a\u017f\u017fignee_mode":1}',
  '{"ti\u0130tle":5,"titl\\u0065":5}',
  '{"title":"a","Title":"b"}',
  '{"title":"a","title":null}',
  '{"title":"a","title":5}',
  '{"assignee_ids":["a","b"],"assignee_ids":[null]}',
  '{"assignee_ids":["a",null,"c"]}',
  '{"attachments":[{"type":"file"}],"attachments":[{"title":"t"}]}',
  '{"attachments":[{"type":"file","type":null}]}',
  '{"attachments":[null,{"type":1}]}',
  '{"attachments":[{"title":[]},5]}',
  '{"max_attempts":3,"max_attempts":null}',
  '{"__proto__":{"title":5},"constructor":5,"toString":5,"title":"a"}',
  '{"assignee_mod":"all"}',
  '{"title":5,"due_date":"2026-02-30"}',
  '{"title":5,"due_date":{}}',
  '{"due_date":"2026-02-30","title":5}',
  '{"title":5,"points_possible":"x"}',
  '{"points_possible":"x","title":5}',
  '{"attachments":[{"type":5}],"title":5}',
  '{"attachments":[{"type":5},{"url":5}],"due_date":"x"}',
  '{"title":5,"description":}',
  '{"due_date":"2026-02-30",}',
  '{"title":"50\\ %"}',
  '{"assignee_mode": ,}',
  '{\n  "assignee_mode": ,\n}',
  '{"title":"a":"b"}',
  '{"due_date":""}',
  '{"title":"\\ud83d"}',
];

const times =
  '2026-01-05T12:00:00Z 2026-01-05T12:00:00.123Z 2026-01-05T12:00:00.569Z 2026-01-05T12:00:00.123456Z 2026-01-05T12:00:00.123999999999Z 2026-01-05T12:00:00,5Z 2026-01-05T12:00:00,123Z 2026-01-05T12:00:00+05:30 2026-01-05T12:00:00.000-0800 2026-01-05T12:00:00-0800 2026-01-05T12:00:00 2026-01-05T12:00Z 2026-01-05T12:00 2026-01-05 2024-02-29 2025-02-29 1900-02-29 2000-02-29 0000-01-01 9999-12-31 2026-02-30 2026-02-30T00:00:00Z 2026-02-30T00:00:00.000Z 2026-04-31T10:00:00+02:00 2026-13-01 2026-00-01 2026-01-00 2026-01-32 2026-05-01T24:00:00Z 2026-05-01T10:60:00Z 2026-05-01T10:00:60Z 2026-05-01T1:00:00Z 2026-05-01T10:00:00+25:00 2026-05-01T10:00:00+24:99 2026-05-01T10:00:00++5:00 2026-05-01T10:00:00*05:00 2026-05-01T10:00:00+0x:00 2026-05-01T10:00:00.+12Z 2026-05-01T10:00:00.-12Z 2026-05-01T10:00:.5Z 2026-05-01T10:00:00.Z 2026-05-01T10:00:00.12xZ 2026-05-01T10:00:00Zjunk 2026-05-01T10:00:00z 2026-05-01t10:00:00Z 2026-5-1 26-05-01 12026-05-01 2x26-05-01 +026-05-01 5/1/2026 2026/05/01 20260501 1767614400 tomorrow 2026-05 2026 2026- 2 x YYYY-MM-DD 20\u00e96-01-01 2\u00e9x5 \u{1f600} a"b\\c'.split(
    ' ',
  );
const blankTimes = [
  '',
  ' ',
  ' 2026-05-01',
  '2026-05-01 ',
  '2026-05-01 10:00:00',
  '2026-05-01   10:00:00',
  '2026-05-01 1:00:00',
  '2026-05-01\n',
  '\u0000\u0007\u007f\u0080\ufffd',
];

const spelled = [
  '',
  'a',
  '"',
  "'",
  '\\',
  '\u0000\u0001\u0007\b\t\n\u000b\f\r\u001b\u001f\u007f',
  '\u0080\u009f\u00a0\u00ad\u00e9',
  '\u0300\u200b\u200d\u2028\u2029\u2060\u3000\ufeff\ufffd\uffff',
  '\ue000\u{1f600}\u{e0001}\u{10ffff}',
  '<script>&amp;</script>',
];
const limits = [
  ...['', '0', '-0', '+1', '--1', '1.0', '1e2', '0x10', '1_000', ' 1', '100', '101', 'abc', 'a"b', '\u00e9'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809'],
  ...['00000000000000000000000000000001', '99999999999999999999999999', '\u0661'],
];

function brokenUtf8(): BodySample[] {
  const broken: readonly (readonly number[])[] = [
    ...[[0x80], [0xbf], [0xc0, 0x80], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xed, 0xb0, 0x80]],
    ...[[0xf0, 0x9f, 0x98], [0xf4, 0x90, 0x80, 0x80], [0xf5], [0xfe], [0xff], [0xff, 0xfe]],
  ];
  return broken.flatMap((some) => [
    bytes('any', ...some),
    bytes('any', '{"a":', ...some, '}'),
    bytes('any', '["\\', ...some, '"]'),
    bytes('any', '["', ...some, '\\ud83d', ...some, '"]'),
    bytes('AssignmentRequest', '{"due_date":"', ...some, '2026"}'),
    bytes('AssignmentRequest', '{"titl', ...some, '":5,"title":"', ...some, '"}'),
  ]);
}

/** The bodies of the table, each once. */
export function tableBodies(): BodySample[] {
  const nested = (depth: number, open: string, close: string): BodySample => ({
    target: 'any',
    pieces: [
      [open, depth],
      ['1', 1],
      [close, depth],
    ],
  });
  const all: BodySample[] = [
    ...Object.values(places).flatMap((place) => strays.map((stray) => any(place.replace('@', stray)))),
    ...Object.values(places).map((place) => any(place.replace('@', ''))),
    ...truncated('AssignmentRequest', assignment),
    ...truncated('SubmissionRequest', submission),
    ...fields.flatMap(([target, names]) =>
      names.flatMap((name) =>
        samples.map((sample): BodySample => ({ target, text: `{"${name}":${sample}}` })),
      ),
    ),
    ...numbers.flatMap((number): BodySample[] => [
      any(`[${number}]`),
      { target: 'AssignmentRequest', text: `{"max_attempts":${number}}` },
      { target: 'AssignmentRequest', text: `{"points_possible":${number}}` },
    ]),
    ...['01', '-01', '1.', '.5', '+1', '1e', '0x1', 'Infinity', 'NaN', '1_0'].map((number) =>
      any(`{"a":${number}}`),
    ),
    ...requests.map((text): BodySample => ({ target: 'AssignmentRequest', text })),
    ...[' ', '\n\t\r ', '1 2', '123abc', '01', '{}]', '"a"b', '\ufeff{}', '{"a":1,"a":2}', '{"":{}}'].map(
      any,
    ),
    ...brokenUtf8(),
    nested(10_000, '[', ']'),
    nested(10_001, '[', ']'),
    nested(10_001, '{"a":', '}'),
    nested(5_001, '[{"a":', '}]'),
    ...[...times, ...blankTimes].map((text): BodySample => ({ target: 'time', text })),
    ...[...times, ...blankTimes].map(
      (time): BodySample => ({ target: 'AssignmentRequest', text: JSON.stringify({ due_date: time }) }),
    ),
    ...spelled.flatMap((text): BodySample[] => [
      { target: 'quote', text },
      { target: 'marshal', text },
    ]),
    ...limits.map((text): BodySample => ({ target: 'limit', text })),
  ];
  const seen = new Map(all.map((sample) => [`${sample.target} ${bodyOf(sample).toString('hex')}`, sample]));
  return [...seen.values()];
}

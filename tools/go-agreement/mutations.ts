import fc from 'fast-check';
import { bodyOf, type GoTarget } from '../../src/sandbox/go-json/table-testing.ts';
import { tableBodies } from './bodies.ts';
import type { Question } from './go.ts';

const shreds = [
  ...'{}[]":,\\ \n\t0123456789.eE+-/bfnrtu\'\u0000\u00e9\u{1f600}',
  ...['true', 'false', 'null', 'nul', '1e999', '\\u', '\\ud83d', '\\ude00', '""', '[]', '{}', '"due_date":'],
  ...[
    '"title":',
    '"TITLE":',
    '"attachments":[',
    '"type":',
    '"max_attempts":',
    '"2026-02-30"',
    '2026',
    'T10:0',
  ],
].map((text) => Buffer.from(text));

const target = fc.constantFrom<GoTarget>('any', 'AssignmentRequest', 'SubmissionRequest');
const shred = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...shreds) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 3 }) },
);

const decodes = (of: GoTarget): boolean =>
  of === 'any' || of === 'AssignmentRequest' || of === 'SubmissionRequest';

/** The printable characters depend on the Unicode version, and those of Go and Node differ; up to here they agree. */
const settledCharacter = fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code));

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(4000),
  cut: fc.integer({ min: 0, max: 4 }),
  put: fc.oneof(fc.constant(new Uint8Array()), shred),
});

function edited(body: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let made = Buffer.from(body);
  for (const { at, cut, put } of edits) {
    const place = at % (made.length + 1);
    made = Buffer.concat([made.subarray(0, place), put, made.subarray(place + cut)]);
  }
  return made;
}

const wellFormed = (bytes: Uint8Array): Buffer => Buffer.from(Buffer.from(bytes).toString());

/** Well-formed requests of any type in any member, names in any case, some twice. */
const request = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...[
          'title',
          'Title',
          'due_date',
          'DUE_date',
          'attachments',
          'max_attempts',
          'points_possible',
          'grade',
        ],
        ...[
          'submission_types',
          '\u017fubmission_types',
          'assignee_ids',
          'grade_points',
          'flags',
          'state',
          'x',
        ],
        ...['extra_attempts', 'override_due_date', 'assignee_mode', '__proto__'],
      ),
      fc.oneof(
        fc.json({ maxDepth: 3 }),
        fc.constantFrom(
          'null',
          '[{"type":null,"url":5}]',
          '[{"type":"file"},null]',
          '["a",null]',
          '"2026-02-30"',
        ),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
        fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(String),
      ),
    ),
    { maxLength: 5 },
  )
  .map((members) => Buffer.from(`{${members.map(([name, value]) => `"${name}":${value}`).join(',')}}`));

const timeText = fc.oneof(
  fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    ...['2026-03-01T10:00:00.123456+05:30', '2026-03-01T10:00:00-0800', '2026-03-01 10:00:00', '2026-02-29'],
    ...['2026-03-01T10:00', '2026-03-01T10:00Z', '2026-03-01T10:00:00,5Z', '2026-03-01T10:00:00'],
  ),
);
const timeShred = fc
  .constantFrom(...'0123456789:-+.,TZ tz/\u00e9', '00', '29', '30', '31', '60', '.123', '+05:30', '-0800')
  .map((text) => Buffer.from(text));
const time = fc
  .tuple(timeText, fc.array(fc.record({ at: fc.nat(40), cut: fc.nat(3), put: timeShred }), { maxLength: 3 }))
  .map(([text, edits]) => wellFormed(edited(Buffer.from(text), edits)));

/**
 * Random questions: edited bodies of the table, edited and whole requests, shreds, dates. Same seed, same questions.
 */
export function randomQuestions(count: number, seed: number): Question[] {
  const table = tableBodies().filter(({ pieces }) => pieces === undefined);
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
  const question: fc.Arbitrary<Question> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.constantFrom(...table), edits).map(([asked, made]) => ({
        target: asked.target,
        // Dates, limits and texts are already decoded, so they contain no invalid UTF-8.
        body: decodes(asked.target) ? edited(bodyOf(asked), made) : wellFormed(edited(bodyOf(asked), made)),
      })),
    },
    { weight: 3, arbitrary: fc.record({ target, body: request }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(target, request, edits)
        .map(([of, body, made]) => ({ target: of, body: edited(body, made) })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        target,
        body: fc.array(shred, { maxLength: 20 }).map((parts) => Buffer.concat(parts)),
      }),
    },
    { weight: 2, arbitrary: fc.record({ target: fc.constant<GoTarget>('time'), body: time }) },
    {
      weight: 1,
      arbitrary: time.map((text) => ({
        target: 'AssignmentRequest' as const,
        body: Buffer.from(JSON.stringify({ due_date: text.toString() })),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        target: fc.constantFrom<GoTarget>('quote', 'marshal'),
        body: fc.array(settledCharacter, { maxLength: 8 }).map((some) => Buffer.from(some.join(''))),
      }),
    },
  );
  return fc.sample(question, { numRuns: count, seed });
}

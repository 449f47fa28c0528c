import { expect } from 'chai';
import fc from 'fast-check';
import { createLeakScanner } from './scanner.ts';

const nowMs = Date.UTC(2026, 0, 5);

/** Encodings that do not hide a text. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  percent: encodeURIComponent,
  'percent, every byte': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  JSON: (text) => JSON.stringify(text),
  'JSON, every unit': (text) =>
    text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'JSON with \\/': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
  HTML: (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  'HTML, every point': (text) => [...text].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'in its parts (NFD)': (text) => text.normalize('NFD'),
};
/** Case changes, which must come first: base64 in another case is another text. */
const letterings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'full width': (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  decomposed: (text) => text.normalize('NFKD'),
  spaced: (text) => text.replace(/(?<=^.{3})(?=.)/u, ' \n '),
};

/** Names, addresses and codes with at least eight letters or digits, and without public words. */
const word = fc.stringMatching(/^[A-ZÀ-Ö][a-zà-ö]{2,6}[g-z]q[a-z]{0,3}$/);
const value = fc.oneof(
  fc.tuple(word, word).map(([first, last]) => `${first} ${last}`),
  fc.tuple(word, word).map(([first, last]) => `${first}.${last}@school.example`.toLowerCase()),
  fc.tuple(word, fc.stringMatching(/^[0-9]{4,9}$/)).map(([name, number]) => `${name}-${number}`),
  fc.stringMatching(/^[0-9a-f]{24}$/).filter((id) => new Set(id).size > 4),
  fc.tuple(word, word).map(([a, b]) => `${a}/${b} "${a}" & <${b}>`),
  fc.stringMatching(/^[\u4e00-\u9fa5]{8,12}$/).filter((text) => new Set(text).size > 2),
);
/** Surrounding text: a word boundary and anything else. */
const around = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\\%&]/g, '')),
  fc.constantFrom('{"data":{"name":"', 'x', 'a sentence: ', '<li>', '&id=', '\n', 'abcdefg/'),
);

describe('the leak scanner', () => {
  it('finds a value under any three nested encodings, in any position', () => {
    // Shared: earlier values make no difference.
    const scanner = createLeakScanner({ nowMs });
    const names = fc.array(fc.constantFrom(...Object.keys(encodings)), { maxLength: 3 });
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(...Object.keys(letterings)),
        names,
        around,
        around,
        (raw, lettering, wraps, before, after) => {
          scanner.learn(raw);
          const written = wraps.reduce(
            (text, name) => encodings[name]?.(text) ?? text,
            letterings[lettering]?.(raw) ?? raw,
          );
          expect(scanner.scan('file', `${before} ${written} ${after}`), written).to.not.be.empty;
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds no value in text with other letters and digits', () => {
    const scanner = createLeakScanner({ nowMs });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (values) => {
        for (const one of values) scanner.learn(one, 'name');
      }),
    );
    const tag = fc.stringMatching(/^[0-9a-f]{6}$/);
    const filler = fc.oneof(
      fc
        .tuple(fc.constantFrom('name', 'text', 'cursor', 'seg', 'bucket'), tag)
        .map((parts) => parts.join('-')),
      tag.map((one) => `user-${one}@example.invalid`),
      fc.stringMatching(/^000[0-9a-f]{21}$/),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.nat().map(String),
      fc.string(),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'first', 'id', 'email', 'dob'), filler), (record) => {
        const text = JSON.stringify(JSON.stringify(record));
        expect(scanner.scan('file', text), text).to.deep.equal([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds short values as whole values, and under their own names', () => {
    const published = {
      texts: ['M', 'F', 'a page', 'sis_id gender middle first last name'],
      freeFields: ['first', 'last', 'middle'],
    };
    const scanner = createLeakScanner({ nowMs, published });
    scanner.learnText(
      '{"data":{"name":{"first":"Page","last":"Bakerq","middle":"M"},"sis_id":"2041","gender":"M"}}',
      'a body',
    );
    const found = (text: string) => scanner.scan('file', text).map((one) => one.kind);
    expect(found('the Bakerqs know Bakerq well')).to.deep.equal([]);
    for (const text of [
      '"Bakerq"',
      '/v2.0/students/bakerq/x',
      '?name=BAKERQ&',
      '<td>Bakerq</td>',
      'a\nBakerq\n',
    ])
      expect(found(text), text).to.deep.equal(['plain']);
    expect(found('{"role":"page","first":"x"}')).to.deep.equal([]);
    expect(found('{"first":"Page"}')).to.deep.equal(['named']);
    expect(found('{"middle": "M"}')).to.deep.equal(['named']);
    expect(found('{"gender":"M"}')).to.deep.equal([]);
    expect(found('2041 requests, "content-length":"2041"')).to.deep.equal([]);
    expect(found('{"sis_id":"2041"}')).to.deep.equal(['named']);
  });

  it('reports days and years in the same order, but not alone', () => {
    const scanner = createLeakScanner({ nowMs });
    const days = ['1/5/2011', '12/31/2010', '3/4/2012', '7/9/2011', '2/2/2010'];
    const page = (shown: readonly string[]) =>
      JSON.stringify({ data: shown.map((dob) => ({ data: { dob, due_date: '2026-06-01' } })) });
    scanner.learnText(page(days), 'a body');
    const found = (shown: readonly string[]) => scanner.scan('file', page(shown)).map((one) => one.kind);
    expect(found(days)).to.deep.equal(['series']);
    expect(found(days.slice(1))).to.deep.equal(['series']);
    expect(found(days.slice(2))).to.deep.equal([]);
    expect(found(days.toReversed())).to.deep.equal([]);
  });

  it('names file, line and kind, and neither stores nor shows values', () => {
    const scanner = createLeakScanner({ nowMs, published: { texts: ['name'] } });
    scanner.learnExchange(
      {
        seq: 7,
        request: { path: '/', headers: {} },
        response: { headers: {}, body: '{"name":"Hermione Granger"}' },
      },
      'others',
    );
    const leaks = scanner.scan('report.json', `{\n"a": "b",\n"c": "${btoa('Hermione Granger')}"\n}`);
    expect(leaks).to.deep.equal([
      { file: 'report.json', kind: 'base64', at: 3, from: 'exchange 7, response body, "name"' },
    ]);
    expect(JSON.stringify(scanner).toLowerCase()).to.not.include('hermione');
  });

  it('finds names and map keys in error texts that are not documented', () => {
    const published = { texts: ['title', 'due_date', 'message', 'error', 'errors', 'PostAssignmentBody'] };
    for (const [body, leak] of [
      ['{"message":"hermione_grade in body is required"}', 'hermione_grade in body is required'],
      [
        '{"message":"validation failure list: nickname.granger in body is required"}',
        'x nickname.granger in body',
      ],
      [
        '{"error":"json: cannot unmarshal string into Go struct field Learner.hermione of type int64"}',
        'field Learner.hermione of',
      ],
      ['{"errors":{"hermioneq":["is required"]}}', '{"hermioneq":1}'],
    ] as const) {
      const scanner = createLeakScanner({ nowMs, published });
      scanner.learnText(body, 'an error');
      expect(scanner.scan('file', leak), body).to.have.lengthOf(1);
    }
    const scanner = createLeakScanner({ nowMs, published });
    scanner.learnText('{"message":"title in body is required"}', 'an error');
    expect(scanner.scan('file', 'title in body is required')).to.deep.equal([]);
  });

  it('finds a value in hex whatever number of digits precedes it', () => {
    const scanner = createLeakScanner({ nowMs });
    scanner.learn('Qortho Granger');
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const written of [hex('Qortho Granger'), hex(hex('Qortho Granger'))])
      for (const before of ['', '3', '30', '30 ', 'f', 'abc', 'x', '7 7 7 '])
        for (const after of ['', '4', ' 41', 'ab'])
          expect(scanner.scan('file', before + written + after), before + written).to.have.lengthOf(1);
  });

  it('searches as tokens what coincidence could write, and long values within words, too', () => {
    const scanner = createLeakScanner({ nowMs });
    for (const value of ['Qorthoxy', '68637b2c71537909b4002371', '86753091234']) scanner.learn(value);
    const isFound = (text: string) => scanner.scan('file', text).length > 0;
    for (const text of ['a Qorthoxy.', 'by-qorthoxy_2', 'x68637b2c71537909b4002371x', 'no "86753091234"'])
      expect(isFound(text), text).to.equal(true);
    for (const text of ['unqorthoxy', 'qorthoxys', '286753091234', '00-86753091234'])
      expect(isFound(text), text).to.equal(false);
  });

  it('survives arbitrary input', () => {
    const scanner = createLeakScanner({ nowMs });
    const hostile = [
      '[[[['.repeat(10_000),
      `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`,
      '%25'.repeat(10_000),
      '\\'.repeat(20_001),
      '&amp;'.repeat(10_000),
      'QUJD'.repeat(10_000),
      '00'.repeat(20_000),
      '\ud800'.repeat(1_000),
      `${'1'.repeat(20_000)}x`,
      `${'1,, '.repeat(5_000)}x`,
      `${'text/a '.repeat(5_000)}!`,
      `${'"a":"'.repeat(5_000)}!`,
      '{"__proto__":{"a":"Hermione Granger"},"":""}',
    ];
    const startedMs = performance.now();
    for (const text of hostile) {
      const request = { path: text, headers: { 'x-h': text, accept: text, 'retry-after': text } };
      scanner.learnExchange({ seq: 0, request, response: { headers: {}, body: text } }, 'others');
      scanner.learn(text);
    }
    for (const text of hostile.slice(0, -1)) {
      scanner.scan('file', `${text.slice(7)} ${text}`);
      scanner.screen((screen) => screen.body(text, 'a body', 'here'));
    }
    expect(scanner.scan('file', 'hermione granger')).to.have.length(1);
    expect(performance.now() - startedMs).to.be.below(5_000);
  }).timeout(10_000);

  it('withholds a header that is a number of a record, and none that is an instant', () => {
    const numbers = { students: '20140817', instant: '1767614400' };
    const scanner = createLeakScanner({ nowMs });
    scanner.learnExchange(
      {
        seq: 0,
        request: { path: '/', headers: {} },
        response: {
          headers: {},
          body: JSON.stringify({ student_number: numbers.students, at: numbers.instant }),
        },
      },
      'others',
    );
    const screened = (value: string) =>
      scanner.screen((screen) => screen.header(value, 'x-ratelimit-reset', 'response header', 'exchange 1'))
        .value;
    expect(screened(numbers.students)).to.equal('withheld: possible leak');
    expect(screened(numbers.instant)).to.equal(numbers.instant);
    expect(screened('20140818')).to.equal('20140818');
  });

  it('looks again at a body that was clean before something of it was learned, or before a member of it was withheld elsewhere', () => {
    const scanner = createLeakScanner({ nowMs });
    const body = (name: string) => JSON.stringify({ data: [{ nick: name }] });
    const screened = (...names: readonly string[]) =>
      scanner.screen((screen) => names.map((name) => screen.body(body(name), 'response body', 'exchange 1')))
        .value;
    expect(screened('Brzeczyk-7', 'Ana')).to.deep.equal([body('Brzeczyk-7'), body('Ana')]);
    scanner.learn('Brzeczyk-7', 'nick', 'exchange 2');
    for (const one of screened('Ana', 'Brzeczyk-7')) expect(one).to.include('withheld: possible leak');
  });
});

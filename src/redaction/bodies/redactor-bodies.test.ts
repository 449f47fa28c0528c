import { expect } from 'chai';
import { bigStudent, exchange, listOf, redact, token } from '../testing.ts';

describe('the redactor, on tokens and bodies', () => {
  it('a token as a parameter of a link is replaced in its place, elsewhere the link with it', () => {
    const uris = [`/v2.0/students?access_token=${token}&limit=2`, `/v2.0/${token}?limit=2`];
    const path = `/v2.0/students?access_token=${token}`;
    const body = { data: [], links: uris.map((uri) => ({ rel: 'next', uri })) };
    const [redacted] = redact([exchange({ path }, { body })], [token]);
    const { links } = JSON.parse(String(redacted?.response?.body)) as { links: { uri: string }[] };
    expect(links[0]?.uri).to.equal(`${redacted?.request.path}&limit=2`);
    expect(links[1]?.uri).to.equal('«token:1»');
  });

  it('numbers tokens and shows where one is echoed in any encoding', () => {
    const second = 'other-token-9876543210';
    const wrapped = Buffer.from(`Bearer ${token}!`).toString('base64');
    const [first, other] = redact(
      [
        exchange({}, { status: 401, body: { error: `no such token: ${token}` } }),
        exchange(
          { headers: { authorization: `Bearer ${second}`, cookie: 'a=b' } },
          { status: 401, body: `<html>${wrapped}</html>`, headers: { 'x-debug': second, server: 'envoy' } },
          1,
        ),
      ],
      [token, second],
    );
    expect(first?.request.headers).to.deep.equal({ authorization: 'Bearer «token:1»' });
    expect(first?.response?.body).to.include('«token:1»');
    expect(other?.request.headers).to.deep.equal({ authorization: 'Bearer «token:2»' });
    expect(other?.response?.headers).to.deep.equal({
      'content-type': 'application/json',
      'x-debug': '«token:2»',
    });
    expect(other?.response?.body).to.include('«token:1»');
    expect(JSON.stringify([first, other])).not.to.include('0123456789');
  });

  it('finds a token in a record, a link, a name and behind JSON escapes', () => {
    const escaped = `{"data":{"name":{"first":"${token.replace('s', '\\u0073')}"},"x${token}":1},"links":[{"rel":"self","uri":"/v2.0/students?t=${token}"}]}`;
    const [result] = redact([
      exchange({ path: '/v2.0/students/5f0000000000000000000001' }, { body: escaped }),
    ]);
    expect(result?.response?.body.match(/«token:1»/g)).to.have.length(3);
  });

  it('keeps numbers that JSON.stringify cannot represent', () => {
    const [result] = redact([exchange({}, { body: '{"data":{"id":1e999,"a":-0}}' })]);
    expect(result?.response?.body).to.include('1e999').and.to.include('-0');
  });

  it('replaces a number where a listed text is documented, and the name of an undocumented header', () => {
    const body = '{"data":{"id":"5f0000000000000000000001","state":3125550188}}';
    const [result] = redact([
      exchange(
        { path: '/v2.0/districts/5f0000000000000000000001' },
        { body, headers: { 'x-amelia-okonkwo': token } },
      ),
    ]);
    expect(result?.response?.body)
      .to.match(/"state":\d{10}/)
      .and.not.include('3125550188');
    expect(Object.keys(result?.response?.headers ?? {}).join())
      .to.match(/x-[0-9a-f]{6}/)
      .and.not.include('amelia');
  });

  it('keeps unreadable bodies unreadable and of their kind', () => {
    const kinds: readonly (readonly [string, RegExp])[] = [
      ['', /^$/],
      ['{"data":[{"name":"Jane"', /^\{«unreadable: 23 characters»$/],
      ['\ufeff{"data":[]}', /^\ufeff\{"data":\[\]\}$/],
      ['<html><p>Jane Roe</p></html>', /^<html>«28 characters»<\/html>$/],
      [
        '<pre>Cannot GET /v2.0/learners/smith</pre>\n',
        /^<pre>Cannot GET \/v2\.0\/seg-\w+\/seg-\w+<\/pre>\n$/,
      ],
      ['Jane is not here', /^«text: 16 characters»$/],
      ['404 page not found\n', /^404 page not found\n$/],
      ['NaN', /^«text: 3 characters»$/],
      ['"Jane is not here"', /^"«text: 16 characters»"$/],
      ['null', /^null$/],
    ];
    for (const [body, expected] of kinds)
      expect(redact([exchange({}, { status: 500, body })])[0]?.response?.body, body).to.match(expected);
  });

  it('survives hostile bodies', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const hostile =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"data":{"toString":"Jane"}}';
    for (const body of [deep, hostile, '\ud800', '{"data":{"name":{"first":"\\ud800"}}}'])
      expect(redact([exchange({}, { body })])[0]?.response?.body)
        .to.be.a('string')
        .and.not.to.include('Jane');
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('keeps the case and words of a malformed body that a probe sent', () => {
    const path = '/v3.1/sections/5f0000000000000000000001/assignments';
    const step = { claim: 'lms-errors/missing-value', case: 'POST' };
    const sent = exchange({ method: 'POST', path, body: '{"assignee_mode": ,"title":"Jane\\ Roe"}' });
    expect(redact([{ ...sent, step }])[0]?.request.body).to.match(
      /^\{"assignee_mode": ,"title":"x-\w{6}\\ Roe"\}$/,
    );
    expect(redact([sent])[0]?.request.body).to.match(/^\{«unreadable/);
    const typo = exchange({ method: 'POST', path, body: '{"assignee_mod":"all","Title":"x"}' });
    expect(Object.keys(JSON.parse(redact([typo])[0]?.request.body ?? ''))).to.deep.equal([
      'assignee_mod',
      'Title',
    ]);
  });

  it('redacts a repeated record equally, alone and in another list', () => {
    const records = [bigStudent(1), bigStudent(2)];
    const [first, second] = redact([
      exchange({}, { body: listOf(records) }, 0),
      exchange({}, { body: listOf([...records].reverse()) }, 1),
    ]).map((one) => JSON.parse(one.response?.body ?? '').data);
    expect(second).to.deep.equal([...first].reverse());
  });
});

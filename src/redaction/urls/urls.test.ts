import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../../exchange.ts';
import { redactExchanges } from '../redactor.ts';

const origin = 'https://api.clever.com';
const id = '5f0000000000000000000001';

function redactOne(path: string, uri: string, location?: string): Exchange {
  const body = JSON.stringify({
    data: [{ data: { id }, uri: `/v2.0/students/${id}` }],
    links: [{ rel: 'next', uri }],
  });
  const exchange: Exchange = {
    seq: 0,
    request: { method: 'GET', origin, path, headers: {}, sentAtMs: 1 },
    response: { status: 200, headers: location === undefined ? {} : { location }, body, receivedAtMs: 2 },
  };
  return redactExchanges([exchange], { profiles, tokens: [], key: new Uint8Array(32) })[0]!;
}

function redactLink(uri: string): string {
  return (jsonOf(redactOne('/v2.0/students', uri)) as { links: { uri: string }[] }).links[0]!.uri;
}

/** What judges check in a link: whether it parses, keeps its origin, is relative, and its notation. */
function classOf(uri: string) {
  if (!URL.canParse(uri, origin)) return 'unreadable';
  const url = new URL(uri, origin);
  return [
    url.origin === origin ? 'own' : 'foreign',
    url.protocol,
    url.username === '' ? '' : 'user',
    uri.startsWith('/') ? 'slash' : '',
    /^\/[^/\\\t]/.test(uri) ? 'plain' : '',
    /^[\0- ]/.test(uri) ? 'blank' : '',
    uri.includes('\\') ? 'backslash' : '',
    uri.includes('?') ? 'query' : '',
  ].join(' ');
}

describe('the redaction of URLs', () => {
  it('preserves whether a link is valid', () => {
    const links = [
      `/v2.0/students?limit=2&starting_after=${id}`,
      '/v2.0/students?',
      `/v1.1/students?starting_after=${id}`,
      `${origin}/v2.0/students?limit=2`,
      `http://api.clever.com/v2.0/students`,
      'https://api.clever.com:8443/v2.0/students',
      'https://evil.example/v2.0/students?limit=2',
      '//evil.example/x',
      '/\\evil.example/x',
      '\\\\evil.example/x',
      '/\t/evil.example/x',
      ' /v2.0/students',
      '\n//evil.example',
      'https://api.clever.com@evil.example/',
      'https://user:pass@api.clever.com/v2.0/students',
      'https://api.clever.com.evil.example/',
      'https://[::ffff:169.254.169.254]/',
      'http://2130706433/',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      'http://[broken',
      'v2.0/students',
      '?starting_after=x',
      '',
      '/oauth/tokens?owner_type=district',
      '/v2.0/students/../../oauth/tokens',
    ];
    for (const link of links) {
      const redacted = redactLink(link);
      expect(classOf(redacted), `${link} -> ${redacted}`).to.equal(classOf(link));
      expect(redacted).not.to.match(/evil|pass\b|alert|passwd/);
    }
  });

  it('keeps documented words, numbers and the order of the query', () => {
    const link = redactLink(`/v2.0/students?limit=2&starting_after=${id}&favourite=Jane&count=true`);
    expect(link).to.match(
      /^\/v2\.0\/students\?limit=2&starting_after=00000001[0-9a-f]{16}&x-\w{6}=x-\w{6}&count=true$/,
    );
  });

  it('maps a cursor equally in a link and in the next request', () => {
    const submissions = `/v3.1/sections/${id}/assignments/x/submissions?cursor=`;
    const result = redactOne(`${submissions}eyJhIjoxfQ%3D%3D`, `${submissions}eyJhIjoxfQ==`);
    const { links } = jsonOf(result) as { links: { uri: string }[] };
    expect(links[0]?.uri)
      .to.equal(result.request.path)
      .and.to.match(/cursor=cursor-\w{6}$/);
  });

  it('maps an id equally in path, query, body and location, percent-encoded or not', () => {
    const coded = id.replace('5', '%35');
    const result = redactOne(
      `/v2.0/students/${coded}/sections?starting_after=${coded}`,
      '',
      `${origin}/v2.0/students/${id}`,
    );
    const { data } = jsonOf(result) as { data: { data: { id: string } }[] };
    const pseudonym = data[0]?.data.id;
    expect(result.request.path).to.equal(`/v2.0/students/${pseudonym}/sections?starting_after=${pseudonym}`);
    expect(result.response?.headers.location).to.equal(`${origin}/v2.0/students/${pseudonym}`);
  });

  it('keeps limits sent by probes', () => {
    for (const limit of ['0', '-1', '10001', 'abc', '', '1e3', '2.5', '0x10'])
      expect(redactOne(`/v2.0/students?limit=${limit}`, '').request.path).to.equal(
        `/v2.0/students?limit=${limit}`,
      );
    expect(redactOne('/v2.0/students?limit=Jane', '').request.path).not.to.include('Jane');
    expect(redactOne('/v3.1/users?role=student&limit=2', '').request.path).to.equal(
      '/v3.1/users?role=student&limit=2',
    );
    expect(redactOne('/v3.1/users?role=Jane', '').request.path).not.to.include('Jane');
    const events = '/v2.0/events?record_type=students&record_type=district_admins';
    expect(redactOne(events, '').request.path).to.equal(events);
  });

  it('keeps doubled and trailing slashes, and replaces unknown words of a path', () => {
    expect(redactOne('//v2.0//students/', '').request.path).to.equal('//v2.0//students/');
    expect(redactOne('/v2.0/learners/smith', '').request.path).to.match(/^\/v2\.0\/seg-\w{6}\/seg-\w{6}$/);
  });
});

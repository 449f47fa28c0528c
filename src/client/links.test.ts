import { expect } from 'chai';
import fc from 'fast-check';
import { findLink, type LinkRefusal, resolveLink } from './links.ts';

const base = { origin: 'https://api.clever.com', collectionPath: '/v2.0/students' };

describe('findLink', () => {
  const next = { rel: 'next', uri: '/n' };
  const self = { rel: 'self', uri: '/s' };
  const cases: readonly [title: string, links: unknown, expected: unknown][] = [
    ['the first place', [next, self], { ok: true, uri: '/n' }],
    ['the last place', [self, { rel: 'prev', uri: '/p' }, next], { ok: true, uri: '/n' }],
    ['no such link', [self], { ok: true, uri: undefined }],
    ['no links', undefined, { ok: true, uri: undefined }],
    ['null', null, { ok: true, uri: undefined }],
    ['the same link twice', [next, self, next], { ok: true, uri: '/n' }],
    ['two that differ', [next, { rel: 'next', uri: '/m' }], { ok: false, reason: 'ambiguous' }],
    ['an object', { next: '/n' }, { ok: false, reason: 'links-not-a-list' }],
    ['a uri that is not a string', [{ rel: 'next', uri: 7 }], { ok: false, reason: 'uri-not-text' }],
    ['a link without uri', [{ rel: 'next' }], { ok: false, reason: 'uri-not-text' }],
    ['invalid entries next to it', [null, 3, 'next', [], {}, next], { ok: true, uri: '/n' }],
    ['a rel from the prototype', [Object.create({ rel: 'next', uri: '/x' })], { ok: true, uri: undefined }],
  ];
  for (const [title, links, expected] of cases)
    it(`reads ${title}`, () => expect(findLink(links, 'next')).to.deep.equal(expected));
});

describe('resolveLink', () => {
  const followed: readonly [uri: string, url: string, form: string, otherVersion: boolean][] = [
    [
      '/v2.0/students?starting_after=a&x=%20y&limit=3',
      '/v2.0/students?starting_after=a&x=%20y&limit=3',
      'host-relative',
      false,
    ],
    ['/v2.0/students?', '/v2.0/students?', 'host-relative', false],
    ['/v1.1/students?a=1', '/v1.1/students?a=1', 'host-relative', true],
    ['/v2.0/students?a=1#b', '/v2.0/students?a=1', 'host-relative', false],
    ['/v2.0/students?mail=a@b', '/v2.0/students?mail=a@b', 'host-relative', false],
    ['/v2.0/schools/../students?a=1', '/v2.0/students?a=1', 'host-relative', false],
    ['https://api.clever.com/v2.0/students?a=1', '/v2.0/students?a=1', 'absolute', false],
    ['https://api.clever.com:443/v2.0/students?a=1', '/v2.0/students?a=1', 'absolute', false],
    ['//api.clever.com/v2.0/students?a=1', '/v2.0/students?a=1', 'absolute', false],
    ['?a=1', '/v2.0/students?a=1', 'relative', false],
  ];
  for (const [uri, path, form, otherVersion] of followed)
    it(`follows ${uri}`, () =>
      expect(resolveLink(uri, base)).to.deep.equal({
        ok: true,
        url: base.origin + path,
        form,
        otherVersion,
      }));

  const refused: readonly [uri: string, reason: LinkRefusal][] = [
    ['https://evil.example/v2.0/students', 'foreign-origin'],
    ['//evil.example/v2.0/students', 'foreign-origin'],
    ['///evil.example/v2.0/students', 'foreign-origin'],
    ['/\\evil.example/v2.0/students', 'unreadable'],
    ['\\\\evil.example/v2.0/students', 'unreadable'],
    ['/\t/evil.example/v2.0/students', 'unreadable'],
    ['\n//evil.example/v2.0/students', 'unreadable'],
    [' /v2.0/students', 'unreadable'],
    ['/v2.0/students\r\nx: y', 'unreadable'],
    ['/v2.0/students\u0000', 'unreadable'],
    ['', 'unreadable'],
    ['http://[', 'unreadable'],
    [`/v2.0/students?x=${'y'.repeat(9000)}`, 'unreadable'],
    ['https://api.clever.com@evil.example/v2.0/students', 'userinfo'],
    ['https://a:b@api.clever.com/v2.0/students', 'userinfo'],
    ['https://@api.clever.com/v2.0/students', 'userinfo'],
    ['https:///user@api.clever.com/v2.0/students', 'userinfo'],
    ['//user@api.clever.com/v2.0/students', 'userinfo'],
    ['https://api.clever.com.evil.example/v2.0/students', 'foreign-origin'],
    ['https://api.clever.com\u3002evil.example/v2.0/students', 'foreign-origin'],
    ['http://api.clever.com/v2.0/students', 'foreign-origin'],
    ['https://api.clever.com:8443/v2.0/students', 'foreign-origin'],
    ['https://[::ffff:169.254.169.254]/v2.0/students', 'foreign-origin'],
    ['https://2130706433/v2.0/students', 'foreign-origin'],
    ['javascript:alert(1)', 'not-http'],
    ['data:application/json,{}', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['/oauth/tokens?owner_type=district', 'other-collection'],
    ['/v2.0/students/../../oauth/tokens', 'other-collection'],
    ['/v2.0/students/%2e%2e/teachers', 'other-collection'],
    ['/v2.0/students%2f..%2fteachers', 'other-collection'],
    ['/v2.0/teachers', 'other-collection'],
    ['/v2.0/v2.0/students', 'other-collection'],
    ['v2.0/students?a=1', 'other-collection'],
    ['/students?a=1', 'other-collection'],
    ['/v2.0/students/', 'other-collection'],
    ['/', 'other-collection'],
  ];
  for (const [uri, reason] of refused)
    it(`rejects ${JSON.stringify(uri).slice(0, 60)}: ${reason}`, () =>
      expect(resolveLink(uri, base)).to.deep.equal({ ok: false, reason }));

  it('followed links stay on the origin and in the collection', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '\t',
      '@',
      ':',
      '.',
      '..',
      '%2e',
      '?',
      '#',
      'https:',
      'evil.example',
      'api.clever.com',
      'v2.0',
      'students',
      'oauth',
    );
    const uris = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
      fc.webUrl(),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(uris, (uri) => {
        const link = resolveLink(uri, base);
        if (!link.ok) return;
        const url = new URL(link.url);
        expect([url.origin, url.username, url.password, url.hash]).to.deep.equal([base.origin, '', '', '']);
        expect(url.pathname).to.match(/^\/v\d+(\.\d+)?\/students$/);
      }),
      { numRuns: 2000 },
    );
  });
});

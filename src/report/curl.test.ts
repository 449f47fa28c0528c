import { expect } from 'chai';
import { curlOf } from './curl.ts';
import { sampleExchange } from './testing.ts';

describe('report/curl', () => {
  it('a read is a command with the token as a placeholder', () => {
    expect(curlOf(sampleExchange())).to.equal(
      `curl -sS -i --globoff --path-as-is -H "authorization: Bearer $CLEVER_TOKEN" -H 'accept: application/json' 'https://api.example.test/v2.0/students?limit=2'`,
    );
  });

  it('a write carries its method, its headers and its body as they were', () => {
    const command = curlOf(
      sampleExchange({
        method: 'POST',
        path: '/v3.1/sections/s/assignments',
        headers: { 'content-type': 'application/json', 'content-length': '12', host: 'x', 'x-empty': '' },
        body: `@file {"a":"it's"}`,
      }),
    );
    expect(command).to.equal(
      `curl -sS -i --globoff --path-as-is -X POST -H 'content-type: application/json' -H 'x-empty;' ` +
        `--data-raw '@file {"a":"it'\\''s"}' https://api.example.test/v3.1/sections/s/assignments`,
    );
  });

  it('other tokens get a placeholder of their own, and one that the target does not know is written as such', () => {
    const withToken = (value: string) => curlOf(sampleExchange({ headers: { authorization: value } }));
    expect(withToken('Bearer «token:2»')).to.contain('"authorization: Bearer $CLEVER_TOKEN_2"');
    expect(withToken('Bearer «token:unknown»')).to.contain(`'authorization: Bearer not-a-known-token'`);
    expect(withToken('$(id)')).to.contain(`'authorization: $(id)'`);
  });

  it('an invalid header name is omitted: curl would read @name as a file', () => {
    expect(curlOf(sampleExchange({ headers: { '@/etc/passwd': 'x', 'a b': 'y' } }))).not.to.match(
      /passwd|a b/,
    );
  });

  it('a body with NUL goes through a pipe', () => {
    const command = curlOf(sampleExchange({ method: 'POST', headers: {}, body: 'a%\\\0b' }));
    expect(command).to.equal(
      `printf 'a%%\\\\\\000b' | curl -sS -i --globoff --path-as-is -X POST --data-binary @- 'https://api.example.test/v2.0/students?limit=2'`,
    );
  });
});

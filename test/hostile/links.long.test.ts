import { type AddressInfo, createServer } from 'node:net';
import { expect } from 'chai';
import { exitCodes } from '../../src/errors.ts';
import { judgeSpoiled, ofThemes, teacher } from '../engine/server-testing.ts';

/** Counts connections to a port that nothing may connect to. */
async function withTrap<T>(work: (host: string, connections: () => number) => Promise<T>): Promise<T> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`127.0.0.1:${(server.address() as AddressInfo).port}`, () => connections);
  } finally {
    server.close();
  }
}

describe('a server that leads elsewhere', () => {
  it('cannot redirect requests to another port by its links, and fails', () =>
    withTrap(async (trap, connections) => {
      const port = trap.split(':')[1];
      const tricks = (home: string) => [
        `http://${trap}/x`,
        `//${trap}/x`,
        `/\\${trap}/x`,
        `\\\\${trap}\\x`,
        `/\t/${trap}/x`,
        ` http://${trap}/x`,
        `\nhttp://${trap}/x`,
        `http://${home}@${trap}/v2.0/teachers`,
        `http://localhost:${port}/v2.0/teachers`,
        `http://2130706433:${port}/`,
        `http://0x7f.1:${port}/`,
        `http://[::ffff:127.0.0.1]:${port}/`,
        `https://${trap}/v2.0/teachers`,
        `http:${trap}`,
        `ht\ntp://${trap}/`,
        `///${trap}/x`,
        'javascript:alert(1)',
        'file:///etc/passwd',
        `data:text/html,<img src=http://${trap}>`,
        '/oauth/tokens?limit=3',
        '/v2.0/teachers/../../oauth/tokens',
        '/v2.0/%2e%2e/oauth/tokens',
      ];
      const noted = new Set<string>();
      let at = 0;
      const asked: string[] = [];
      const judged = await judgeSpoiled((request, response) => {
        asked.push(request.url ?? '');
        const path = (request.url ?? '').split('?', 1)[0] ?? '';
        if (!/^\/v2\.0\/[a-z_]+$/.test(path)) return false;
        const all = tricks(request.headers.host ?? '');
        const uri = all[at++ % all.length] ?? '';
        noted.add(uri);
        response
          .writeHead(200, {
            'content-type': 'application/json',
            link: `<http://${trap}/x>; rel="next"`,
            refresh: `0; url=http://${trap}/x`,
            'content-location': `http://${trap}/x`,
            'alt-svc': `h2="${trap}"`,
          })
          .end(
            JSON.stringify({
              data: [teacher('0'.repeat(24))],
              links: [
                { rel: 'next', uri },
                { rel: 'prev', uri },
              ],
            }),
          );
        return true;
      });
      expect(noted.size).to.equal(tricks('').length);
      expect(connections()).to.equal(0);
      expect(asked.filter((url) => !/^\/v(2\.0|3\.1)\//.test(url))).to.deep.equal([]);
      expect(judged.exitCode).to.equal(exitCodes.nonConforming);
      const found = judged.said('pagination/links-host-relative');
      for (const trick of ['foreign-origin', 'userinfo', 'javascript:', 'file:', 'data:'])
        expect(found).to.include(trick);
      expect(judged.said('pagination/next-stays-in-collection')).to.match(/oauth/);
    })).timeout(20_000);

  it('cannot redirect requests to another port by any redirect status', () =>
    withTrap(async (trap, connections) => {
      for (const status of [301, 302, 303, 307, 308]) {
        const judged = await judgeSpoiled(
          (request, response) => {
            if (!request.url?.startsWith('/v2.0/teachers')) return false;
            response.writeHead(status, { location: `http://${trap}${request.url}` }).end();
            return true;
          },
          { ids: ofThemes('data') },
        );
        expect(judged.exitCode).to.equal(exitCodes.nonConforming);
        expect(judged.said('data/operation-answers')).to.include(`${status}`);
      }
      expect(connections()).to.equal(0);
    })).timeout(20_000);
});

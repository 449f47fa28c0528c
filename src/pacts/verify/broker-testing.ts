import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Members } from '../../exchange.ts';

/** One request to the broker. */
export interface BrokerRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Members;
}

/** A stub of the endpoints that a Pact broker documents for verification, on a free port of 127.0.0.1. Only for tests. */
export interface BrokerStub {
  readonly url: string;
  readonly requests: readonly BrokerRequest[];
  close(): void;
}

/** Serves one pact with the provider `clever`; `pending`: as a pending pact; `publishes: false`: rejects results. */
export async function openBrokerStub(
  pact: Members,
  { pending = false, publishes = true } = {},
): Promise<BrokerStub> {
  const requests: BrokerRequest[] = [];
  let url = '';
  const link = (path: string, more: object = {}) => ({ href: `${url}${path}`, ...more });
  const answers: Readonly<Record<string, () => readonly [number, object]>> = {
    'GET /': () => [
      200,
      {
        _links: {
          self: link('/'),
          'pb:provider-pacts-for-verification': link('/pacts/provider/{provider}/for-verification', {
            templated: true,
          }),
        },
      },
    ],
    // The core reads the resource before it posts to it.
    'GET /pacts/provider/clever/for-verification': () => [
      200,
      { _embedded: { pacts: [] }, _links: { self: link('/pacts/provider/clever/for-verification') } },
    ],
    'POST /pacts/provider/clever/for-verification': () => [
      200,
      {
        _embedded: {
          pacts: [
            {
              shortDescription: 'latest from main',
              verificationProperties: {
                pending,
                notices: [{ when: 'before_verification', text: 'This pact is the latest from main.' }],
              },
              _links: {
                self: link('/pacts/provider/clever/consumer/roster-sync/version/1', { name: 'The pact' }),
              },
            },
          ],
        },
        _links: { self: link('/pacts/provider/clever/for-verification') },
      },
    ],
    'GET /pacts/provider/clever/consumer/roster-sync/version/1': () => [
      200,
      {
        ...pact,
        _links: {
          self: link('/pact'),
          'pb:provider': link('/pacticipants/clever', { name: 'clever' }),
          'pb:publish-verification-results': link('/results'),
        },
      },
    ],
    'GET /pacticipants/clever': () => [
      200,
      {
        _links: {
          self: link('/pacticipants/clever'),
          'pb:branch-version': link('/pacticipants/clever/branches/{branch}/versions/{version}', {
            templated: true,
          }),
          'pb:version-tag': link('/pacticipants/clever/versions/{version}/tags/{tag}', { templated: true }),
        },
      },
    ],
    'POST /results': () => (publishes ? [201, { _links: { self: link('/results/1') } }] : [403, {}]),
  };
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const text = await textOf(request);
    requests.push({
      method,
      path,
      authorization: headers.authorization ?? '',
      body: text === '' ? {} : JSON.parse(text),
    });
    const put = method === 'PUT' ? () => [200, {}] as const : undefined;
    const [status, body] = (
      answers[`${method} ${path}`] ??
      put ??
      (() => [404, { error: 'not there' }] as const)
    )();
    response.writeHead(status, { 'content-type': 'application/hal+json;charset=utf-8' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

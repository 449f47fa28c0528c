import type { Server, ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { UsageError } from '../../errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Answer, AnswerResponse } from './answer.ts';

/** A sandbox on a port. */
export interface Listening {
  /** `http://127.0.0.1:40123`, without a path. Of all addresses, a loopback one: none can be sent to. */
  readonly origin: string;
  /** Stops listening and closes keep-alive connections; the sandbox itself stays open. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP. Port 0 picks a free port.
 * @throws UsageError when the port is in use or not permitted, or the address is not one of this machine.
 */
export async function listen(
  sandbox: Pick<Sandbox, 'fetch'>,
  options: { readonly port: number; readonly hostname: string },
): Promise<Listening> {
  const server = createAdaptorServer({
    hostname: options.hostname,
    // Replacing the global Request and Response would affect everything else in this process.
    overrideGlobalObjects: false,
    fetch: async (request, { outgoing }) => {
      const response = await sandbox.fetch(request);
      if (!(response instanceof AnswerResponse && response.untouched)) return response;
      write(outgoing as ServerResponse, response.answer);
      return RESPONSE_ALREADY_SENT;
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, options)));
    server.listen(options.port, options.hostname, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${hostOf(options.hostname)}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The host of a URL that reaches an address which is listened on. */
export function hostOf(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return isIPv6(address) ? `[${address}]` : address;
}

function write(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  outgoing.writeHead(status, { ...headers, 'Content-Length': length });
  outgoing.end(body);
}

function portFault(
  error: NodeJS.ErrnoException,
  { port, hostname }: { readonly port: number; readonly hostname: string },
): Error {
  if (error.code === 'EADDRINUSE') {
    return new UsageError(
      `Port ${port} is in use.`,
      'Choose another with --port, or use --port 0 for a free one.',
      {
        cause: error,
      },
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new UsageError(
      `No address of this machine is ${hostname}.`,
      'Give one of this machine, 127.0.0.1, or 0.0.0.0 for all of them.',
      { cause: error },
    );
  }
  if (error.code === 'EACCES' || error.code === 'ERR_SOCKET_BAD_PORT') {
    return new UsageError(
      `Port ${port} cannot be used: ${error.message}.`,
      'Choose a port from 1024 to 65535.',
      {
        cause: error,
      },
    );
  }
  return error;
}

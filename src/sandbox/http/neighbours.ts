/**
 * Who else can reach a port of 127.0.0.1: every web page that a browser on this machine has open. A browser says which page
 * a request comes from; a page that had its own name resolved to 127.0.0.1 (DNS rebinding) is seen by the Host.
 */
import { type Answer, text } from './answer.ts';

/** Whether a browser says (`Sec-Fetch-Site`) that a page of another origin made it send the request. */
export function isOfForeignPage(site: string | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether a Host names this machine and nothing that a name server could decide: `localhost`, or a loopback address. */
export function isLoopbackHost(host: string): boolean {
  const { hostname } = URL.parse(`http://${host}/`) ?? { hostname: '' };
  return /^(?:(?:[\w-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/**
 * The response to a request for the sandbox's own paths that does not come from this machine; `undefined` if it does. `isOpen`: it
 * listens on another address on purpose, so programs of other machines may ask as well, but still no page.
 */
export function refuseForeign({ url, headers }: Request, isOpen: boolean): Answer | undefined {
  // The URL of a request on a port has its Host.
  const { host } = new URL(url);
  const isProgram = headers.get('origin') === null && headers.get('sec-fetch-site') === null;
  if (!isLoopbackHost(host) && !(isOpen && isProgram))
    return text(403, 'Refused: the Host is not this machine. Use http://127.0.0.1 or http://localhost.\n');
  const origin = headers.get('origin');
  const isForeign = origin !== null && origin !== `http://${host}`;
  return isForeign || isOfForeignPage(headers.get('sec-fetch-site') ?? undefined)
    ? text(403, 'Refused: the request comes from a web page of another origin.\n')
    : undefined;
}

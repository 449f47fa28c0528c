import type { Exchange } from '../../exchange.ts';
import type { Scope } from '../scope.ts';

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : origin;
}

/** Clever's own, and this machine. */
const publicHost =
  /^(?:(?:[\w-]+\.)*clever\.com|(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** The hosts of the exchanges with what is shown of them: the user of a capture has not named any. */
export function hostsOf(exchanges: readonly Exchange[], isCaptured: boolean): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const { request } of exchanges) {
    const host = hostOf(request.origin);
    if (hosts.has(host)) continue;
    const isShown = !isCaptured || publicHost.test(host) || host.endsWith('.invalid');
    // The port stays, because another one is another origin.
    hosts.set(host, isShown ? host : `host-${hosts.size + 1}.invalid${/:\d+$/.exec(host)?.[0] ?? ''}`);
  }
  return hosts;
}

/** An origin with what is shown of its host. */
export function redactOrigin(origin: string, { hosts }: Scope): string {
  const host = hostOf(origin);
  const shown = hosts.get(host) ?? host;
  return shown === host ? origin : `${/^https:/i.test(origin) ? 'https' : 'http'}://${shown}`;
}

/** `example.test` of `example.test:8080`. */
export function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

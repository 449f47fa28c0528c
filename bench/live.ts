import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bin, runBuilt } from './built.ts';
import { median } from './median.ts';

const rounds = 5;

/**
 * Processor time of the same probes against a sandbox on a port, which runs in another process, and against the embedded one. At a
 * port there are sockets, and the leak guard.
 */
export async function measureLive(): Promise<{ liveMs: number; inProcessMs: number; ratio: number }> {
  const sandbox = spawn(process.execPath, [bin, 'sandbox', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [said] = (await once(sandbox.stdout.setEncoding('utf8'), 'data')) as [string];
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    const same = ['server', '--quiet', '--grep', 'data/'];
    const live = ['--target', origin, '--states', `${origin}/_states`, '--budget', '1'];
    const pairs = Array.from({ length: rounds + 1 }, () => ({
      live: runBuilt([...same, ...live], { CLEVER_TOKEN: 'sandbox-district-token' }).cpuMs,
      inProcess: runBuilt(same).cpuMs,
    })).slice(1);
    return {
      liveMs: median(pairs.map((one) => one.live)),
      inProcessMs: median(pairs.map((one) => one.inProcess)),
      ratio: median(pairs.map((one) => one.live / one.inProcess)),
    };
  } finally {
    sandbox.kill();
  }
}

import { knownVersions } from '../../../contracts/versions.ts';
import type { Seen } from '../../proxy/proxy.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { indexOperations } from '../../traffic/operations.ts';
import type { Io } from '../io.ts';

/** Shows a conversation line by line. Nothing of its data is shown: paths as the documents write them, no ids, no bodies. */
export interface View {
  passed(seen: Seen): void;
  /** A line of the suite's own. */
  say(text: string): void;
}

/** Lines in a second; a client that hammers would fill the screen. */
const maxLines = 20;
/** A shorter pause between two requests is no wait. */
const leastWaitMs = 950;

export function createView({ stderr }: Pick<Io, 'stderr'>, { quiet }: { readonly quiet: boolean }): View {
  const { find } = indexOperations(knownVersions);
  const startedAtMs = Date.now();
  let second = 0;
  let lines = 0;
  let left = 0;
  let lastEndMs: number | undefined;

  const write = (text: string) => void stderr.write(`${escapeTerminal(text)}\n`);
  const rest = () => {
    if (left > 0) write(`          … and ${count(left, 'more request')}`);
    left = 0;
  };
  const placeOf = ({ method, path }: Seen): string => {
    const [pathname = '', query = ''] = path.split('?', 2);
    const found = find(method, pathname);
    if (!found) return 'a path that is not documented';
    const isLater = /(?:^|&)(?:starting_after|ending_before)=/.test(query);
    return `${found.profile.prefix}${found.operation.path}${isLater ? ', a further page' : ''}`;
  };

  return {
    passed: (seen) => {
      const { arrivedAtMs, endedAtMs, status, injected, refused, remaining } = seen;
      const waitedMs = lastEndMs === undefined ? 0 : arrivedAtMs - lastEndMs;
      lastEndMs = Math.max(lastEndMs ?? 0, endedAtMs);
      if (quiet) return;
      const now = Math.floor(endedAtMs / 1000);
      if (now !== second) {
        rest();
        second = now;
        lines = 0;
      }
      if (++lines > maxLines) {
        left++;
        return;
      }
      const notes = [
        waitedMs >= leastWaitMs ? `after a wait of ${(waitedMs / 1000).toFixed(1)} s` : '',
        remaining === undefined ? '' : `${remaining} remaining`,
        injected === undefined ? '' : `injected: ${injected}`,
        refused === undefined ? '' : `not passed on: ${refused}`,
      ].filter((one) => one !== '');
      const time = ((arrivedAtMs - startedAtMs) / 1000).toFixed(1).padStart(8);
      const method = /^[A-Z]{1,10}$/.test(seen.method) ? seen.method : '?';
      const took = status === undefined ? 'no response' : `${status}  ${endedAtMs - arrivedAtMs} ms`;
      write([`${time}  ${method} ${placeOf(seen)}  ${took}`, ...notes].join(' · '));
    },
    say: (text) => {
      rest();
      write(text);
    },
  };
}

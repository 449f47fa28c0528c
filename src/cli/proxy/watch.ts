import { findRequirement } from '../../catalogue.ts';
import { createListenDriver } from '../../drivers/listen.ts';
import { type ExitCode, InconclusiveError, NothingJudgedError } from '../../errors.ts';
import { createLeakGuard } from '../../leak-guard/leak-guard.ts';
import { type Conversation, openConversation } from '../../proxy/conversation.ts';
import { count } from '../../report/escape.ts';
import type { Io } from '../io.ts';
import { endSides } from '../judge/run.ts';
import { percent, watchText } from './announcement.ts';
import type { ProxyOptions, Watching } from './flags.ts';
import { openFolderBetween } from './folder.ts';
import { writeTraffic } from './recording.ts';
import { createView } from './view.ts';

/** Passes on what a client and a server say until Ctrl-C or a long silence, then judges both. */
export async function watchBetween(options: ProxyOptions, run: Watching, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const { origin, scenarios } = options;
  const folder = await openFolderBetween(options, startedAtMs);
  const view = createView(io, options);
  const waiter = createListenDriver({ idleMs: run.idleMs, signal: io.signal, announce: () => {} });
  const conversation = await openConversation({
    ...options,
    server: origin,
    port: run.port,
    token: run.token,
    captured: {
      name: `traffic with ${origin}`,
      now: Date.now,
      ...(options.server ? { server: options.server } : {}),
      ...(options.client ? { client: options.client } : {}),
    },
    signal: io.signal,
    onArrival: waiter.touch,
    onPassed: view.passed,
    onViolation: (side, id) => {
      const { level, claim } = findRequirement(id);
      view.say(`✗ ${side}: ${id} (${level}): ${claim}`);
    },
  });
  try {
    for (const line of watchText(options, run, conversation.origin)) view.say(line);
    waiter.touch();
    await waiter.whenOver;
  } finally {
    await conversation.close();
  }
  rejectNothing(conversation);
  if (conversation.counts().isFull)
    view.say(
      'There was more traffic than can be judged: all of it was passed on, and the first part is judged.',
    );
  const guard = createLeakGuard(startedAtMs, [origin]);
  for (const exchange of conversation.exchanges()) guard.sawCapture(exchange);
  await writeTraffic(folder, { ...options, traffic: conversation.traffic(), startedAtMs }, io);
  const environment = {
    requests: conversation.counts().client,
    ...(scenarios.length > 0 ? { injected: accountText(conversation.account()) } : {}),
    ...(options.budgetShare === undefined ? {} : { 'share of the rate limit': percent(options.budgetShare) }),
  };
  // Ctrl-C is how a conversation ends; the reports are still to be written.
  const after = { ...io, signal: new AbortController().signal };
  const code = await endSides({ sides: conversation.sides(), environment, guard }, folder, options, after);
  if (conversation.counts().server > 0 && ![...conversation.exchanges()].some(({ response }) => response))
    throw new InconclusiveError(
      `${origin} answered no request, so it could not be judged.`,
      'Check that it is up, and that --target is its address.',
    );
  return code;
}

function rejectNothing(conversation: Conversation): void {
  const { server, client, others } = conversation.counts();
  if (server + client > 0) return;
  throw new NothingJudgedError(
    `No request to a Clever API came through the proxy${others > 0 ? `, only ${count(others, 'request')} to other paths` : ''}.`,
    'Give the client the printed address as its base URL, and let it run.',
  );
}

/** What each rule did: `429@page:2 once, 503x3@students never`. */
function accountText(account: Readonly<Record<string, number>>): string {
  const often = (times: number) => (times === 0 ? 'never' : times === 1 ? 'once' : `${times} times`);
  return Object.entries(account)
    .map(([label, times]) => `${label} ${often(times)}`)
    .join(', ');
}

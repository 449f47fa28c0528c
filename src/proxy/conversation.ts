import type { Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { knownVersions } from '../../contracts/versions.ts';
import type { Traffic } from '../captures/formats/captured.ts';
import { type CaptureOptions, type CaptureRun, judgePrepared, prepareCapture } from '../captures/session.ts';
import type { Exchange } from '../exchange.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createHttpSender } from '../targets/http.ts';
import { createRoom } from './copies.ts';
import { createInjector } from './faults/inject.ts';
import { createLagMeter, type LagMeter } from './lag.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createLooker } from './looker.ts';
import { realPacer } from './pacing.ts';
import { openProxy, type Seen } from './proxy.ts';

export interface ConversationOptions {
  /** Of the server. */
  readonly server: string;
  readonly port: number;
  /** For requests that have none. @default none is added */
  readonly token?: string | undefined;
  readonly allowWrites: boolean;
  /** For one response of the server. */
  readonly timeoutMs: number;
  /** What is played into it. */
  readonly scenarios: readonly Scenario[];
  /** Share of the rate limit that may be used; requests beyond it wait. @default no limit but that of the server */
  readonly budgetShare?: number | undefined;
  readonly captured: CaptureOptions;
  readonly signal: AbortSignal;
  readonly onArrival?: () => void;
  readonly onPassed?: (seen: Seen) => void;
  /** Called once for each requirement that is certainly violated, while both sides are silent. */
  readonly onViolation?: (side: Side, id: RequirementId) => void;
}

/** What a client and a server say to each other through the proxy, and what each of them is worth. */
export interface Conversation {
  /** For the client, as its base URL. */
  readonly origin: string;
  readonly counts: Ledger['counts'];
  /** How often each injected rule was used, by its label. */
  readonly account: () => Readonly<Record<string, number>>;
  /** What the server said, unredacted. */
  traffic(): Traffic;
  /** Of both sides, unredacted. */
  readonly exchanges: () => Iterable<Exchange>;
  /** The sides that are judged, each by what it saw. */
  sides(): readonly JudgeableSide[];
  /** Ends it: connections that are open are closed. */
  close(): Promise<void>;
}

export interface JudgeableSide {
  readonly side: Side;
  judge(): CaptureRun;
}

/** On the wire; more than any documented response has. */
const maxBytes = 32 * 1024 * 1024;
/** For bodies that are under way, or wait to be read: two of the largest. */
const roomBytes = 2 * maxBytes;

/** Opens the proxy. Throws `UsageError` for a port that is taken. */
export async function openConversation(options: ConversationOptions): Promise<Conversation> {
  const { server, token, timeoutMs, scenarios, budgetShare, captured } = options;
  const ledger = createLedger(server);
  const sender = createHttpSender();
  const injector = scenarios.length > 0 ? createInjector(scenarios, knownVersions) : undefined;
  const pacer = budgetShare === undefined ? undefined : realPacer(budgetShare, options.signal);
  const lag = createLagMeter();
  const sides = () => sidesOf(ledger, captured, lag);
  const looker =
    options.onViolation && createLooker({ ledger, lag, sides, onViolation: options.onViolation });
  const proxy = await openProxy({
    way: { origin: new URL(server), sender, token, timeoutMs, maxBytes, room: createRoom(roomBytes) },
    port: options.port,
    allowWrites: options.allowWrites,
    ledger,
    injector,
    admit: pacer?.admit,
    onArrival: () => {
      looker?.wait();
      options.onArrival?.();
    },
    onPassed: (seen) => {
      if (seen.refused === undefined) pacer?.count({ response: { headers: seen.headers } }, true);
      options.onPassed?.(seen);
      looker?.soon(() => proxy.open === 0);
    },
  });
  return {
    origin: proxy.origin,
    counts: ledger.counts,
    account: () => injector?.account() ?? {},
    traffic: () => ledger.traffic('server', lag.maxMs()),
    exchanges: ledger.exchanges,
    sides,
    close: async () => {
      looker?.wait();
      await proxy.close();
      sender.close();
      lag.end();
    },
  };
}

function sidesOf(ledger: Ledger, captured: CaptureOptions, lag: LagMeter): readonly JudgeableSide[] {
  const { server, client, ...neither } = captured;
  const of = (side: Side, chosen: CaptureOptions): JudgeableSide => ({
    side,
    judge: () => judgePrepared(prepareCapture(ledger.traffic(side, lag.maxMs()), chosen), side, chosen),
  });
  // Each by its own traffic: injected responses are none of the server's.
  return [
    ...(server ? [of('server', { ...neither, server })] : []),
    ...(client ? [of('client', { ...neither, client })] : []),
  ];
}

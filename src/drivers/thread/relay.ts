import type { Assignment } from '../driver.ts';
import { isImmediate, type PendingResponse } from '../served.ts';
import type { FromThread, ToThread } from './messages.ts';

/** Passes the requests of one start on to the scenario's server, and moves its clock as the thread's clock moves. */
export interface Relay {
  take(message: RelayMessage): void;
  /** The start ended at this time of the thread's clock. */
  end(nowMs: number): void;
}

export type RelayMessage = FromThread & { readonly kind: 'request' | 'body' | 'sent' | 'failed' };

interface Open {
  readonly body: PromiseWithResolvers<string | undefined>;
  pending?: PendingResponse;
}

/** `virtual` is the server and the clock of the start. */
export function createRelay(
  { receive, clock }: NonNullable<Assignment['virtual']>,
  send: (message: ToThread) => void,
): Relay {
  const open = new Map<number, Open>();
  const moveTo = (nowMs: number) => {
    if (nowMs > clock.now()) clock.advance(nowMs - clock.now());
  };
  return {
    take: (message) => {
      if ('nowMs' in message) moveTo(message.nowMs);
      const { request } = message;
      switch (message.kind) {
        case 'request': {
          const one: Open = { body: Promise.withResolvers() };
          open.set(request, one);
          receive({ ...message.arrival, body: message.hasBody ? one.body.promise : undefined }).then(
            (pending) => {
              one.pending = pending;
              // Saves a message for almost every request.
              if (pending.served && isImmediate(pending.served)) {
                pending.markSent();
                open.delete(request);
              }
              send({ kind: 'served', request, served: pending.served });
            },
            (error: unknown) => send({ kind: 'refused', request, message: String(error) }),
          );
          break;
        }
        case 'body': {
          const { body } = open.get(request) ?? {};
          if (message.body === null) body?.reject(new Error('the body of the request could not be read'));
          else body?.resolve(message.body);
          break;
        }
        case 'sent':
          open.get(request)?.pending?.markSent();
          break;
        case 'failed':
          open.get(request)?.pending?.fail(message.message);
          break;
        default:
          message satisfies never;
      }
    },
    end: moveTo,
  };
}

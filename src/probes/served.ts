import type { ReadExchange } from '../traffic/read-exchange.ts';
import type { Actor, ActorRequest } from './probe.ts';
import { idOf } from './responses.ts';

/** A list that the token may read, and a record in it. */
export interface Served {
  readonly collection: string;
  /** Absent if no candidate list has a record. */
  readonly id?: string;
}

/** The first list with a record; a token's scopes may exclude any of them. */
export async function firstServed(actor: Actor): Promise<Served> {
  for (const collection of actor.api.choices.readable) {
    const id = await firstId(actor, collection);
    if (id !== undefined) return { collection, id };
  }
  return { collection: actor.api.choices.main };
}

/** The first id in a list; `undefined` if the list is empty or not served. */
export async function firstId(actor: Actor, collection: string): Promise<string | undefined> {
  return idOf((await actor.sample(collection))[0]);
}

/** Waits between the attempts of a read that fails, in seconds: enough to tell a hiccup from an operation that never works. */
const waitsS = [1, 2];
/** A read that hangs is sent again once: each attempt costs the whole timeout, and three in a row are a server that hangs. */
const maxHangs = 2;

/** Sends a valid read again, twice at most, while it gets a server error or no response. */
export async function sendUntilServed(actor: Actor, request: ActorRequest): Promise<ReadExchange> {
  return await untilServed(actor, request, await actor.send(request));
}

/** The same for a read that has got its first response. */
export async function untilServed(
  actor: Actor,
  request: ActorRequest,
  first: ReadExchange,
): Promise<ReadExchange> {
  let response = first;
  let hangs = 0;
  for (const waitS of waitsS) {
    if (response.failure?.kind === 'timeout') hangs++;
    if (!isWorthAnother(response) || hangs === maxHangs) break;
    await actor.clock.sleep(waitS * 1000);
    response = await actor.send(request);
  }
  return response;
}

/** A body that is too large once is too large again, and 501 and 429 are clear. */
function isWorthAnother({ status, failure, isInconclusive }: ReadExchange): boolean {
  return isInconclusive && status !== 429 && status !== 501 && failure?.kind !== 'too-large';
}

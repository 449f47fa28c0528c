import type { Profile } from '../../contracts/profiles.ts';
import type { Exchange } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import { createListCutter } from '../text/list-text.ts';
import { type StoredText, storedBodyOf } from '../text/packed-text.ts';
import { Body, ParsedBodies } from './body.ts';
import { indexOperations, type OperationIndex } from './operations.ts';
import { ReadExchange } from './read-exchange.ts';

/** Reads one exchange. */
export function readExchange(
  exchange: Exchange,
  operations: OperationIndex,
  parsed: ParsedBodies,
): ReadExchange {
  const { response } = exchange;
  return new ReadExchange(exchange, response && new Body(storedBodyOf(response), parsed), operations);
}

/** Reads exchanges; equal bodies are read once. */
export function readExchanges(
  exchanges: readonly Exchange[],
  profiles: readonly Profile[],
): readonly ReadExchange[] {
  return createReader(profiles)(exchanges);
}

/** Reads parts of one run; an exchange that several parts have, and equal bodies of all parts, are read once. */
export function createReader(
  profiles: readonly Profile[],
): (exchanges: readonly Exchange[]) => readonly ReadExchange[] {
  const operations = indexOperations(profiles);
  const bodies = new Map<StoredText, Body>();
  const parsed = new ParsedBodies();
  const { cut } = createListCutter();
  const bodyOf = (text: StoredText): Body => {
    const known = bodies.get(text);
    if (known) return known;
    const body = new Body(typeof text === 'string' ? (cut(text) ?? text) : text, parsed);
    bodies.set(text, body);
    return body;
  };
  const known = new Map<Exchange, ReadExchange>();
  const read = (one: Exchange) =>
    new ReadExchange(one, one.response && bodyOf(storedBodyOf(one.response)), operations);
  return (exchanges) => exchanges.map((one) => entryOf(known, one, () => read(one)));
}

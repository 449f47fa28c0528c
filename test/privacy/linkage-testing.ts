import { createHash } from 'node:crypto';
import { profiles } from '../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../../src/exchange.ts';
import { createRecorder } from '../../src/recorder/recorder.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import { isObject, type Members } from '../../src/text/json.ts';

/** Records by collection, in the order in which they were served. */
export type Roster = Readonly<Record<string, readonly Members[]>>;

/** A district as it is, and as a report's evidence shows it. */
export interface Linkage {
  readonly known: Roster;
  readonly shown: Roster;
}

const collections = ['districts', 'schools', 'terms', 'sections', 'students', 'contacts', 'events'];

/** Reads a made-up district, and redacts it with a key that depends on `seed`. */
export async function observeDistrict(seed: number, students: number): Promise<Linkage> {
  const target = openSandboxTarget({ seed, students });
  const recorder = createRecorder({ fetch: target.fetch, clock: target.clock, origin: target.origin });
  for (const collection of collections)
    await recorder.send({
      method: 'GET',
      path: `/v2.0/${collection}?limit=10000`,
      headers: { authorization: `Bearer ${target.token}` },
    });
  await target.close();
  const { exchanges } = recorder;
  const redacted = redactExchanges(exchanges, {
    profiles,
    tokens: [target.token],
    key: createHash('sha256').update(`key ${seed}`).digest(),
  });
  return { known: rosterOf(exchanges), shown: rosterOf(redacted) };
}

function rosterOf(exchanges: readonly Exchange[]): Roster {
  const rosters = exchanges.map((exchange, at) => {
    const body = jsonOf(exchange);
    const items: readonly unknown[] = isObject(body) && Array.isArray(body.data) ? body.data : [];
    const records = items.flatMap((item) => (isObject(item) && isObject(item.data) ? [item.data] : []));
    return [collections[at] ?? '', records] as const;
  });
  return Object.fromEntries(rosters);
}

/** What an attacker got right, and what guessing would have. */
export interface Score {
  readonly right: number;
  readonly of: number;
  /** The share that a guess without the evidence gets right, at best. */
  readonly chance: number;
}

/** Four standard deviations of a share that comes about by chance. */
export function marginOf({ of, chance }: Score): number {
  return 4 * Math.sqrt((chance * (1 - chance)) / of);
}

/**
 * Learns from one half of the pairs what is most often behind a clue, and predicts the other half. An attacker who ignores
 * the clues names the most common value, which is the chance.
 */
export function predict(pairs: readonly (readonly [clue: string, truth: string])[]): Score {
  // By a hash of the position: neighbours may be in one class or alternate between two.
  const isTaught = (at: number) => (Math.imul(at + 1, 0x9e3779b1) >>> 16) % 2 === 0;
  const taught = pairs.filter((_, at) => isTaught(at));
  const asked = pairs.filter((_, at) => !isTaught(at));
  const behind = Map.groupBy(taught, ([clue]) => clue);
  const usual = mostCommon(taught.map(([, truth]) => truth));
  const right = asked.filter(([clue, truth]) => {
    const guess = mostCommon((behind.get(clue) ?? []).map(([, one]) => one)) ?? usual;
    return guess === truth;
  });
  const best = mostCommon(asked.map(([, truth]) => truth));
  return {
    right: right.length,
    of: asked.length,
    chance: asked.filter(([, truth]) => truth === best).length / asked.length,
  };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(values, (one) => one)].map(([value, some]) => [value, some.length] as const);
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0];
}

const dayMs = 86_400_000;

/** Days since the Unix epoch of an ISO date, with or without time, or of M/D/YYYY; `undefined` for anything else. */
export function dayNumber(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, month = '', day = '', year = ''] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(value) ?? [];
  const text = year === '' ? value.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms / dayMs;
}

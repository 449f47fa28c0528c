import type { Answer, Asked, GoodAnswer, Rule } from './scenario.ts';

/** An answer as it goes out: headers in their spelling on the wire, in order, repeats and all. */
export interface Served {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly delayMs: number;
  readonly close?: NonNullable<Answer['close']>;
  readonly endless: boolean;
  /** Label of the rule that made it; absent: the sandbox's own answer. */
  readonly rule?: string;
}

/** The rules of a scenario while it is played. */
export interface Script {
  /** The answer to a request; `ask` asks the sandbox, at most once. */
  play(asked: Asked, ask: () => Promise<GoodAnswer>): Promise<Served>;
  /** How often each rule has answered so far, by label; every rule stands in it. */
  account(): Readonly<Record<string, number>>;
}

const nothingYet: GoodAnswer = { status: 200, headers: {}, body: '' };

/** Plays rules in their order: the first that applies and has answers left makes the answer. */
export function createScript(rules: readonly Rule[]): Script {
  const counts = new Map(rules.map((rule) => [rule.label, 0]));
  return {
    play: async (asked, ask) => {
      const rule = rules.find((one) => (counts.get(one.label) ?? 0) < (one.times ?? 1) && one.when(asked));
      if (!rule) return overlay(await ask(), {});
      counts.set(rule.label, (counts.get(rule.label) ?? 0) + 1);
      // Counted before anybody waits, so that two requests at once do not both get the only answer.
      const unasked = isWrite(asked.method) ? refusing(rule, asked) : undefined;
      if (unasked) return { ...overlay(nothingYet, unasked), rule: rule.label };
      const good = await ask();
      return { ...overlay(good, rule.answer(good, asked)), rule: rule.label };
    },
    account: () => Object.fromEntries(counts),
  };
}

function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** A write that must leave no trace may not reach the sandbox, so the rule is asked beforehand whether it is one. */
function refusing(rule: Rule, asked: Asked): Answer | undefined {
  try {
    const answer = rule.answer(nothingYet, asked);
    return answer.untouched ? answer : undefined;
  } catch {
    // It wanted to read the good answer, so it wants the sandbox asked.
    return undefined;
  }
}

function overlay(good: GoodAnswer, answer: Answer): Served {
  const body = answer.body ?? good.body;
  const laid = Object.entries(answer.headers ?? {});
  const replaced = new Set(laid.map(([name]) => name.toLowerCase()));
  const kept = Object.entries(good.headers).filter(([name]) => !replaced.has(name.toLowerCase()));
  // A label of the type would be a lie about a body that is not there any more.
  const isEmptied = body === '' && good.body !== '' && !replaced.has('content-type');
  const headers = [
    ...kept.filter(([name]) => !(isEmptied && name.toLowerCase() === 'content-type')),
    ...laid.flatMap(([name, value]) =>
      (value === null ? [] : typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
    ),
  ].map(([name, value]) => [wireName(name), value] as const);
  return {
    status: answer.status ?? good.status,
    headers,
    body,
    delayMs: answer.delayMs ?? 0,
    ...(answer.close === undefined ? {} : { close: answer.close }),
    endless: answer.endless === true,
  };
}

/** As Go servers spell it, and so the real API: `X-Ratelimit-Limit`. */
function wireName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}

import type { Served } from '../drivers/served.ts';
import type { Answer, Asked, GoodAnswer, Rule } from './scenario.ts';

/** The state of a scenario's rules. */
export interface Script {
  /** The first rule that applies to a request and has uses left; it counts as used. */
  take(asked: Asked): Rule | undefined;
  /** The response to a request, by the rule that was taken for it; `ask` calls the server, at most once. */
  play(rule: Rule | undefined, asked: Asked, ask: () => Promise<GoodAnswer>): Promise<Served>;
  /** Number of responses by rule label, for every rule but traps that were never reached. */
  ruleHits(): Readonly<Record<string, number>>;
}

const nothingYet: GoodAnswer = { status: 200, headers: {}, body: '' };

/** Keeps count of the uses of rules. */
export function createScript(rules: readonly Rule[]): Script {
  const counts = new Map(rules.map((rule) => [rule.label, 0]));
  const traps = new Set(rules.filter((rule) => rule.isTrap).map((rule) => rule.label));
  return {
    take: (asked) => {
      const rule = rules.find((one) => (counts.get(one.label) ?? 0) < (one.times ?? 1) && one.when(asked));
      // Counted at once, so that concurrent requests cannot exceed the limit.
      if (rule) counts.set(rule.label, (counts.get(rule.label) ?? 0) + 1);
      return rule;
    },
    play: async (rule, asked, ask) => {
      if (!rule) return overlay(await ask(), {});
      const unasked = isWrite(asked.method) ? refusing(rule, asked) : undefined;
      if (unasked) return { ...overlay(nothingYet, unasked), rule: rule.label };
      const good = await ask();
      return { ...overlay(good, rule.answer(good, asked)), rule: rule.label };
    },
    ruleHits: () => Object.fromEntries([...counts].filter(([label, hits]) => hits > 0 || !traps.has(label))),
  };
}

function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Calls the rule before the sandbox, because an `untouched` write must not reach the sandbox. */
function refusing(rule: Rule, asked: Asked): Answer | undefined {
  try {
    const answer = rule.answer(nothingYet, asked);
    return answer.untouched ? answer : undefined;
  } catch {
    // It reads the normal response, so it needs the sandbox.
    return undefined;
  }
}

function overlay(good: GoodAnswer, answer: Answer): Served {
  const body = answer.body ?? good.body;
  const laid = Object.entries(answer.headers ?? {});
  const replaced = new Set(laid.map(([name]) => name.toLowerCase()));
  const kept = Object.entries(good.headers).filter(([name]) => !replaced.has(name.toLowerCase()));
  // The content type would not match the replaced body.
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

/** Header spelling of Go servers, as in the real API: `X-Ratelimit-Limit`. */
function wireName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}

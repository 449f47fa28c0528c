import { collections } from '../collections.ts';
import { type Exchange, type Members, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { type Addressing, addressingsIn, collectionOf, enveloped, undisturbed } from './data-records.ts';
import type { Judge } from './judge.ts';
import { shorten, tokenOf } from './material.ts';

/** The most records that are told of one type. */
const toldPerType = 3;

/**
 * One case per type: the record of a list (second-level ones included) against the same record by its id. Null and
 * absence are the same here; where `last_modified` differs, the record changed meanwhile.
 */
export const listAndSingleAgree: Judge = (exchanges, context) => {
  const addressings = addressingsIn(undisturbed(exchanges, context), context);
  if (addressings.length === 0) return outcomeOf([], 'no records of the Data API were looked up');
  const isCaptured = context.subject === 'har';
  return outcomeOf(
    collections.map(({ type }) => judgeType(type, addressings, isCaptured)),
    'no types are described',
  );
};

/** A record as a list had it. */
interface Listed {
  readonly record: Members;
  readonly exchange: Exchange;
}

function judgeType(type: string, addressings: readonly Addressing[], isCaptured: boolean): CaseOutcome {
  const listed = new Map<string, Listed[]>();
  const singles: Addressing[] = [];
  for (const one of addressings) {
    if (one.operation.record !== type) continue;
    if (one.operation.path === `${collectionOf(type)}/{id}`) singles.push(one);
    if (one.operation.answers !== 'list') continue;
    for (const record of enveloped(one.exchange)) {
      const key = `${tokenOf(one.exchange)} ${String(record.id)}`;
      const known = listed.get(key) ?? [];
      known.push({ record, exchange: one.exchange });
      listed.set(key, known);
    }
  }
  if (listed.size === 0) return undecided(type, 'inapplicable', `no list with a ${type} was served`);

  let compared = 0;
  let changed = 0;
  const findings: Finding[] = [];
  for (const { exchange, id } of singles) {
    const [record] = exchange.response?.status === 200 ? enveloped(exchange) : [];
    if (!record) continue;
    const others = listed.get(`${tokenOf(exchange)} ${id}`) ?? [];
    for (const other of others) {
      const differing = differencesOf(record, other.record);
      const isChanged =
        differing.includes('last_modified') ||
        (isCaptured &&
          differing.length > 0 &&
          (isApart(exchange, other.exchange) || hasChanged(id, singles, others)));
      if (isChanged) changed++;
      else compared++;
      const [field] = differing;
      if (field === undefined || isChanged) continue;
      findings.push(
        findingAt(
          exchange,
          `A ${type} by its id differs from the one in ${pathnameOf(other.exchange)} (request ${other.exchange.seq}) in ${differing.join(', ')}.`,
          `\`${field}\`: ${told(other.record[field])}`,
          `\`${field}\`: ${told(record[field])}`,
        ),
      );
    }
  }
  if (findings.length > 0 || compared > 0) return judged(type, findings.slice(0, toldPerType));
  if (changed > 0) return undecided(type, 'cantTell', `every ${type} was modified between the two requests`);
  const why = `no ${type} of a list was served by its id`;
  return undecided(type, isCaptured ? 'inapplicable' : 'untested', why);
}

/** What was answered so close together is of one state of the district. */
const togetherMs = 10_000;

function isApart(one: Exchange, other: Exchange): boolean {
  return Math.abs(one.request.sentAtMs - other.request.sentAtMs) > togetherMs;
}

/** Whether one path answered the record in two ways, so that something has happened to it in between. */
function hasChanged(id: string, singles: readonly Addressing[], listed: readonly Listed[]): boolean {
  const seen = [
    ...singles
      .filter((one) => one.id === id)
      .map((one) => ({ exchange: one.exchange, record: enveloped(one.exchange)[0] })),
    ...listed,
  ];
  const texts = new Map<string, string>();
  return seen.some(({ exchange, record }) => {
    const text = canonical(record);
    const known = texts.get(pathnameOf(exchange)) ?? text;
    texts.set(pathnameOf(exchange), known);
    return record !== undefined && known !== text;
  });
}

/** Names of the members that are not equal. */
function differencesOf(a: Members, b: Members): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => canonical(a[name]) !== canonical(b[name]));
}

/** JSON with members in the order of their names, without those that are null or absent. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value ?? null, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([, member]) => member !== null)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : inner,
    ) ?? 'null'
  );
}

function told(value: unknown): string {
  return value === undefined ? 'absent' : shorten(JSON.stringify(value));
}

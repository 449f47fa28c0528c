import type { ProbeRecording } from '../recording.ts';
import {
  type AnswerShape,
  isSameOrder,
  type PlaceShape,
  type RecordingShape,
  shapeOf,
} from './drift-shapes.ts';

/** One difference between two recordings of the same server. */
export interface Drift {
  /**
   * `breaking`: what a client could rely on is gone or another thing. `additive`: there is more. `cosmetic`: only order
   * or words.
   */
  readonly kind: 'breaking' | 'additive' | 'cosmetic';
  /** The operation and status, or the question. */
  readonly where: string;
  readonly what: string;
}

/** So many different records tell that a field that the documents do not guarantee is always there, or never. */
const enough = 20;

/**
 * How a server has changed from one recording to another, by shape and class. Values, ids, the number of records and the
 * time are no differences, so two recordings of an unchanged server have none. What was not asked for, or not found, in one of
 * them is not compared.
 */
export function driftBetween(
  before: readonly ProbeRecording[],
  after: readonly ProbeRecording[],
): readonly Drift[] {
  const [old, now] = [shapeOf(before), shapeOf(after)];
  const rank = { breaking: 0, additive: 1, cosmetic: 2 };
  return [...statusDrift(old, now), ...answerDrift(old, now)].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function* statusDrift(old: RecordingShape, now: RecordingShape): Generator<Drift> {
  for (const [where, one] of old.asked) {
    const other = now.asked.get(where);
    if (!other) continue;
    const [was, is] = [listOf(one.statuses), listOf(other.statuses)];
    if (was !== is) yield { kind: 'breaking', where, what: `status ${is}, was ${was}` };
    else if (one.messages.size === 1 && other.messages.size === 1 && !isSubset(other.messages, one.messages))
      yield { kind: 'cosmetic', where, what: 'another message' };
  }
}

function* answerDrift(old: RecordingShape, now: RecordingShape): Generator<Drift> {
  for (const [where, one] of old.answers) {
    const other = now.answers.get(where);
    if (!other) continue;
    const tell = (kind: Drift['kind'], what: string): Drift => ({ kind, where, what });
    if (!isSubset(other.bodies, one.bodies))
      yield tell('breaking', `body is ${listOf(other.bodies)}, was ${listOf(one.bodies)}`);
    yield* headerDrift(one, other, tell);
    for (const place of new Set([...one.places.keys(), ...other.places.keys()]))
      yield* placeDrift(place, one, other, tell);
    for (const [place, order] of one.orders) {
      const ordered = other.orders.get(place);
      if (order && ordered && !isSameOrder(order, ordered))
        yield tell('cosmetic', `members of ${place === '' ? 'the answer' : place} in another order`);
    }
  }
}

type Tell = (kind: Drift['kind'], what: string) => Drift;

function* headerDrift(one: AnswerShape, other: AnswerShape, tell: Tell): Generator<Drift> {
  for (const [name, times] of one.headers)
    if (times === one.answers && (other.headers.get(name) ?? 0) < other.answers)
      yield tell('breaking', `header ${name} is gone`);
  for (const name of other.headers.keys())
    if (!one.headers.has(name)) yield tell('additive', `new header ${name}`);
  if (isSubset(other.mediaTypes, one.mediaTypes)) return;
  const typesOf = ({ mediaTypes }: AnswerShape) =>
    new Set([...mediaTypes].map((type) => type.split(';', 1)[0]?.trim().toLowerCase() ?? ''));
  const isSameType = isSubset(typesOf(other), typesOf(one));
  yield tell(
    isSameType ? 'cosmetic' : 'breaking',
    `content-type ${listOf(other.mediaTypes)}, was ${listOf(one.mediaTypes)}`,
  );
}

function* placeDrift(place: string, one: AnswerShape, other: AnswerShape, tell: Tell): Generator<Drift> {
  const [was, is] = [one.places.get(place), other.places.get(place)];
  const { parent, field } = (was ?? is)!;
  const before = { seen: was?.seen ?? 0, of: one.objects.get(parent) ?? 0 };
  const after = { seen: is?.seen ?? 0, of: other.objects.get(parent) ?? 0 };
  // Without objects that could have held it, its absence says nothing.
  if (before.of === 0 || after.of === 0) return;
  const isMuch = [one, other].every(({ distinct }) => (distinct.get(parent)?.size ?? 0) >= enough);
  const wasAlways = before.seen === before.of;
  if (wasAlways && field?.guaranteed && after.seen < after.of) {
    yield tell('breaking', `${place} is missing in ${after.of - after.seen} of ${after.of}`);
    return;
  }
  if (wasAlways && isMuch && after.seen === 0)
    yield tell('breaking', `${place} is gone; it was in all ${before.of}`);
  const isAlways = after.seen === after.of && isMuch;
  if (before.seen === 0 && (!field || isAlways)) yield tell('additive', `new field ${place}`);
  if (was && is) yield* valueDrift(place, was, is, !isMuch, tell);
}

function* valueDrift(
  place: string,
  was: PlaceShape,
  is: PlaceShape,
  isFew: boolean,
  tell: Tell,
): Generator<Drift> {
  for (const type of is.types.keys()) {
    if (was.types.has(type)) continue;
    // An empty string, or nothing, among few values may be chance.
    if (isFew && (type === 'null' || type === 'string')) continue;
    yield tell('breaking', `${place} is ${type}, was ${listOf(new Set(was.types.keys()))}`);
  }
  if (was.offList === 0 && is.offList > 0)
    yield tell('additive', `${place} has a value that the documents do not list`);
}

function isSubset<T>(one: ReadonlySet<T>, of: ReadonlySet<T>): boolean {
  return [...one].every((item) => of.has(item));
}

function listOf(items: ReadonlySet<unknown>): string {
  return [...items].map(String).sort().join(' or ');
}

import type { ProbeRecording } from '../../recording.ts';
import { type AnswerShape, isSameOrder, type PlaceShape, type RecordingShape, shapeOf } from './shapes.ts';

/** One difference between two recordings of the same server. */
export interface Drift {
  /**
   * `breaking`: something that clients can rely on is gone or changed. `additive`: something is new. `cosmetic`: only
   * order or wording.
   */
  readonly kind: 'breaking' | 'additive' | 'cosmetic';
  /** The operation and status, or the request. */
  readonly where: string;
  readonly what: string;
}

/** Distinct records needed to conclude that an optional field is always, or never, present. */
const enough = 20;

/**
 * Differences between two recordings of a server, by shape. Values, ids, record counts and times are ignored, so recordings
 * of an unchanged server do not differ. What only one of them requested, or found, is not compared.
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
      yield { kind: 'cosmetic', where, what: 'different message' };
  }
}

function* answerDrift(old: RecordingShape, now: RecordingShape): Generator<Drift> {
  for (const [where, one] of old.answers) {
    const other = now.answers.get(where);
    if (!other) continue;
    const drift = (kind: Drift['kind'], what: string): Drift => ({ kind, where, what });
    if (!isSubset(other.bodies, one.bodies))
      yield drift('breaking', `body is ${listOf(other.bodies)}, was ${listOf(one.bodies)}`);
    yield* headerDrift(one, other, drift);
    for (const place of new Set([...one.places.keys(), ...other.places.keys()]))
      yield* placeDrift(place, one, other, drift);
    for (const [place, order] of one.orders) {
      const ordered = other.orders.get(place);
      if (order && ordered && !isSameOrder(order, ordered))
        yield drift('cosmetic', `members of ${place === '' ? 'the response' : place} in another order`);
    }
  }
}

type MakeDrift = (kind: Drift['kind'], what: string) => Drift;

function* headerDrift(one: AnswerShape, other: AnswerShape, drift: MakeDrift): Generator<Drift> {
  for (const [name, times] of one.headers)
    if (times === one.answers && (other.headers.get(name) ?? 0) < other.answers)
      yield drift('breaking', `header ${name} is gone`);
  for (const name of other.headers.keys())
    if (!one.headers.has(name)) yield drift('additive', `new header ${name}`);
  if (isSubset(other.mediaTypes, one.mediaTypes)) return;
  const typesOf = ({ mediaTypes }: AnswerShape) =>
    new Set([...mediaTypes].map((type) => type.split(';', 1)[0]?.trim().toLowerCase() ?? ''));
  const isSameType = isSubset(typesOf(other), typesOf(one));
  yield drift(
    isSameType ? 'cosmetic' : 'breaking',
    `content-type ${listOf(other.mediaTypes)}, was ${listOf(one.mediaTypes)}`,
  );
}

function* placeDrift(
  place: string,
  one: AnswerShape,
  other: AnswerShape,
  drift: MakeDrift,
): Generator<Drift> {
  const [was, is] = [one.places.get(place), other.places.get(place)];
  const { parent, field } = (was ?? is)!;
  const before = { seen: was?.seen ?? 0, of: one.objects.get(parent) ?? 0 };
  const after = { seen: is?.seen ?? 0, of: other.objects.get(parent) ?? 0 };
  // Without parent objects, its absence proves nothing.
  if (before.of === 0 || after.of === 0) return;
  const isMuch = [one, other].every(({ distinct }) => (distinct.get(parent)?.size ?? 0) >= enough);
  const wasAlways = before.seen === before.of;
  if (wasAlways && field?.guaranteed && after.seen < after.of) {
    yield drift('breaking', `${place} is missing in ${after.of - after.seen} of ${after.of}`);
    return;
  }
  if (wasAlways && isMuch && after.seen === 0)
    yield drift('breaking', `${place} is gone; it was in all ${before.of}`);
  const isAlways = after.seen === after.of && isMuch;
  if (before.seen === 0 && (!field || isAlways)) yield drift('additive', `new field ${place}`);
  if (was && is) yield* valueDrift(place, was, is, !isMuch, drift);
}

function* valueDrift(
  place: string,
  was: PlaceShape,
  is: PlaceShape,
  isFew: boolean,
  drift: MakeDrift,
): Generator<Drift> {
  for (const type of is.types.keys()) {
    if (was.types.has(type)) continue;
    // An empty string or null among few values may be coincidence.
    if (isFew && (type === 'null' || type === 'string')) continue;
    yield drift('breaking', `${place} is ${type}, was ${listOf(new Set(was.types.keys()))}`);
  }
  if (was.offList === 0 && is.offList > 0)
    yield drift('additive', `${place} has a value that the documents do not list`);
}

function isSubset<T>(one: ReadonlySet<T>, of: ReadonlySet<T>): boolean {
  return [...one].every((item) => of.has(item));
}

function listOf(items: ReadonlySet<unknown>): string {
  return [...items].map(String).sort().join(' or ');
}

import fc, { type Arbitrary } from 'fast-check';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { always, changedPage, isList } from '../../scenarios/page-answers.ts';
import type { Rule, Scenario } from '../../scenarios/scenario.ts';
import { each } from '../choices.ts';
import { mix, shuffled } from '../sequences.ts';
import { endKinds } from './endings.ts';
import { limitKinds, usedUp } from './limits.ts';
import { distrustedKinds, oddKinds, oddWalks, plainKinds } from './odd.ts';
import type { Fault, FaultKind, Schedule } from './schedule.ts';
import { transientKinds } from './transient.ts';
import { writeKinds } from './writes.ts';

/** They pass by themselves, and go with any other fault. */
const besideKinds: readonly FaultKind[] = [usedUp];

const mainKinds: readonly FaultKind[] = [
  ...transientKinds,
  ...limitKinds,
  ...endKinds,
  ...writeKinds,
  ...distrustedKinds,
  ...plainKinds,
  ...oddWalks,
];
const sideKinds: readonly FaultKind[] = [...oddKinds, ...besideKinds];
const allKinds: readonly FaultKind[] = [...sideKinds, ...mainKinds];

/** Lists of three pages and more, with pages as large as asked for, and smaller ones. */
const sizes = [
  { students: 25, pageSize: 10 },
  { students: 230, pageSize: 100 },
  { students: 45, pageSize: 10 },
  // No longer than any scenario: a client may have a limit of its own.
  { students: 120, pageSize: 50 },
];

/** Odd pages beside the main fault. */
const oddPerSchedule = 2;

/** The kind of the nth card of a deck that is shuffled anew in each round, one of each kind first, and how often it has come before. */
function cardAt(kinds: readonly FaultKind[], seed: number, place: number) {
  const deck = kinds.flatMap((kind) => Array.from({ length: kind.share }, (_, at) => ({ kind, at })));
  const round = Math.floor(place / deck.length);
  const cards = shuffled(deck, mix(seed, round)).toSorted((a, b) => layerOf(a) - layerOf(b));
  const card = cards[place % deck.length];
  if (!card) throw new RangeError('The deck is empty.');
  return { kind: card.kind, turn: (mix(seed, 0) % 97) + round * card.kind.share + card.at };
}

/** One card of each kind comes before the others. */
function layerOf({ at }: { readonly at: number }): number {
  return at === 0 ? 0 : 1;
}

/** The schedules of a seed, by number: a main fault, and odd pages that a client has to cope with anyway. */
export function scheduleAt(seed: number, number: number): Arbitrary<Schedule> {
  const main = cardAt(mainKinds, seed, number);
  const { needs = {} } = main.kind;
  const beside = Array.from({ length: needs.job === undefined ? oddPerSchedule : 0 }, (_, at) =>
    cardAt(sideKinds, seed + 1, number * oddPerSchedule + at),
  ).filter(({ kind }) => !needs.alone || kind.rules === undefined);
  const odd = oddWalks.includes(main.kind) ? oddKinds.map((kind) => ({ kind, turn: main.turn })) : beside;
  const faults = [main, ...odd].map(({ kind, turn }) =>
    kind.choices(turn).map((choice): Fault => ({ do: kind.name, ...choice })),
  );
  const size = sizes[(number + (seed % 7)) % sizes.length] ?? { students: 25, pageSize: 10 };
  return fc.record({
    job: fc.constant(needs.job ?? ('sync:students' as const)),
    students: fc.constant(needs.size?.students ?? size.students),
    pageSize: fc.constant(needs.size?.pageSize ?? size.pageSize),
    faults: each(faults),
  });
}

function partsOf({ faults }: Schedule) {
  return faults.flatMap((fault) => {
    const kind = allKinds.find((one) => one.name === fault.do);
    return kind ? [{ kind, fault, effect: kind.effect(fault) }] : [];
  });
}

/** What every walk that nothing ends is held to. */
const wholeWalk: readonly ClientRequirementId[] = [
  'pagination/client-follows-next',
  'pagination/client-stops-at-the-end',
  'pagination/client-holds-each-record-once',
  'pagination/client-uses-link-as-given',
  'pagination/client-resolves-relative-links',
];
const everywhere: readonly ClientRequirementId[] = [
  'access/client-sends-bearer',
  'safety/client-keeps-token-on-origin',
];

/** A schedule as a scenario. */
export function scenarioOf(name: string, schedule: Schedule): Scenario {
  const parts = partsOf(schedule);
  const isRead = schedule.job.startsWith('sync:');
  const provokes = new Set<ClientRequirementId>(everywhere);
  const isEnded = parts.some((one) => one.effect === 'end' || one.effect === 'distrust');
  if (isRead) provokes.add('pagination/client-limit-within-10000');
  else provokes.add('lms/client-writes-what-the-job-says');
  if (isRead && !isEnded) for (const id of wholeWalk) provokes.add(id);
  for (const one of parts) {
    const others = parts.filter((it) => it !== one);
    const isAlone = others.every((it) => it.effect === 'odd' || it.effect === 'overcome');
    // After an end nothing has to be seen of odd pages.
    if (one.effect === 'odd' && (isEnded || !isAlone)) continue;
    for (const id of one.kind.provokes(one.fault, isAlone)) provokes.add(id);
  }
  const [starts] = parts.flatMap(({ kind, fault }) => {
    const some = kind.starts?.(fault);
    return some ? [some] : [];
  });
  return {
    name: name as Scenario['name'],
    title: textsOf(schedule).join('; ') || `a plain run of ${schedule.job}`,
    provokes: [...provokes],
    job: schedule.job,
    students: schedule.students,
    pageSize: schedule.pageSize,
    rules: rulesOf(schedule),
    ...(starts ? { starts } : {}),
    ...(parts.some(isLong) ? { onlyVirtual: true } : {}),
  };
}

/** Takes more than half a minute of waiting. */
function isLong({ fault }: { readonly fault: Fault }): boolean {
  const seconds = [fault.seconds ?? 0].flat().map(Number);
  return Math.max(...seconds) > 10 || (fault.do === 'absurd-resets' && Number(fault.times) > 1);
}

/** Labels are unique in a scenario. */
function rulesOf(schedule: Schedule): readonly Rule[] {
  const parts = partsOf(schedule);
  const rules = parts.flatMap(({ kind, fault }, at) =>
    (kind.rules?.(fault) ?? []).map((rule, nth) => ({
      ...rule,
      ...(besideKinds.includes(kind) ? { isTrap: true as const } : {}),
      label: `${rule.label}${at + nth > 0 ? ` (${at + 1}.${nth + 1})` : ''}`,
    })),
  );
  const odd = parts.filter((one) => one.kind.change !== undefined);
  if (odd.length === 0) return rules;
  const label = odd.map(({ kind, fault }) => kind.text(fault)).join('; ');
  const isMeant = schedule.job.startsWith('sync:');
  const change: Rule = {
    label,
    isTrap: true,
    when: (asked) => isMeant && isList(asked),
    times: always,
    answer: (good, asked) =>
      changedPage(good, (page) =>
        odd.reduce((body, { kind, fault }) => kind.change?.(body, asked, fault) ?? body, page),
      ),
  };
  return [...rules, change];
}

/** What happens, in clauses. */
export function textsOf(schedule: Schedule): readonly string[] {
  return partsOf(schedule).map(({ kind, fault }) => kind.text(fault));
}

import fc from 'fast-check';
import type { Scenario } from '../../scenarios/scenario.ts';
import { mix } from '../sequences.ts';
import type { Schedule } from './schedule.ts';
import { scenarioOf, scheduleAt } from './schedules.ts';

/** Which schedules a client meets. */
export interface ScheduleOptions {
  readonly schedules: number;
  readonly seed: number;
  /** Only this schedule of the seed. @default the first `schedules` */
  readonly number?: number | undefined;
  /** Schedules from a file, which come first. */
  readonly kept?: readonly KeptSchedule[] | undefined;
  /** Whether what fails is shrunk. @default true */
  readonly shrinks?: boolean | undefined;
  /** Called with the smallest schedule that was found for each requirement. */
  readonly onShrunk?: ((one: ExploredSchedule) => void) | undefined;
}

export interface KeptSchedule {
  /** `explored/7-12` */
  readonly name: string;
  readonly schedule: Schedule;
  readonly requirement?: string | undefined;
}

/** A schedule of a run; `number` is absent where it comes from a file. */
export interface ExploredSchedule extends KeptSchedule {
  readonly number?: number;
  readonly scenario: Scenario;
}

/** The schedules of a run, with their scenarios. */
export function exploredSchedules(options: ScheduleOptions): readonly ExploredSchedule[] {
  const { schedules, seed, number, kept = [] } = options;
  const numbers = number === undefined ? Array.from({ length: schedules }, (_, at) => at) : [number];
  return [
    ...kept.map((one) => ({ ...one, scenario: scenarioOf(one.name, one.schedule) })),
    ...numbers.map((at) => {
      const name = `explored/${seed}-${at}`;
      const schedule = generateSchedule(seed, at);
      return { name, number: at, schedule, scenario: scenarioOf(name, schedule) };
    }),
  ];
}

function generateSchedule(seed: number, number: number): Schedule {
  let schedule: Schedule | undefined;
  const property = fc.property(scheduleAt(seed, number), (one) => {
    schedule = one;
    return true;
  });
  fc.check(property, { seed: mix(seed, number), numRuns: 1 });
  if (!schedule) throw new RangeError('Nothing was generated.');
  return schedule;
}

/**
 * The smallest schedule that was found to fail; `undefined` where the schedule does not fail again. `fails` plays one, at most
 * `maxTries` times.
 */
export async function shrinkSchedule(
  { seed, number }: { readonly seed: number; readonly number: number },
  maxTries: number,
  fails: (scenario: Scenario) => Promise<boolean>,
): Promise<ExploredSchedule | undefined> {
  let best: ExploredSchedule | undefined;
  let tries = 0;
  const property = fc.asyncProperty(scheduleAt(seed, number), async (schedule) => {
    if (tries++ >= maxTries) return true;
    const name = `explored/${seed}-${number}/shrunk`;
    const scenario = scenarioOf(name, schedule);
    if (!(await fails(scenario))) return true;
    best = { name, schedule, scenario };
    return false;
  });
  await fc.check(property, { seed: mix(seed, number), numRuns: 1 });
  return best;
}

import { isCount, isMembers, isText, isTexts } from './shapes.ts';

const timings: ReadonlySet<unknown> = new Set(['virtual', 'real']);
const sayings: ReadonlySet<unknown> = new Set(['complete', 'incomplete', 'nothing']);
const endings: ReadonlySet<unknown> = new Set(['itself', 'kill', 'time', 'output', 'requests']);

/** What is wrong with the observations of an evidence file that holds so many exchanges; `undefined`: nothing. */
export function faultInObservations(value: unknown, exchanges: number): string | undefined {
  if (!Array.isArray(value)) return 'its observations are damaged';
  const at = value.findIndex((one) => !isObservation(one, exchanges));
  return at < 0 ? undefined : `observation ${at + 1} is damaged`;
}

function isObservation(value: unknown, exchanges: number): boolean {
  if (!isMembers(value)) return false;
  const { scenario, provokes, job, timing, origin, lagMs, captured, account, runs, truth, superseded } =
    value;
  const part = value.exchanges;
  return (
    [scenario, job, origin].every(isText) &&
    isTexts(provokes) &&
    isTexts(truth) &&
    timings.has(timing) &&
    Number.isFinite(lagMs) &&
    (superseded === undefined || superseded === true) &&
    (captured === undefined || (isMembers(captured) && Number.isFinite(captured.skewMs))) &&
    isMembers(account) &&
    Object.values(account).every(isCount) &&
    isMembers(part) &&
    isCount(part.first) &&
    isCount(part.count) &&
    part.first + part.count <= exchanges &&
    Array.isArray(runs) &&
    runs.every(isRun)
  );
}

function isRun(value: unknown): boolean {
  if (!isMembers(value) || !Number.isFinite(value.startedAtMs) || !Number.isFinite(value.endedAtMs))
    return false;
  const { claim } = value;
  return (
    isMembers(claim) &&
    sayings.has(claim.says) &&
    endings.has(claim.endedBy) &&
    isText(claim.said) &&
    isTexts(claim.ids)
  );
}

import { profiles } from '../../contracts/profiles.ts';
import { states } from '../../contracts/states.ts';

type Members = Readonly<Record<string, unknown>>;

/** What is wrong with the index of a recording, in a few words; `undefined` where nothing is. */
export function faultInIndex(value: unknown): string | undefined {
  if (!isMembers(value) || value.format !== 'clever-conformance/recordings')
    return 'it is no index of recordings';
  const fault = faultInOrigin(value);
  if (fault !== undefined) return fault;
  const { tokens, probes, allows } = value;
  if (!isTexts(allows) || typeof value.hasOwnClock !== 'boolean') return 'it does not say what was allowed';
  if (!isMembers(tokens) || typeof tokens.own !== 'string') return 'it names no token';
  if (!Array.isArray(probes) || !probes.every(isProbe)) return 'its list of probes is damaged';
  return undefined;
}

/** The same of the head of a file. */
export function faultInHeader(value: unknown): string | undefined {
  if (!isMembers(value) || value.format !== 'clever-conformance/recording')
    return 'it is no recording of ours';
  const fault = faultInOrigin(value);
  if (fault !== undefined) return fault;
  if (typeof value.probe !== 'string') return 'it does not say which probe it is of';
  return isStates(value.states) ? undefined : 'its states are damaged';
}

/** The same of the definitions, as far as nock and the replay rely on them. */
export function faultInDefinitions(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'it is no list of nock definitions';
  const bad = value.findIndex((one) => !isDefinition(one));
  return bad < 0 ? undefined : `its definition ${bad + 1} is damaged`;
}

function faultInOrigin(value: Members): string | undefined {
  if (value.formatVersion !== 1)
    return `it is of format version ${String(value.formatVersion).slice(0, 20)}, and this version reads 1`;
  const names: readonly string[] = profiles.map((one) => one.name);
  if (value.subject !== 'sandbox' && value.subject !== 'live') return 'it does not say what was recorded';
  if (!isTexts(value.apis) || !value.apis.every((one) => names.includes(one)))
    return 'it is of an API version that this version does not know';
  const isDate = (one: unknown) => typeof one === 'string' && !Number.isNaN(Date.parse(one));
  if (!isDate(value.recordedAt) || !(value.expires === null || isDate(value.expires)))
    return 'it does not say when it was recorded';
  return isMembers(value.tool) && isMembers(value.redactor) ? undefined : 'it does not say what recorded it';
}

function isDefinition(one: unknown): boolean {
  if (!isMembers(one) || !isMembers(one.exchange)) return false;
  const { scope, method, path, status, rawHeaders, exchange } = one;
  return (
    typeof scope === 'string' &&
    URL.canParse(scope) &&
    typeof method === 'string' &&
    typeof path === 'string' &&
    path.startsWith('/') &&
    Number.isInteger(status) &&
    isTexts(rawHeaders) &&
    typeof exchange.sentAtMs === 'number' &&
    (typeof exchange.receivedAtMs === 'number' || isMembers(exchange.failure))
  );
}

/** File names come from a file, so they may lead nowhere but into a theme's folder. */
function isProbe(one: unknown): boolean {
  if (!isMembers(one) || typeof one.name !== 'string') return false;
  if (one.file === undefined) return isStates(one.states);
  return (
    /^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*\.json$/.test(String(one.file)) &&
    /^[0-9a-f]{64}$/.test(String(one.sha256))
  );
}

function isStates(value: unknown): boolean {
  const known: readonly string[] = states.map((one) => one.name);
  const isState = (one: unknown) =>
    isMembers(one) &&
    typeof one.before === 'number' &&
    known.includes(String(one.name)) &&
    isMembers(one.params) &&
    isMembers(one.values);
  return Array.isArray(value) && value.every(isState);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

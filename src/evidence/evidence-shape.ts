import { faultInObservations } from './observation-shape.ts';
import { isCount, isMembers, isOptionalText, isText, isTexts } from './shapes.ts';

/** What is wrong with a parsed evidence file, in a few words; `undefined` when nothing is. Judges trust what passes here. */
export function faultIn(value: unknown): string | undefined {
  if (!isMembers(value) || value.format !== 'clever-conformance/evidence')
    return 'it is not evidence of clever-conformance';
  if (value.formatVersion !== 1)
    return typeof value.formatVersion === 'number' && value.formatVersion > 1
      ? `it was written by a newer version (format ${value.formatVersion}, this one reads 1)`
      : 'its format version is not 1';
  if (!isContext(value.context)) return 'its context is damaged';
  if (!isMembers(value.notProvoked) || !Object.values(value.notProvoked).every(isText))
    return 'its list of what was not provoked is damaged';
  if (value.selected !== undefined && !isTexts(value.selected)) return 'its selection is damaged';
  if (value.shard !== undefined && !isShard(value.shard)) return 'its shard is damaged';
  if (!isOptionalText(value.inconclusive)) return 'its reason for being inconclusive is damaged';
  if (!Array.isArray(value.exchanges)) return 'it has no exchanges';
  let lastSeq = -1;
  for (const [index, exchange] of value.exchanges.entries()) {
    const fault = faultInExchange(exchange);
    if (fault !== undefined) return `exchange ${index + 1}: ${fault}`;
    const { seq } = exchange as { seq: number };
    if (seq <= lastSeq) return `exchange ${index + 1}: its number does not follow the one before`;
    lastSeq = seq;
  }
  return value.observations === undefined
    ? undefined
    : faultInObservations(value.observations, value.exchanges.length);
}

function isShard(value: unknown): boolean {
  if (!isMembers(value)) return false;
  const { index, of, selected, head, tokens, places } = value;
  return (
    isCount(index) &&
    isCount(of) &&
    index >= 1 &&
    index <= of &&
    (selected === undefined || isTexts(selected)) &&
    (head === undefined || isCount(head)) &&
    (tokens === undefined || isTexts(tokens)) &&
    (places === undefined || (Array.isArray(places) && places.every(isCount)))
  );
}

const kinds: ReadonlySet<unknown> = new Set([
  'connect',
  'closed',
  'timeout',
  'too-large',
  'malformed',
  'refused',
]);

function faultInExchange(value: unknown): string | undefined {
  if (!isMembers(value) || !isCount(value.seq)) return 'it has no number';
  const { step, request, response, failure } = value;
  if (
    step !== undefined &&
    !(isMembers(step) && isText(step.claim) && isText(step.case) && isOptionalText(step.role))
  )
    return 'its step is damaged';
  if (
    !isMembers(request) ||
    ![request.method, request.origin, request.path].every(isText) ||
    !isHeaders(request.headers) ||
    !isOptionalText(request.body) ||
    !Number.isFinite(request.sentAtMs)
  )
    return 'its request is damaged';
  if (
    response !== undefined &&
    !(
      isMembers(response) &&
      isCount(response.status) &&
      isHeaders(response.headers) &&
      isText(response.body) &&
      Number.isFinite(response.receivedAtMs)
    )
  )
    return 'its response is damaged';
  if (failure !== undefined && !(isMembers(failure) && kinds.has(failure.kind) && isText(failure.message)))
    return 'its failure is damaged';
  return (response === undefined) === (failure === undefined)
    ? 'it needs a response or a failure'
    : undefined;
}

const subjects: ReadonlySet<unknown> = new Set(['sandbox', 'live', 'replay', 'har', 'command', 'module']);

function isContext(value: unknown): boolean {
  return (
    isMembers(value) &&
    subjects.has(value.subject) &&
    Array.isArray(value.profiles) &&
    value.profiles.every(isProfile)
  );
}

function isProfile(value: unknown): boolean {
  return (
    isMembers(value) &&
    [value.name, value.kind, value.prefix, value.document].every(isText) &&
    [value.rateLimit, value.limit, value.backoff].every(isMembers)
  );
}

function isHeaders(value: unknown): boolean {
  return isMembers(value) && Object.values(value).every(isText);
}

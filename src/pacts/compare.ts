import { type Profile, profiles } from '../../contracts/profiles.ts';
import { SuiteFault } from '../errors.ts';
import type { Members } from '../exchange.ts';
import { documentOf, operationsOf, patternOf } from './documents.ts';
import type { Pact, PactInteraction } from './pact.ts';
import type { InteractionResult, Mismatch, PactResult } from './pact-result.ts';
import { nearestState, readPactState } from './pact-states.ts';

/** One finding of the comparator, as far as we read it. */
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly type: 'error' | 'warning' | 'info';
  readonly mockDetails?: { readonly location?: string; readonly value?: unknown };
  readonly specDetails?: { readonly location?: string };
}

interface Comparator {
  compare(pact: object): AsyncIterable<Finding>;
}

/** Compares pacts with the OpenAPI documents; the documents are read once. */
export interface PactComparer {
  /** Every interaction with what it expects and the documents do not promise. Nothing is sent. */
  compare(pact: Pact): Promise<PactResult>;
}

/** Throws `SuiteFault` where the comparator cannot be loaded. */
export async function openPactComparer(): Promise<PactComparer> {
  const { Comparator } = await loadComparator();
  const comparators = new Map<Profile, Comparator>(
    profiles.map((profile) => [profile, new Comparator({ oas: prefixed(profile) })]),
  );
  return {
    compare: async (pact) => {
      const found = pact.interactions.map((): Mismatch[] => []);
      for (const [profile, comparator] of comparators) {
        const mine = pact.interactions.flatMap((one, at) => (profileOf(one) === profile ? [at] : []));
        if (mine.length === 0) continue;
        const all = pact.json.interactions as readonly unknown[];
        const interactions = mine.map((at) => all[at]);
        for await (const finding of comparator.compare({ ...pact.json, interactions })) {
          const at = mine[indexIn(finding)];
          const interaction = at === undefined ? undefined : pact.interactions[at];
          if (at === undefined || !interaction) continue;
          const mismatch = mismatchOf(finding, interaction, profile);
          if (mismatch) found[at]?.push(mismatch);
        }
      }
      const { source, consumer, provider } = pact;
      return {
        source,
        consumer,
        provider,
        interactions: pact.interactions.map((one, at) =>
          resultOf(one, [...(found[at] ?? []), ...ownFindings(one)]),
        ),
      };
    },
  };
}

/** Its own types name modules that are not published, so the little that we use is typed here. */
async function loadComparator(): Promise<{
  readonly Comparator: new (options: { readonly oas: Members }) => Comparator;
}> {
  try {
    return (await import('@pactflow/openapi-pact-comparator')) as never;
  } catch (cause) {
    throw new SuiteFault('The pact comparator could not be loaded.', 'Run "npm install" again.', { cause });
  }
}

/** The document with its paths as they are on the wire: the comparator does not look at `servers`. */
function prefixed(profile: Profile): Members {
  const document = documentOf(profile);
  const paths = Object.entries(document.paths as Members).map(([path, item]) => [
    profile.prefix + path,
    item,
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function profileOf({ path }: PactInteraction): Profile | undefined {
  return profiles.find(({ prefix }) => path.startsWith(`${prefix}/`));
}

function indexIn({ mockDetails }: Finding): number {
  return Number(/\binteractions\[(\d+)\]/.exec(mockDetails?.location ?? '')?.[1] ?? Number.NaN);
}

/** The finding in our form, or nothing where it is what the interaction is about. */
function mismatchOf(finding: Finding, one: PactInteraction, profile: Profile): Mismatch | undefined {
  if (finding.type === 'info' || isIntended(finding, one) || isSeveralBuckets(finding)) return undefined;
  const { code, message, mockDetails, specDetails } = finding;
  const place = (mockDetails?.location ?? '').replace(/^\[root\]\.interactions\[\d+\]/, one.place);
  const value = mockDetails?.value;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return {
    part: partOf(code),
    at: place,
    message: isPlain && !message.includes(String(value)) ? `${message} (${JSON.stringify(value)})` : message,
    document: `${profile.name} ${(specDetails?.location ?? '').replace('[root].', '').replace(`paths.${profile.prefix}`, 'paths.')}`,
    ...(finding.type === 'warning' ? { warning: true as const } : {}),
  };
}

/** A request that is meant to be refused breaks the document on purpose. */
function isIntended({ code }: Finding, { status }: PactInteraction): boolean {
  if (!code.startsWith('request.')) return false;
  if (code === 'request.path-or-method.unknown') return status === 404 || status === 405 || status === 501;
  return status >= 400;
}

/** A token that counts in several buckets gets a list, `200, 1200`; the document tells of it in words. */
function isSeveralBuckets({ code, mockDetails }: Finding): boolean {
  return (
    code === 'response.header.incompatible' &&
    /\.x-ratelimit-[a-z]+$/i.test(mockDetails?.location ?? '') &&
    /^\d+(?:, ?\d+)+$/.test(String(mockDetails?.value))
  );
}

function partOf(code: string): Mismatch['part'] {
  if (code.startsWith('response.status')) return 'status';
  if (/^response\.(?:header|content-type)/.test(code)) return 'header';
  return code.startsWith('response.') ? 'body' : 'request';
}

/** What the comparator has no eye for: another version of the API, and states that no target of ours knows. */
function ownFindings(one: PactInteraction): readonly Mismatch[] {
  const findings: Mismatch[] = [];
  if (!profileOf(one)) {
    const known = profiles.map(({ prefix, name }) => `${prefix} (${name})`).join(' and ');
    const guess = profiles.find((profile) =>
      operationsOf(profile).some(({ path }) => patternOf(path).test(one.path)),
    );
    const hint = guess === undefined ? '' : `; did you mean ${guess.prefix}${one.path}?`;
    findings.push({
      part: 'request',
      at: `${one.place}.request.path`,
      message: `the path ${one.path} is of no API that is documented here; they begin with ${known}${hint}`,
    });
  }
  for (const state of one.states) {
    const said = readPactState(state);
    if (typeof said !== 'string') continue;
    const guess = nearestState(state.name);
    const isUnknown = said.startsWith('there is no state');
    const why = isUnknown ? `"${state.name}" is no known state` : said;
    findings.push({
      part: 'state',
      at: `${one.place}.providerStates`,
      message: `${why}${isUnknown && guess !== undefined ? `, did you mean "${guess}"?` : ''}; "pact verify" could not set it`,
      warning: true,
    });
  }
  return findings;
}

function resultOf(one: PactInteraction, mismatches: readonly Mismatch[]): InteractionResult {
  return {
    description: one.description,
    states: one.states.map(({ name }) => name),
    request: `${one.method} ${one.path}`,
    outcome: mismatches.some((mismatch) => !mismatch.warning) ? 'failed' : 'passed',
    pending: false,
    mismatches,
  };
}

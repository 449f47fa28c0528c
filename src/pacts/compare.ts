import type { Profile } from '../../contracts/profiles.ts';
import { SuiteFault } from '../errors.ts';
import type { Members } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import type { OperationIndex } from '../traffic/operations.ts';
import { type ChosenApis, chooseApis } from './chosen.ts';
import { documentOf } from './documents.ts';
import { emptyBodyMismatch } from './empty-bodies.ts';
import { whyNotLoaded } from './optional-package.ts';
import type { Pact, PactInteraction } from './pact.ts';
import {
  type InteractionResult,
  type Mismatch,
  type PactResult,
  untested,
  untestedMessages,
} from './pact-result.ts';
import { nearestState, readPactState } from './verify/pact-states.ts';

/** The parts of a comparator finding that are used here. */
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

/** Compares pacts with the OpenAPI documents, which are read once. */
export interface PactComparer {
  /** Reports, per interaction, expectations that the documents do not promise. Sends nothing. */
  compare(pact: Pact): Promise<PactResult>;
}

/** Throws `SuiteFault` if the comparator cannot be loaded. */
export async function openPactComparer(apis: ChosenApis = chooseApis()): Promise<PactComparer> {
  const { Comparator } = await loadComparator();
  const { index, profiles } = apis;
  const comparators = new Map<Profile, Comparator>();
  return {
    compare: async (pact) => {
      const found = pact.interactions.map((): Mismatch[] => []);
      for (const profile of profiles) {
        const mine = pact.interactions.flatMap(({ path }, at) =>
          index.profileOf(path) === profile ? [at] : [],
        );
        if (mine.length === 0) continue;
        const comparator = entryOf(comparators, profile, () => new Comparator({ oas: prefixed(profile) }));
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
        interactions: [
          ...pact.interactions.map((one, at) => {
            const why = apis.leftOutReason(one.path);
            if (why !== undefined) return untested(one, why);
            return resultOf(one, [...(found[at] ?? []), ...ownFindings(one, index)]);
          }),
          ...untestedMessages(pact.messages),
        ],
      };
    },
  };
}

/** The package's types import unpublished modules, so the used parts are typed here. */
async function loadComparator(): Promise<{
  readonly Comparator: new (options: { readonly oas: Members }) => Comparator;
}> {
  try {
    return (await import('@pactflow/openapi-pact-comparator')) as never;
  } catch (cause) {
    throw new SuiteFault(
      `The pact comparator could not be loaded: ${whyNotLoaded('@pactflow/openapi-pact-comparator', cause)}.`,
      'Run "npm install @pactflow/openapi-pact-comparator"; every other verb works without it.',
    );
  }
}

/** The document with prefixed paths, because the comparator ignores `servers`. */
function prefixed(profile: Profile): Members {
  const document = documentOf(profile);
  const paths = Object.entries(document.paths as Members).map(([path, item]) => [
    profile.prefix + path,
    item,
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function indexIn({ mockDetails }: Finding): number {
  return Number(/\binteractions\[(\d+)\]/.exec(mockDetails?.location ?? '')?.[1] ?? Number.NaN);
}

/** Converts a finding; undefined if it is informational or intended by the interaction. */
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

/** A request that expects an error violates the document on purpose. */
function isIntended({ code }: Finding, { status }: PactInteraction): boolean {
  if (!code.startsWith('request.')) return false;
  if (code === 'request.path-or-method.unknown') return status === 404 || status === 405 || status === 501;
  return status >= 400;
}

/** A token with several buckets gets a list, `200, 1200`, which the document describes only in prose. */
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

/** Not checked by the comparator: another API version, and states that are not defined. */
function ownFindings(one: PactInteraction, index: OperationIndex): readonly Mismatch[] {
  const findings: Mismatch[] = [];
  const profile = index.profileOf(one.path);
  const empty = profile && emptyBodyMismatch(one, profile, index);
  if (empty) findings.push(empty);
  if (!profile) {
    const known = index.profiles.map(({ prefix, name }) => `${prefix} (${name})`).join(', ');
    const guess = index.profiles.find(({ prefix }) => index.find(one.method, prefix + one.path));
    const hint = guess === undefined ? '' : `; did you mean ${guess.prefix}${one.path}?`;
    findings.push({
      part: 'request',
      at: `${one.place}.request.path`,
      message: `the path ${one.path} belongs to no documented API; known prefixes: ${known}${hint}`,
    });
  }
  for (const state of one.states) {
    const call = readPactState(state);
    if (typeof call !== 'string') continue;
    const guess = nearestState(state.name);
    const isUnknown = call.startsWith('there is no state');
    const problem = isUnknown ? `"${state.name}" is not a known state` : call;
    findings.push({
      part: 'state',
      at: `${one.place}.providerStates`,
      message: `${problem}${isUnknown && guess !== undefined ? `, did you mean "${guess}"?` : ''}; "pact verify" cannot set it`,
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
    pending: one.pending,
    mismatches,
  };
}

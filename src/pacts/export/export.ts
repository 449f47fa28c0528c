import { type Exchange, type Members, pathnameOf } from '../../exchange.ts';
import { type ChosenApis, chooseApis } from '../chosen.ts';
import { exportedRequest, filtersOf } from './request.ts';
import { exportedResponse } from './response.ts';
import type { Sample } from './sample.ts';
import { renderStable } from './stable.ts';

/** A pact generated from traffic, and what was skipped. */
export interface ExportedPact {
  /** The content of the pact file. */
  readonly text: string;
  readonly interactions: number;
  /** Number of skipped exchanges by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/**
 * Generates a V4 pact from redacted traffic: one interaction per operation, filter and status, expecting only the
 * guaranteed fields by type, with provider states that every target supports.
 */
export function exportedPact(
  exchanges: readonly Exchange[],
  consumer: string,
  apis: ChosenApis = chooseApis(),
): ExportedPact {
  const samples = new Map<string, Sample>();
  const leftOut: Record<string, number> = {};
  for (const exchange of exchanges) {
    const found = sampleOf(exchange, apis);
    if (typeof found === 'string') {
      leftOut[found] = (leftOut[found] ?? 0) + 1;
      continue;
    }
    const name = descriptionOf(found);
    const known = samples.get(name);
    if (!known || worth(exchange) > worth(known.exchange)) samples.set(name, found);
  }
  const interactions = [...samples.values()].map(interactionOf);
  const pact = {
    consumer: { name: consumer },
    provider: { name: 'clever' },
    interactions,
    metadata: { pactSpecification: { version: '4.0' } },
  };
  return { text: renderStable(pact), interactions: interactions.length, leftOut };
}

function sampleOf(exchange: Exchange, { index, leftOutReason }: ChosenApis): Sample | string {
  if (!exchange.response) return 'without a response';
  const path = pathnameOf(exchange);
  if (!index.profileOf(path)) return 'to an undocumented API';
  if (leftOutReason(path) !== undefined) return 'to an API that --api leaves out';
  const found = index.find(exchange.request.method, path);
  if (!found) return 'to an undocumented operation';
  const { profile, operation } = found;
  const { status } = exchange.response;
  if (operation.statuses[String(status)] === undefined) return `with the undocumented status ${status}`;
  return { operation, profile, status, exchange };
}

/** Prefers first pages with records over empty or middle pages. */
function worth({ request, response }: Exchange): number {
  const isFirst = !/[?&](?:starting_after|ending_before|cursor)=/.test(request.path);
  const isEmpty = /^\{"data":\[\]/.test(response?.body ?? '');
  return (isFirst ? 2 : 0) + (isEmpty ? 0 : 1);
}

function interactionOf(sample: Sample): Members {
  const { states, request } = exportedRequest(sample);
  return {
    type: 'Synchronous/HTTP',
    description: descriptionOf(sample),
    pending: false,
    providerStates: states.map(([name, params = {}]) => ({ name, params })),
    request,
    response: exportedResponse(sample),
  };
}

/** Names an interaction. A path of two versions in one pact would be ambiguous without the prefix of the version. */
function descriptionOf(sample: Sample): string {
  const { operation, profile, status } = sample;
  const filters = new URLSearchParams(filtersOf(sample)).toString();
  return `${operation.method} ${profile.prefix}${operation.path}${filters === '' ? '' : `?${filters}`} answered with ${status}`;
}

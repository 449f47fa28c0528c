import { type Profile, profiles } from '../../contracts/profiles.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { type Exchange, type Members, pathnameOf } from '../exchange.ts';
import { operationsOf, patternOf } from './documents.ts';
import { exportedRequest } from './export-request.ts';
import { exportedResponse } from './export-response.ts';
import { renderStable } from './stable.ts';

/** A pact out of traffic, and what of the traffic is not in it. */
export interface ExportedPact {
  /** The file. */
  readonly text: string;
  readonly interactions: number;
  /** Exchanges that show nothing that the documents know, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** One kind of answer of one operation, and the exchange that shows it best. */
export interface Sample {
  readonly operation: OperationModel;
  readonly profile: Profile;
  readonly status: number;
  readonly exchange: Exchange;
}

/**
 * What redacted traffic used of the API as a V4 pact: one interaction for each operation and status, expecting no more than the
 * guaranteed fields by their types, with provider states that any target of ours takes.
 */
export function exportedPact(exchanges: readonly Exchange[], consumer: string): ExportedPact {
  const samples = new Map<string, Sample>();
  const leftOut: Record<string, number> = {};
  for (const exchange of exchanges) {
    const found = sampleOf(exchange);
    if (typeof found === 'string') {
      leftOut[found] = (leftOut[found] ?? 0) + 1;
      continue;
    }
    const name = `${found.operation.id} ${found.status}`;
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

function sampleOf(exchange: Exchange): Sample | string {
  if (!exchange.response) return 'without an answer';
  const path = pathnameOf(exchange);
  const profile = profiles.find(({ prefix }) => path.startsWith(`${prefix}/`));
  if (!profile) return 'of no documented API';
  const operation = operationsOf(profile).find(
    (one) =>
      one.method === exchange.request.method && patternOf(one.path).test(path.slice(profile.prefix.length)),
  );
  if (!operation) return 'of no documented operation';
  const { status } = exchange.response;
  if (operation.statuses[String(status)] === undefined) return `with the undocumented status ${status}`;
  return { operation, profile, status, exchange };
}

/** A first page with records shows more than an empty one or one from the middle. */
function worth({ request, response }: Exchange): number {
  const isFirst = !/[?&](?:starting_after|ending_before|cursor)=/.test(request.path);
  const isEmpty = /^\{"data":\[\]/.test(response?.body ?? '');
  return (isFirst ? 2 : 0) + (isEmpty ? 0 : 1);
}

function interactionOf(sample: Sample): Members {
  const { operation, status } = sample;
  const { states, request } = exportedRequest(sample);
  return {
    type: 'Synchronous/HTTP',
    description: `${operation.method} ${operation.path} answered with ${status}`,
    pending: false,
    providerStates: states.map(([name, params = {}]) => ({ name, params })),
    request,
    response: exportedResponse(sample),
  };
}

import type { Profile } from '../../contracts/profiles.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { apiFor } from '../api.ts';
import type { Members } from '../exchange.ts';
import { type DescribedResponse, describeResponses } from './description-faults.ts';
import type { ReadExchange } from './read-exchange.ts';

/** Everything that was requested of one operation. */
export class OperationTraffic {
  /** Its operation id: `getStudents`. */
  readonly name: string;
  readonly operation: OperationModel;
  readonly kind: Profile['kind'];
  readonly exchanges: readonly ReadExchange[];
  #successes: readonly DescribedResponse[] | undefined;

  constructor(operation: OperationModel, kind: Profile['kind'], exchanges: readonly ReadExchange[]) {
    this.name = operation.id;
    this.operation = operation;
    this.kind = kind;
    this.exchanges = exchanges;
  }

  /** Responses with 200. */
  get served(): readonly ReadExchange[] {
    return this.exchanges.filter((one) => one.status === 200);
  }

  /** The records of all responses with 200. */
  get records(): readonly Members[] {
    return this.served.flatMap((one) => one.carriedRecords);
  }

  /** The statuses of its description, with the documented alternatives for a success. */
  get documentedStatuses(): readonly number[] {
    const { statuses, method } = this.operation;
    const alternative = alternatives[method];
    return [...Object.keys(statuses).map(Number), ...(alternative === undefined ? [] : [alternative])];
  }

  /** Successful responses, compared with the description of their bodies. */
  get successes(): readonly DescribedResponse[] {
    const alternative = alternatives[this.operation.method];
    this.#successes ??= describeResponses(
      this.operation,
      this.exchanges.filter(({ status }) => status === 200 || status === alternative),
    );
    return this.#successes;
  }

  /** The suite's own valid requests. */
  get validRequests(): readonly ReadExchange[] {
    return this.exchanges.filter(isValid);
  }

  /** Responses to them, without outages and refusals for a missing scope: these may have any status. */
  get responsesToValidRequests(): readonly ReadExchange[] {
    return this.validRequests.filter((one) => !isOutage(one) && !isScopeRefusal(one));
  }

  /**
   * The suite's own reads that have to be served: its valid requests, and, with the same tokens and whatever they were sent for,
   * those of a list from its start and those of a path that was served before and after.
   */
  get plainReads(): readonly ReadExchange[] {
    const isTopLevel = !this.operation.path.includes('{');
    const tokens = new Set(this.validRequests.map((one) => one.token));
    const servedAt = Map.groupBy(
      this.exchanges.filter((one) => one.isServed),
      (one) => `${one.token} ${one.pathname}`,
    );
    const isStable = ({ token, pathname, seq }: ReadExchange) => {
      const served = servedAt.get(`${token} ${pathname}`) ?? [];
      return (served[0]?.seq ?? seq) < seq && (served.at(-1)?.seq ?? seq) > seq;
    };
    const isPlain = (one: ReadExchange) => tokens.has(one.token) && isFromStart(one) && !isMadeToFail(one);
    return this.exchanges.filter((one) => isValid(one) || (isPlain(one) && (isTopLevel || isStable(one))));
  }
}

/** A created assignment may be answered with 201, a deleted one with 204 (`contracts/status-table.ts`). */
const alternatives: Readonly<Record<string, number>> = { POST: 201, DELETE: 204 };

/** Every request for these requirements is valid, though an assignment may be gone by then. */
const validClaims: ReadonlySet<string> = new Set([
  'data/operation-answers',
  'lms/create-read-update-delete',
  'lms/grade-passback',
  'lms/regrade-overwrites',
]);

function isValid({ step }: ReadExchange): boolean {
  if (step === undefined) return false;
  // What a refused request is compared with.
  return validClaims.has(step.claim) || (step.role === 'control' && step.claim.startsWith('errors/'));
}

/** Without parameters, or with a limit that is allowed and nothing else. */
function isFromStart({ query }: ReadExchange): boolean {
  return [...query].every(([name, value]) => name === 'limit' && /^[1-9]\d{0,3}$/.test(value));
}

/** Outages, removed records and used-up windows are made with the same requests. */
function isMadeToFail({ step }: ReadExchange): boolean {
  return /^(?:errors\/(?:outage|deleted|unshared)-|rate-limit\/)/.test(step?.claim ?? '');
}

/** No response, the rate limit or an outage. 501 says that the operation is not implemented, so it is none of them. */
export function isOutage(exchange: ReadExchange): boolean {
  return exchange.isInconclusive && exchange.status !== 501;
}

/** Refused for a missing scope, by the documented text or by 403; a bare 404 may have other reasons. */
export function isScopeRefusal(exchange: ReadExchange): boolean {
  return exchange.status === 403 || (exchange.status === 404 && /\bscopes?\b/i.test(exchange.message));
}

/** Traffic by the documented operation that it addresses. */
export class OperationsTraffic {
  readonly #known: ReadonlyMap<OperationModel, OperationTraffic>;
  readonly #profiles: readonly Profile[];

  constructor(exchanges: readonly ReadExchange[], profiles: readonly Profile[]) {
    const groups = Map.groupBy(
      exchanges.filter((one) => !one.isCount),
      (one) => one.addressed?.operation,
    );
    this.#known = new Map(
      [...groups].flatMap(([operation, some]) => {
        const kind = some[0]?.addressed?.profile.kind;
        return operation && kind ? [[operation, new OperationTraffic(operation, kind, some)] as const] : [];
      }),
    );
    this.#profiles = profiles;
  }

  /** The operations that were requested. */
  get requested(): readonly OperationTraffic[] {
    return [...this.#known.values()];
  }

  /** The operations of the APIs that are judged, requested or not. */
  get documented(): readonly OperationTraffic[] {
    return this.#profiles.flatMap((profile) =>
      apiFor(profile).operations.map(
        (one) => this.#known.get(one) ?? new OperationTraffic(one, profile.kind, []),
      ),
    );
  }

  /** What was requested of an operation. */
  of(operation: OperationModel | undefined): readonly ReadExchange[] {
    return (operation && this.#known.get(operation)?.exchanges) ?? [];
  }
}

/** The id in the path of a request; `''` where there is none. */
export function idInPath({ addressed }: ReadExchange): string {
  return Object.values(addressed?.params ?? {})[0] ?? '';
}

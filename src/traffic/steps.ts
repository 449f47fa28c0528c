import type { RoleOf, StepId, StepOf } from '../../contracts/steps/index.ts';
import type { ReadExchange } from './read-exchange.ts';

/** The exchanges of one case of a requirement, in their order. */
export interface StepCase<Id extends StepId = StepId> {
  readonly name: StepOf<Id>['case'];
  readonly exchanges: readonly ReadExchange[];
  /** The last exchange that plays a role. */
  role(role: RoleOf<Id>): ReadExchange | undefined;
  /** Every exchange that plays a role. */
  roles(role: RoleOf<Id>): readonly ReadExchange[];
}

/** Exchanges by the requirement that they were sent for. */
export interface StepIndex {
  casesOf<Id extends StepId>(id: Id): readonly StepCase<Id>[];
}

/** One exchange in a case of a requirement. Captured traffic may show one exchange to several requirements. */
export interface PlacedStep {
  readonly claim: string;
  readonly case: string;
  readonly role?: string | undefined;
  readonly exchange: ReadExchange;
}

/** The steps that the suite's own probes sent. */
export function stepsOf(exchanges: readonly ReadExchange[]): readonly PlacedStep[] {
  return exchanges.flatMap((exchange) => (exchange.step ? [{ ...exchange.step, exchange }] : []));
}

export function indexSteps(steps: readonly PlacedStep[]): StepIndex {
  const byClaim = new Map<string, readonly StepCase[]>();
  for (const [claim, placed] of Map.groupBy(steps, (one) => one.claim))
    byClaim.set(
      claim,
      [...Map.groupBy(placed, (one) => one.case)].map(([name, some]) => caseFrom(name, some)),
    );
  return {
    casesOf: <Id extends StepId>(id: Id) =>
      (byClaim.get(id) ?? []) as readonly StepCase<StepId>[] as readonly StepCase<Id>[],
  };
}

function caseFrom(name: string, steps: readonly PlacedStep[]): StepCase {
  const roles = (role: string) => steps.filter((one) => one.role === role).map((one) => one.exchange);
  return {
    name,
    exchanges: steps.map((one) => one.exchange),
    role: (role) => roles(role).at(-1),
    roles,
  };
}

import type { ClaimStep } from '../../../contracts/steps/index.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { PlacedStep } from '../../traffic/steps.ts';

/** A captured exchange as a step of a requirement. */
export function place(step: ClaimStep, exchange: ReadExchange): PlacedStep {
  return { ...step, exchange };
}

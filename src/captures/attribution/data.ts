import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `data` in captured traffic. */
export function attributeData(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}

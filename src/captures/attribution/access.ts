import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `access` in captured traffic: none, since it shows neither scopes, nor sharing, nor which token is `TEST_TOKEN`. */
export function attributeAccess(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}

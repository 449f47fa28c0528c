import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ClientModule } from '../drivers/driver.ts';

/** A client that violates one requirement and as little else as possible, to prove that its claim detects it. */
export interface ClientMutant {
  /** `<category>/<the violation>`, for example `pagination/stops-at-a-short-page`. */
  readonly name: string;
  readonly breaks: ClientRequirementId;
  /** Other requirements of the same category that necessarily fail with it; the mutant explains why. @default none */
  readonly alsoFails?: readonly ClientRequirementId[];
  readonly run: ClientModule;
}

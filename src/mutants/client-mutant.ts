import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ClientModule } from '../drivers/driver.ts';

/** A client that breaks one requirement and as little else as can be, to prove that its judge is awake. */
export interface ClientMutant {
  /** `<theme>/<what is broken>`, a fact: `pagination/stops-at-a-short-page`. */
  readonly name: string;
  readonly breaks: ClientRequirementId;
  /** Other requirements of the same theme that cannot but fail with it; the mutant says why. @default none */
  readonly alsoFails?: readonly ClientRequirementId[];
  readonly run: ClientModule;
}

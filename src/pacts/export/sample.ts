import type { Profile } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import type { Exchange } from '../../exchange.ts';

/** A response status of an operation, and the most representative exchange. */
export interface Sample {
  readonly operation: OperationModel;
  readonly profile: Profile;
  readonly status: number;
  readonly exchange: Exchange;
}

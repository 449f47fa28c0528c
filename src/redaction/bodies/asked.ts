import type { OperationModel } from '../../../openapi/model-types.ts';
import type { Exchange } from '../../exchange.ts';
import { storedBodyOf } from '../../text/packed-text.ts';
import { schemasOf, segmentsOf } from '../operations.ts';
import type { Scope } from '../scope.ts';
import type { BodyShape, BodyVisitor } from './body-walk.ts';

/** What a request asks for. */
export interface Asked {
  readonly operation: OperationModel | undefined;
  /** The id that ends the path: of one record, not of a list. `''` if none does. */
  readonly addressed: string;
}

/** More characters than one record has. */
const largeLength = 256 * 1024;

export function askedBy({ request, response }: Exchange, { operations }: Scope): Asked {
  const path = request.path.split('?', 1)[0] ?? '';
  const operation = operations.match(path, request.method);
  const isOfRecord = operation !== undefined && operations.paramsOf(operation).at(-1) === true;
  // The same large response to every id would be walked, and kept, for every id.
  const isLarge = response !== undefined && storedBodyOf(response).length > largeLength;
  return { operation, addressed: isOfRecord && !isLarge ? (segmentsOf(path).at(-1) ?? '') : '' };
}

export function shapeOf({ operation, addressed }: Asked, scope: Scope, visitor: BodyVisitor): BodyShape {
  return { operation, addressed, schemas: schemasOf(operation), operations: scope.operations, visitor };
}

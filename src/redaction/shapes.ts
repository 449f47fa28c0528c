import type { OperationModel } from '../../openapi/model-types.ts';
import type { Exchange } from '../exchange.ts';
import { storedBodyOf } from '../packed-text.ts';
import { largeLength, type Parsed } from './bodies.ts';
import type { BodyShape, BodyVisitor } from './body-walk.ts';
import type { Scope } from './scope.ts';
import { segmentsOf } from './urls/urls.ts';

/** An exchange with the parsed body of its response. */
export interface ParsedExchange {
  readonly exchange: Exchange;
  readonly answered: Parsed;
}

/** How the bodies of an exchange are walked. `isKept`: the parsed body stays in memory. */
export function shapeOf(exchange: Exchange, scope: Scope, visitor: BodyVisitor, isKept = true): BodyShape {
  const operation = operationOf(exchange, scope);
  const addressed = addressedBy(exchange, scope);
  return {
    operation,
    schemas: scope.schemas,
    operations: scope.operations,
    visitor,
    addressed,
    isKept,
  };
}

/**
 * The id that ends the path of a request: of one record, not of a list. None if the response is large: the same one to every id would
 * be walked, and kept, for every id.
 */
export function addressedBy(exchange: Exchange, scope: Scope): string {
  if (isLarge(exchange)) return '';
  const operation = operationOf(exchange, scope);
  if (!operation || scope.operations.paramsOf(operation).at(-1) !== true) return '';
  return segmentsOf(exchange.request.path.split('?', 1)[0] ?? '').at(-1) ?? '';
}

/** More than one record has. */
function isLarge({ response }: Exchange): boolean {
  return response !== undefined && storedBodyOf(response).length > largeLength;
}

/** The documented operation that a request is for. */
export function operationOf(exchange: Exchange, scope: Scope): OperationModel | undefined {
  const { method, path } = exchange.request;
  return scope.operations.match(segmentsOf(path.split('?', 1)[0] ?? ''), method);
}

import { createdIn, type Parsed, parse } from './bodies.ts';
import { type BodyVisitor, walkAnswer, walkRequest } from './body-walk.ts';
import type { Scope } from './scope.ts';
import { type ParsedExchange, shapeOf } from './shapes.ts';
import { collectUrl } from './urls/urls.ts';
import { type Collectors, collectingVisitor } from './visitors.ts';

/** First pass: collects every id and instant of the run. */
export function collectFrom(parsed: readonly ParsedExchange[], scope: Scope, collectors: Collectors): void {
  const visitors = {
    sent: collectingVisitor(scope, collectors, collectors.ids.fromRequest),
    answered: collectingVisitor(scope, collectors, collectors.ids.fromAnswer),
  };
  const collected = new Set<Parsed>();
  for (const one of parsed) {
    collect(one, scope, collectors, visitors, collected.has(one.answered));
    if (!one.answered.isKept) collected.add(one.answered);
  }
}

function collect(
  { exchange, answered }: ParsedExchange,
  scope: Scope,
  { ids, instants }: Collectors,
  visitors: { readonly sent: BodyVisitor; readonly answered: BodyVisitor },
  isKnown: boolean,
): void {
  const { request, response } = exchange;
  collectUrl(request.path, 'request', scope, ids);
  const location = response?.headers.location;
  if (location !== undefined) collectUrl(location, 'answer', scope, ids);
  const sent = parse(request.body).json;
  if (sent) walkRequest(sent.value, shapeOf(exchange, scope, visitors.sent));
  const json = isKnown ? undefined : answered.json;
  if (!json) return;
  const shape = shapeOf(exchange, scope, visitors.answered, answered.isKept);
  walkAnswer(json.value, shape);
  if (shape.operation?.record === 'Event') instants.addAscending(createdIn(json.value));
}

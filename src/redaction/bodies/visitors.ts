import { idWithin, isIdLike } from '../ids.ts';
import type { Collectors, Scope } from '../scope.ts';
import { redactName } from '../texts/known-names.ts';
import { redactMessage } from '../texts/messages.ts';
import { collectUrl, redactUrl } from '../urls/urls.ts';
import { redactLeaf } from '../values/leaves.ts';
import type { BodyVisitor } from './body-walk.ts';

/** First pass: collects ids and instants. */
export function collectingVisitor(
  scope: Scope,
  collectors: Collectors,
  take: (id: string) => void,
): BodyVisitor {
  const { ids, instants } = collectors;
  return {
    copies: false,
    leaf: (value, field) => {
      if (typeof value !== 'string') return value;
      if (field?.redact === 'id' || (!field && isIdLike(value))) take(value);
      if (field?.redact === 'instant') instants.add(value);
      return value;
    },
    name: (name) => name,
    uri: (uri) => {
      collectUrl(uri, 'answer', scope, collectors);
      return uri;
    },
    rel: (rel) => rel,
    message: (text) => {
      for (const id of text.match(idWithin) ?? []) ids.fromRequest(id);
      return text;
    },
  };
}

/** Second pass: redacts. */
export function redactingVisitor(scope: Scope): BodyVisitor {
  return {
    copies: true,
    leaf: (value, field, place) => redactLeaf(value, field, place, scope),
    name: (name) => {
      if (scope.names.has(name)) return name;
      const seen = scope.tokens.foundIn(name);
      return seen === '' ? redactName(name, scope) : seen;
    },
    uri: (uri) => {
      const seen = scope.tokens.foundIn(uri);
      const shown = redactUrl(uri, scope);
      // A token as the value of a parameter is replaced in its place, as in the requests that follow the link.
      return seen === '' || (shown.includes(seen) && scope.tokens.foundIn(shown) === '') ? shown : seen;
    },
    rel: (rel) =>
      rel === '' || publicRels.test(rel) || scope.operations.isWord(rel)
        ? rel
        : `x-${scope.keyed.tag('rel', rel)}`,
    message: (text) => redactMessage(text, scope),
  };
}

/** Documented names, and those that recordings show on single records. */
const publicRels =
  /^(?:self|next|prev|first|last|district|districts|school|schools|students?|teachers?|sections?|courses?|terms?|contacts?|users?|admins?)$/i;

import type { BodyVisitor } from './body-walk.ts';
import { type IdCollector, isIdLike } from './ids.ts';
import { redactLeaf } from './leaves.ts';
import { redactMessage } from './messages.ts';
import type { Scope } from './scope.ts';
import { collectUrl, redactUrl } from './urls.ts';

/** First pass: collects ids. */
export function collectingVisitor(
  scope: Scope,
  collector: IdCollector,
  take: (id: string) => void,
): BodyVisitor {
  return {
    copies: false,
    items: new Map(),
    leaf: (value, field) => {
      if (typeof value === 'string' && (field?.redact === 'id' || (!field && isIdLike(value)))) take(value);
      return value;
    },
    name: (name) => name,
    uri: (uri) => {
      collectUrl(uri, 'answer', scope, collector);
      return uri;
    },
    rel: (rel) => rel,
    message: (text) => {
      for (const id of text.match(idWithin) ?? []) collector.fromRequest(id);
      return text;
    },
  };
}

/** Second pass: redacts. */
export function redactingVisitor(scope: Scope): BodyVisitor {
  return {
    copies: true,
    items: new Map(),
    leaf: (value, field) => redactLeaf(value, field, scope),
    name: (name) => {
      if (scope.names.has(name)) return name;
      const seen = scope.tokens.foundIn(name);
      if (seen !== '') return seen;
      // Go matches keys case-insensitively, so a known name in another case is kept.
      return scope.names.has(name.toLowerCase()) ? name : `x-${scope.keyed.tag('field', name)}`;
    },
    uri: (uri) => {
      const seen = scope.tokens.foundIn(uri);
      return seen === '' ? redactUrl(uri, scope) : seen;
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

/** Ids of both APIs within a text. */
export const idWithin = /\b(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi;

import { isIdLike } from '../ids.ts';
import type { Scope } from '../scope.ts';
import { redactMessage } from './messages.ts';

/** Redacts a response body that is not JSON; it stays non-JSON, HTML stays HTML, and empty stays empty. */
export function redactText(body: string, contentType: string, scope: Scope): string {
  if (body.trim() === '') return body;
  const seen = scope.tokens.foundIn(body);
  const size = `${body.length} characters${seen === '' ? '' : `, ${seen}`}`;
  const mark = body.startsWith('\ufeff') ? '\ufeff' : '';
  const start = body.trimStart().charAt(0);
  if (start === '<' || /\bhtml\b/i.test(contentType)) return mark + redactHtml(body, size, scope);
  if (start === '{' || start === '[') return `${mark}${start}«unreadable: ${size}»`;
  return redactMessage(body, scope);
}

/** Express returns `<pre>Cannot GET /path</pre>` for unknown paths, alone or in a small document. */
function redactHtml(body: string, size: string, scope: Scope): string {
  const said = /<pre>(Cannot [A-Z]{3,7} [^<\s]{1,2000})<\/pre>/.exec(body.slice(0, 20_000));
  const doctype = /^\s*<!doctype html>/i.test(body) ? '<!DOCTYPE html>\n' : '';
  if (!said) return `${doctype}<html>«${size}»</html>`;
  const pre = `<pre>${redactMessage(said[1] ?? '', scope)}</pre>`;
  return /^\s*<pre>/.test(body)
    ? `${pre}${/\s{0,8}$/.exec(body.slice(-8))?.[0] ?? ''}`
    : `${doctype}<html><body>${pre}</body></html>`;
}

/**
 * Redacts a probe's request body that is not JSON: its punctuation matters, so only words are replaced, by others that a
 * JSON scanner treats alike.
 */
export function redactOwnText(body: string, scope: Scope): string {
  const seen = scope.tokens.foundIn(body);
  if (seen !== '' || body.length > 10_000) return `{«unreadable: ${body.length} characters»`;
  return body.replace(/[A-Za-z0-9_.@-]{4,}/g, (word) => {
    if (scope.names.has(word) || scope.words.has(word) || /^(?:true|false|null|-?\d{1,4})$/.test(word))
      return word;
    if (scope.ids.has(word) || isIdLike(word)) return scope.ids.map(word);
    if (/^[\d.-]+$/.test(word)) return word.replace(/\d/g, '1');
    return `x-${scope.keyed.tag('word', word)}`;
  });
}

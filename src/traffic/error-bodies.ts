import { isObject } from '../text/json.ts';
import type { ReadExchange } from './read-exchange.ts';

/**
 * The text that an error has for a person: under `message` or `error`, or the bare body. `''` where there is none: a page of
 * HTML, JSON without such a text, and bytes that are no UTF-8, have no message.
 */
export function readableMessage(exchange: ReadExchange): string {
  const { json } = exchange;
  if (exchange.response?.isNotUtf8) return '';
  if (isObject(json)) return [json.message, json.error].find(isWritten) ?? '';
  if (json !== undefined) return isWritten(json) ? json : '';
  const text = exchange.response?.body ?? '';
  const isBrokenJson = /^\s*[{[]/.test(text);
  return isWritten(text) && !isHtml(exchange) && !isBrokenJson ? text : '';
}

/** By its Content-Type, or by how it begins. */
export function isHtml(exchange: ReadExchange): boolean {
  return /\bhtml\b/i.test(exchange.header('content-type')) || /^\s*</.test(exchange.response?.body ?? '');
}

function isWritten(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** What the redactor leaves where a token stood. */
const tokenName = /«token:(?:\d+|unknown)»/g;

/** The tokens in a redacted text, by the names that the redactor gave them. */
export function tokensIn(text: string): readonly string[] {
  return text.match(tokenName) ?? [];
}

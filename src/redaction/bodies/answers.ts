import type { OperationModel } from '../../../openapi/model-types.ts';
import { entryOf } from '../../maps.ts';
import type { Members } from '../../text/json.ts';
import { createListCutter, ListText } from '../../text/list-text.ts';
import { createTextStore, readText, type StoredText } from '../../text/packed-text.ts';
import type { Scope } from '../scope.ts';
import { type Asked, shapeOf } from './asked.ts';
import { createdIn, endOf, parse } from './bodies.ts';
import { type BodyVisitor, walkAnswer, walkItem } from './body-walk.ts';

/** A response body, as one operation and record have it. */
export interface Answer extends Asked {
  readonly body: StoredText;
}

/**
 * Finds the answer of an exchange: equal ones are one object. Lists are cut into their items, because a run sees most records several
 * times: each is walked once.
 */
export function createAnswers(): (body: StoredText, asked: Asked) => Answer {
  const { cut } = createListCutter();
  const known = new Map<OperationModel | undefined, Map<string, Map<StoredText, Answer>>>();
  return (body, { operation, addressed }) => {
    const ofRecord = entryOf(
      entryOf(known, operation, () => new Map<string, Map<StoredText, Answer>>()),
      addressed,
      () => new Map<StoredText, Answer>(),
    );
    const stored = (): StoredText => (typeof body === 'string' ? (cut(body) ?? body) : body);
    return entryOf(ofRecord, body, () => ({ operation, addressed, body: stored() }));
  };
}

/**
 * First pass over an answer: a visitor collects its ids and instants. Returns when the events of a list were created, in its order, and
 * nothing for an answer that was collected before.
 */
export function createAnswerCollector(
  scope: Scope,
  visitor: BodyVisitor,
): (answer: Answer) => readonly string[] {
  const collected = new Set<Answer>();
  const items = createItemMemo<readonly string[]>();
  return (answer) => {
    if (collected.has(answer)) return [];
    collected.add(answer);
    const shape = shapeOf(answer, scope, visitor);
    const isOfEvents = answer.operation?.record === 'Event';
    if (answer.body instanceof ListText) {
      walkAnswer(answer.body.parseRest(), shape);
      return answer.body.items.flatMap((text) =>
        items(answer, text, () => {
          const item: unknown = JSON.parse(text);
          walkItem(item, shape);
          return isOfEvents ? createdIn([item]) : [];
        }),
      );
    }
    const { json } = parse(readText(answer.body));
    if (json) walkAnswer(json.value, shape);
    return json && isOfEvents ? createdIn(json.value) : [];
  };
}

/** Second pass: the redacted text of an answer that is JSON; `undefined` of another. */
export function createAnswerRedactor(
  scope: Scope,
  visitor: BodyVisitor,
): (answer: Answer) => StoredText | undefined {
  const { store, storeItem, storeList } = createTextStore();
  const redacted = new Map<Answer, StoredText | undefined>();
  const items = createItemMemo<string>();
  return (answer) => {
    const shape = shapeOf(answer, scope, visitor);
    return entryOf(redacted, answer, () => {
      const { body } = answer;
      if (body instanceof ListText) {
        const rest = envelopeAround(walkAnswer(body.parseRest(), shape) as Members);
        const texts = body.items.map((text) =>
          items(answer, text, () => storeItem(JSON.stringify(walkItem(JSON.parse(text), shape)))),
        );
        return storeList(new ListText(rest.head, texts, rest.tail + endOf(body.tail)));
      }
      const { json, mark, end } = parse(readText(body));
      return json && store(mark + JSON.stringify(walkAnswer(json.value, shape)) + end);
    });
  };
}

/** Remembers what was made of an item, for all lists of the same records. */
function createItemMemo<T>(): (asked: Asked, item: string, make: () => T) => T {
  const known = new Map<string, Map<string, T>>();
  return ({ operation, addressed }, item, make) =>
    entryOf(
      entryOf(known, `${operation?.record ?? ''} ${addressed}`, () => new Map<string, T>()),
      item,
      make,
    );
}

/** The text of a list envelope without items, up to where they begin and from where they end. */
function envelopeAround(rest: Members): { readonly head: string; readonly tail: string } {
  const members = Object.entries(rest);
  const at = members.findIndex(([name]) => name === 'data');
  const texts = members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`);
  return {
    head: `{${[...texts.slice(0, at), '"data":['].join()}`,
    tail: `${[']', ...texts.slice(at + 1)].join()}}`,
  };
}

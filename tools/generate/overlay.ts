import { type JSONPathNode, type JSONValue, query } from 'json-p3';

type JsonObject = { [key: string]: JSONValue };

interface Action {
  readonly target: string;
  readonly description?: string;
  /** Of an object: members. Of a list: one more item. */
  readonly update?: JSONValue;
  readonly remove?: boolean;
}

/** An OpenAPI Overlay 1.0 document. */
export interface Overlay {
  readonly overlay: string;
  readonly info: { readonly title: string; readonly version: string };
  /** The document that it changes: `./data-v3.1.yaml`, in the same directory. */
  readonly extends: string;
  readonly actions: readonly Action[];
}

const members = {
  overlay: ['overlay', 'info', 'extends', 'actions'],
  action: ['target', 'description', 'update', 'remove'],
};

/**
 * The document with the actions of an overlay applied in their order; the original stays as it is. Stricter than the
 * specification where a mistake could go unnoticed: throws at a target that matches nothing, at members that it does not know,
 * and at updates that are neither members of an object nor an item of a list.
 */
export function applyOverlay(document: JSONValue, overlay: Overlay): JSONValue {
  if (!/^1\.0\.\d+$/.test(overlay.overlay)) throw new Error(`overlay ${overlay.overlay} is not known`);
  refuseOthers('the overlay', overlay, members.overlay);
  // Not structuredClone: what YAML aliases share would stay shared, and one action would change several places.
  const changed = JSON.parse(JSON.stringify(document)) as JSONValue;
  for (const action of overlay.actions) applyAction(changed, action);
  return changed;
}

function applyAction(document: JSONValue, { target, update, remove, ...others }: Action): void {
  refuseOthers(target, others, members.action);
  if ((update === undefined) === (remove !== true))
    throw new Error(`${target}: an action either updates or removes`);
  const { nodes: found } = query(target, document);
  if (found.length === 0) throw new Error(`${target} matches nothing`);
  if (update === undefined) removeAll(found, target);
  else
    for (const { value } of found)
      if (Array.isArray(value)) value.push(JSON.parse(JSON.stringify(update)) as JSONValue);
      else mergeInto(value, update, target);
}

function mergeInto(node: JSONValue, update: JSONValue, target: string): void {
  if (!isObject(node) || !isObject(update))
    throw new Error(`${target}: only objects and lists can be updated`);
  for (const [key, value] of Object.entries(update)) {
    if (Array.isArray(node[key])) throw new Error(`${target}: the list ${key} is a target of its own`);
    if (isObject(value) && isObject(node[key])) mergeInto(node[key], value, target);
    else node[key] = value;
  }
}

/** Finds every parent before anything is removed, as removing moves the items of a list. */
function removeAll(found: readonly JSONPathNode[], target: string): void {
  const doomed = Map.groupBy(found, parentOf);
  for (const [parent, places] of doomed) {
    const keys = new Set(places.map(({ location }) => location.at(-1)));
    if (Array.isArray(parent)) parent.splice(0, parent.length, ...parent.filter((_, at) => !keys.has(at)));
    else if (isObject(parent)) for (const key of keys) delete parent[String(key)];
    else throw new Error(`${target}: the whole document cannot be removed`);
  }
}

/** `undefined` for the root. */
function parentOf({ location, root }: JSONPathNode): unknown {
  if (location.length === 0) return undefined;
  return location.slice(0, -1).reduce<unknown>((at, key) => (at as JsonObject)[key], root);
}

function refuseOthers(place: string, value: object, known: readonly string[]): void {
  const other = Object.keys(value).find((key) => !known.includes(key) && !key.startsWith('x-'));
  if (other) throw new Error(`${place}: ${other} is not known`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { type GoNode, scanGoJson } from './scan.ts';

/** The value, and whether anything but white space follows it. */
export type GoValue = { readonly value: unknown; readonly restIgnored: boolean } | { readonly error: string };

type Container = unknown[] | Record<string, unknown>;

function put(target: Container, key: string, value: unknown): void {
  if (Array.isArray(target)) target.push(value);
  // A plain assignment to `__proto__` would change the prototype instead of storing the member.
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * Decodes the first JSON value of a text as Go decodes into `interface{}`: the last of duplicate members wins,
 * `__proto__` is stored as a member like any other, trailing text is not read. Errors are values with Go's text.
 * Iterative, so that hostile nesting cannot exhaust the stack.
 */
export function decodeGoJson(text: string): GoValue {
  const scanned = scanGoJson(text);
  if ('error' in scanned) return scanned;
  const root: unknown[] = [];
  // A stack: `entries` are pushed in reverse, so that numbers are processed in document order.
  const work: { readonly node: GoNode; readonly target: Container; readonly key: string }[] = [
    { node: scanned.node, target: root, key: '' },
  ];
  for (let job = work.pop(); job !== undefined; job = work.pop()) {
    const { node, target, key } = job;
    if (node.kind === 'null') put(target, key, null);
    else if (node.kind === 'bool') put(target, key, node.value);
    else if (node.kind === 'string') put(target, key, node.text);
    else if (node.kind === 'number') {
      const value = Number(node.literal);
      if (!Number.isFinite(value))
        return { error: `json: cannot unmarshal number ${node.literal} into Go value of type float64` };
      put(target, key, value);
    } else {
      const made: Container = node.kind === 'array' ? [] : {};
      put(target, key, made);
      const entries = node.kind === 'array' ? node.items.map((item) => ['', item] as const) : node.members;
      for (const [name, child] of entries.toReversed()) work.push({ node: child, target: made, key: name });
    }
  }
  return { value: root[0], restIgnored: scanned.restIgnored };
}

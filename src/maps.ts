/** The value of a key, which is made first where there is none. */
export function entryOf<K, V>(
  map: { get(key: K): V | undefined; has(key: K): boolean; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const found = map.get(key);
  if (found !== undefined || map.has(key)) return found as V;
  const made = make();
  map.set(key, made);
  return made;
}

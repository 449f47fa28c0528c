import { isObject, type Members } from '../json.ts';

/** Records of parsed bodies, of which equal ones become one object: most records of a run are served many times. */
export interface SharedRecords {
  /** Replaces the records of a list by equal ones that are kept. Returns the share of the others, from 0 to 1. */
  share(json: unknown): number;
  /** Keeps the records of a list. */
  keep(json: unknown): void;
}

/** Versions of one id: more are rare. */
const maxVersions = 4;
/** Deeper than any record of either API. */
const maxDepth = 24;

export function createSharedRecords(): SharedRecords {
  const kept = new Map<string, Members[]>();
  return {
    share: (json) => {
      let [all, own] = [0, 0];
      for (const item of itemsOf(json)) {
        all++;
        const known = kept.get(item.data.id)?.find((one) => isSame(one, item.data, 0));
        if (known) item.data = known as Identified;
        else own++;
      }
      return all === 0 ? 1 : own / all;
    },
    keep: (json) => {
      for (const { data } of itemsOf(json)) {
        const versions = kept.get(data.id);
        if (!versions) kept.set(data.id, [data]);
        else if (versions.length < maxVersions && !versions.includes(data)) versions.push(data);
      }
    },
  };
}

type Identified = Members & { readonly id: string };

/** The items of a list whose record has an id. */
function* itemsOf(json: unknown): Generator<{ data: Identified }> {
  if (!isObject(json) || !Array.isArray(json.data)) return;
  for (const item of json.data)
    if (isObject(item) && isObject(item.data) && typeof item.data.id === 'string')
      yield item as { data: Identified };
}

/** Whether two JSON values are equal, with their members in the same order. */
function isSame(one: unknown, other: unknown, depth: number): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (depth > maxDepth || Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every(
      (name, at) =>
        name === others[at] && isSame((one as Members)[name], (other as Members)[name], depth + 1),
    )
  );
}

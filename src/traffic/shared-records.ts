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
      const items = itemsOf(json);
      let own = 0;
      for (const item of items) {
        const known = kept.get(item.data.id)?.find((one) => isSame(one, item.data, 0));
        if (known) item.data = known as Identified;
        else own++;
      }
      return items.length === 0 ? 1 : own / items.length;
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
function itemsOf(json: unknown): readonly { data: Identified }[] {
  if (!isObject(json) || !Array.isArray(json.data)) return [];
  return json.data.filter(
    (item) => isObject(item) && isObject(item.data) && typeof item.data.id === 'string',
  );
}

/** Whether two JSON values are equal, with their members in the same order. */
function isSame(one: unknown, other: unknown, depth: number): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (depth > maxDepth || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (names.length !== others.length) return false;
  for (const [at, name] of names.entries())
    if (name !== others[at] || !isSame((one as Members)[name], (other as Members)[name], depth + 1))
      return false;
  return true;
}

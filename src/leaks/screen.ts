import { hash } from 'node:crypto';
import { type Hit, type LeakKind, maxDepth, type Search, startsLikeJson } from './search.ts';
import { createSeriesReader } from './series.ts';

/** Replaces a field with a possible leak. */
export const withheldText = 'withheld: possible leak';

/** Fields that were withheld, of one kind. Does not contain their values. */
export interface Withheld {
  /** `member "last_modified"`, `request header "cookie"`, `finding`. */
  readonly field: string;
  /** Where the first one is: `exchange 12`. */
  readonly place: string;
  readonly count: number;
  /** How the value was found. */
  readonly found: LeakKind;
  /** Where the value came from: `exchange 3, response body, "first"`. */
  readonly from: string;
}

/** Looks over the fields of what is about to be written, and withholds those with a possible leak. */
export interface Screen {
  /** A free text: it alone is withheld. */
  text(text: string, field: string, place: string): string;
  /** A header: where one value leaks, the redaction of the header fails, so all its values are withheld. */
  header(value: string, name: string, field: string, place: string): string;
  /** A body: of JSON, the leaking members in the whole run; of any other text, all of it. */
  body(text: string, field: string, place: string): string;
}

export interface ScreenOptions {
  readonly search: Search;
  readonly sinceMs: number;
  /** Names an origin in words. */
  readonly nameOf: (hit: Hit) => string;
  /** Whether a member name or header may be printed. */
  readonly isPublic: (name: string) => boolean;
  /**
   * Digests of bodies in which nothing is found, as long as nothing more is learned: both sides of a capture have the same ones, and so
   * has each further look.
   */
  readonly cleanBodies: Set<string>;
}

/** Members whose text is free: its neighbours are no proof of anything. */
const freeMembers = /^(?:message|error|uri|href)$/i;
/**
 * Calls `work` until it withholds nothing new: a leak in one member or header withholds that member or header everywhere, because
 * other values of it can be too short, or too common, to be found by themselves.
 */
export function screened<T>(
  work: (screen: Screen) => T,
  options: ScreenOptions,
): { readonly value: T; readonly withheld: readonly Withheld[] } {
  const broken = new Map<string, Hit>();
  for (;;) {
    const size = broken.size;
    const log = new Map<string, Withheld>();
    const value = work(createScreen(broken, log, options));
    if (broken.size === size) return { value, withheld: [...log.values()] };
  }
}

function createScreen(
  broken: Map<string, Hit>,
  log: Map<string, Withheld>,
  { search, sinceMs, nameOf, isPublic, cleanBodies }: ScreenOptions,
): Screen {
  /** Of this look, in which members may be withheld everywhere. */
  const unchangedBodies = new Set<string>();

  const withhold = (hit: Hit, field: string, place: string): string => {
    const known = log.get(field);
    log.set(
      field,
      known
        ? { ...known, count: known.count + 1 }
        : { field, place, count: 1, found: hit.kind, from: nameOf(hit) },
    );
    return withheldText;
  };
  const shown = (name: string) => (isPublic(name) ? `"${name}"` : 'with an undocumented name');

  const text = (value: string, field: string, place: string): string => {
    const hit = search.text(value);
    return hit ? withhold(hit, field, place) : value;
  };

  const body = (value: string, field: string, place: string): string => {
    if (value === '') return value;
    // Not the texts themselves, which may be a hundred megabytes.
    const key = hash('sha1', value, 'base64');
    if (unchangedBodies.has(key) || (broken.size === 0 && cleanBodies.has(key))) return value;
    const json = jsonOf(value);
    if (json && broken.size === 0 && search.isClean(json, createSeriesReader(sinceMs))) {
      cleanBodies.add(key);
      return value;
    }
    const after = json === undefined ? text(value, field, place) : screenJson(json, field, place);
    if (after !== json && json !== undefined) return JSON.stringify(after);
    if (after === value || after === json) unchangedBodies.add(key);
    return json === undefined ? String(after) : value;
  };

  /** The value itself if nothing was withheld. */
  const screenJson = (root: unknown, field: string, place: string): unknown => {
    const series = createSeriesReader(sinceMs);
    let names = 1;
    const visit = (value: unknown, name: string, depth: number): unknown => {
      if (typeof value === 'string' || typeof value === 'number') return leaf(value, name, depth);
      if (typeof value !== 'object' || value === null) return value;
      if (depth > maxDepth) return withhold({ kind: 'plain', origin: 0 }, `${field}, too deep`, place);
      if (Array.isArray(value)) {
        let items: unknown[] | undefined;
        for (const [at, one] of value.entries()) {
          const after = visit(one, name, depth + 1);
          if (after !== one) items ??= [...value];
          if (items) items[at] = after;
        }
        return items ?? value;
      }
      const members: [string, unknown][] = [];
      let isChanged = false;
      for (const member of Object.keys(value)) {
        const one = (value as Readonly<Record<string, unknown>>)[member];
        const newName = screenName(member, field, place);
        const after = visit(one, member, depth + 1);
        isChanged ||= newName !== member || after !== one;
        members.push([newName, after]);
      }
      return isChanged ? Object.fromEntries(members) : value;
    };
    /** Of leaking names, none is known to be harmless unless it is public. */
    const screenName = (name: string, field: string, place: string): string => {
      const known = broken.get('names');
      const hit = known ? (isPublic(name) ? undefined : known) : search.text(name);
      if (!hit) return name;
      broken.set('names', hit);
      return `${withhold(hit, `${field}, name of a member`, place)} (${names++})`;
    };
    const leaf = (value: string | number, name: string, depth: number): unknown => {
      const isBroken = broken.size > 0 && broken.has(`member ${name}`);
      const nested = typeof value === 'string' && !isBroken ? jsonOf(value) : undefined;
      if (nested !== undefined) {
        const after = visit(nested, name, depth + 1);
        if (after !== nested) return JSON.stringify(after);
      }
      const hit = isBroken ? broken.get(`member ${name}`) : search.leaf(value, name, series);
      if (!hit) return value;
      if (!freeMembers.test(name)) broken.set(`member ${name}`, hit);
      return withhold(hit, `${field}, member ${shown(name)}`, place);
    };
    return visit(root, '', 0);
  };

  /** A header that is a long number by itself, as a limit or a reset: not one that is an instant of these years. */
  const numberIn = (value: string): Hit | undefined =>
    /^\d{7,15}$/.test(value) && !/^(?:1[6-9]|2[0-2])\d{8}(?:\d{3})?$/.test(value)
      ? search.leaf(value, '', createSeriesReader(sinceMs))
      : undefined;

  return {
    text,
    header: (value, name, field, place) => {
      const key = `header ${name}`;
      const hit = broken.get(key) ?? numberIn(value) ?? search.text(value) ?? search.text(name);
      if (!hit) return value;
      broken.set(key, hit);
      return withhold(hit, `${field} header ${shown(name)}`, place);
    },
    body,
  };
}

/** A text that is a JSON object or list. */
function jsonOf(text: string): object | undefined {
  if (!startsLikeJson(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as object;
  } catch {
    return undefined;
  }
}

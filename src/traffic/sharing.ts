import { idsIn } from '../../contracts/relations.ts';
import type { Api } from '../api.ts';
import type { Members } from '../exchange.ts';
import { isObject } from '../text/json.ts';
import type { ListItem } from './body.ts';
import type { ReadExchange } from './read-exchange.ts';
import type { StepCase } from './steps.ts';

type SharingStep = StepCase<'access/sharing-limits-data'>;

/** What a token may see, as its own lists show it, and what it may not. */
export class SharedView {
  /** Whether the token was served anything at all. */
  readonly servesAnything: boolean;
  readonly steps: readonly SharingStep[];
  /** Ids of records that exist, and are not shared with the token. */
  readonly #hidden: ReadonlySet<string>;
  /** Ids of its districts and schools; empty where the token was served no such list. */
  readonly #districts: ReadonlySet<string>;
  readonly #schools: ReadonlySet<string>;
  /** Ids of everything in its lists that is not hidden. */
  readonly #listed: ReadonlySet<string>;

  readonly #api: Api;

  constructor(steps: readonly SharingStep[], api: Api) {
    this.steps = steps;
    this.#api = api;
    this.#hidden = new Set(steps.flatMap((one) => one.roles('hidden')).flatMap((one) => one.carriedIds));
    const lists = steps.flatMap((one) => one.roles('list'));
    this.servesAnything = lists.some((one) => one.servesRecords);
    this.#listed = new Set(lists.flatMap((one) => one.carriedIds).filter((id) => !this.#hidden.has(id)));
    this.#districts = this.#sharedIn(lists, api.collectionOf('District'));
    this.#schools = this.#sharedIn(lists, `/${api.relations.schools.type}`);
  }

  #sharedIn(lists: readonly ReadExchange[], path: string): ReadonlySet<string> {
    const own = lists.filter((one) => one.addressedPath?.operation.path === path);
    return new Set(own.flatMap((one) => one.carriedIds).filter((id) => !this.#hidden.has(id)));
  }

  /** The records that cannot be shared with the token, each with the reason: `5f… belongs to district 5e…`. */
  strays(items: readonly ListItem[]): readonly string[] {
    return items.flatMap(({ id, record }) => {
      const reason = this.#hidden.has(id) ? 'is not shared with the token' : this.#strayReason(record);
      return reason === undefined ? [] : [`${id} ${reason}`];
    });
  }

  /** Whether all of them are known to be shared with the token: its lists have them, or they belong to a school that it may see. */
  sharesAll(records: readonly Members[]): boolean {
    return (
      records.length > 0 &&
      this.#schools.size > 0 &&
      records.every((record) => {
        const id = typeof record.id === 'string' ? record.id : '';
        if (this.strays([{ id, record }]).length > 0) return false;
        return this.#listed.has(id) || this.#schoolsOf(record).some((school) => this.#schools.has(school));
      })
    );
  }

  /** By the ids that the record, or the record of an event, names itself. */
  #strayReason(record: Members): string | undefined {
    const named = isObject(record.data) && isObject(record.data.object) ? record.data.object : record;
    const { district } = named;
    if (this.#districts.size > 0 && typeof district === 'string' && !this.#districts.has(district))
      return `belongs to district ${district}`;
    // An event may report a school that is gone.
    if (named === record && this.#isStrangeSchool(named))
      return 'is a school that is not in its list of schools';
    const ids = this.#schoolsOf(named);
    if (this.#schools.size > 0 && ids.length > 0 && !ids.some((id) => this.#schools.has(id)))
      return `belongs to school ${ids.join(', ')}`;
    return undefined;
  }

  #schoolsOf(record: Members): readonly string[] {
    return idsIn(record, this.#api.relations.schools.all);
  }

  /** A list that may go on says nothing of the schools that it lacks. */
  #isStrangeSchool({ id, school_number: number }: Members): boolean {
    const known = this.#schools.size;
    return (
      number !== undefined && known > 0 && known < 100 && typeof id === 'string' && !this.#schools.has(id)
    );
  }
}

/** One view for each token that requests what is not shared with it, by its name. */
export function sharedViews(steps: readonly SharingStep[], api: Api): ReadonlyMap<string, SharedView> {
  const byToken = Map.groupBy(steps, ({ name }) => name.split(':', 1)[0] ?? '');
  return new Map([...byToken].map(([name, some]) => [name, new SharedView(some, api)]));
}

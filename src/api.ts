import { type Choices, choicesOf } from '../contracts/choices.ts';
import type { Profile } from '../contracts/profiles.ts';
import { type Relations, relationsOf } from '../contracts/relations.ts';
import { type ApiDocument, documents } from '../generated/documents.ts';
import type { OperationModel, SchemaModel } from '../openapi/model-types.ts';
import { entryOf } from './maps.ts';

/** A top-level list of an API. */
export interface Collection {
  /** `district_admins`. */
  readonly name: string;
  /** `/district_admins`. */
  readonly path: string;
  /** Schema of its records: `DistrictAdmin`. */
  readonly type: string;
}

/** An API version: its profile, and what its document says. */
export class Api {
  readonly profile: Profile;
  readonly operations: readonly OperationModel[];
  readonly schemas: Readonly<Record<string, SchemaModel>>;
  readonly validators: ApiDocument['validators'];
  readonly relations: Relations;
  readonly choices: Choices;
  /** Its top-level lists, in the order of the document. Only the Data API has any. */
  readonly collections: readonly Collection[];
  readonly #readers: ReadonlyMap<string, OperationModel>;
  readonly #paths: ReadonlyMap<string, string>;

  constructor(profile: Profile, { model, validators }: ApiDocument) {
    this.profile = profile;
    this.schemas = model.schemas;
    this.validators = validators;
    this.relations = relationsOf(profile.document);
    this.choices = choicesOf(profile.document);
    this.operations = model.operations;
    this.collections = model.operations
      .filter((one) => one.answers === 'list' && /^\/[^/]+$/.test(one.path))
      .map(({ path, record }) => ({ name: path.slice(1), path, type: record }));
    const readers = model.operations.filter((one) => one.method === 'GET');
    this.#readers = new Map(readers.map((one) => [one.path, one]));
    this.#paths = new Map(this.collections.map(({ type, path }) => [type, path]));
  }

  /** The operation with a path, such as `/sections/{id}/term`, that reads. */
  readonly readerOf = (path: string): OperationModel | undefined => this.#readers.get(path);

  /** `/students` for `Student`; `''` where no list has such records. */
  readonly collectionOf = (type: string): string => this.#paths.get(type) ?? '';

  /** The names of the resources that are served by id: `students` for `/students/{id}`. */
  get resources(): readonly string[] {
    return this.operations.flatMap(({ path }) => /^\/(\w+)\/\{id\}$/.exec(path)?.[1] ?? []);
  }
}

const apis = new WeakMap<Profile, Api>();

/** An API of which nothing is known has no operations. */
export function apiFor(profile: Profile): Api {
  return entryOf(apis, profile, () => new Api(profile, documents.get(profile.document) ?? nothing));
}

const nothing: ApiDocument = {
  model: { operations: [], schemas: {} },
  validators: {
    validateResponse: () => undefined,
    validateRequestBody: () => undefined,
    validateSchema: () => undefined,
  },
};

/** Whose id a path takes: `students` for `/students/{id}/sections`, and for `/students`, which takes none. */
export function ownerIn(path: string): string {
  return /([^/]+)\/\{/.exec(path)?.[1] ?? path.split('/')[1] ?? '';
}

/** A path with an id: `/students/5f…/sections` for `/students/{id}/sections`. */
export function withId(path: string, id: string): `/${string}` {
  return path.replace(/\{\w+\}/, id) as `/${string}`;
}

/** The first Data API among these. */
export function dataApiOf(profiles: readonly Profile[]): Api {
  return apiFor(profiles.find((one) => one.kind === 'data') ?? unknownProfile);
}

const unknownProfile: Profile = {
  name: '',
  kind: 'data',
  prefix: '/v0',
  document: '',
  rateLimit: { requests: 0, windowS: 0 },
  limit: { default: 0, max: 0 },
  backoff: { delaysS: [], maxRetries: 0 },
};

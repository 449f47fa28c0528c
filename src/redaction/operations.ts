import type { Profile } from '../../contracts/profiles.ts';
import { documents } from '../../generated/documents.ts';
import type { OperationModel, SchemaModel } from '../../openapi/model-types.ts';
import { entryOf } from '../maps.ts';

/** Finds documented operations by path, in any version, and knows the words of their paths. */
export interface Operations {
  /** Of the API that the version of the path names, or else of any. The method breaks ties. */
  match(path: string, method?: string): OperationModel | undefined;
  /** Positions of an operation's path parameters. */
  paramsOf(operation: OperationModel): readonly boolean[];
  /** Whether a word is part of a documented path: `students`, `assignments`. */
  isWord(segment: string): boolean;
  /** Schema of an event type's records: `Student` for `students.updated`; `''` if unknown. */
  recordOfEvent(type: unknown): string;
  /** Whether any operation documents a query parameter of that name. */
  isQueryParam(name: string): boolean;
}

/** The first segment of every path of both APIs: `v2.0`, `v3.1`. */
export const versionSegment = /^v\d{1,2}(?:\.\d{1,2})?$/;

/** Path segments without the version and empty ones. */
export function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  return versionSegment.test(segments[0] ?? '') ? segments.slice(1) : segments;
}

/** The schemas of an operation's document. */
export function schemasOf(operation: OperationModel | undefined): Readonly<Record<string, SchemaModel>> {
  return documents.get(operation?.document ?? '')?.model.schemas ?? {};
}

interface Template {
  readonly operation: OperationModel;
  readonly parts: readonly string[];
}

/** By the number of their segments and the first of them, which is a word in all of them. */
const byStart = new Map<string, Template[]>();
const params = new Map<OperationModel, readonly boolean[]>();
const words = new Set<string>();
const queryParams = new Set<string>();
const records = new Map<string, string>();
for (const { model } of documents.values())
  for (const operation of model.operations) {
    const parts = operation.path.split('/').filter((part) => part !== '');
    params.set(
      operation,
      parts.map((part) => part.startsWith('{')),
    );
    for (const part of parts) if (!part.startsWith('{')) words.add(part);
    for (const name of operation.queryParams) queryParams.add(name);
    // Event types write `districtadmins` where paths write `district_admins`.
    if (parts.length === 1 && operation.answers === 'list')
      records.set(parts[0]!.replaceAll('_', ''), operation.record);
    entryOf(byStart, startOf(parts), () => []).push({ operation, parts });
  }

/** Knows the operations of all documents; a path is first looked for in those of its version. */
export function indexOperations(profiles: readonly Profile[]): Operations {
  return {
    match: (path, method) => {
      const segments = segmentsOf(path);
      let found: OperationModel | undefined;
      let foundRank = -1;
      for (const { operation, parts } of byStart.get(startOf(segments)) ?? []) {
        if (!parts.every((part, at) => isSegment(part, segments[at] ?? ''))) continue;
        const isOfVersion = profiles.some(
          (one) => one.document === operation.document && isBelow(path, one.prefix),
        );
        const isMethod = method === undefined || operation.method === method;
        const rank = (isOfVersion ? 2 : 0) + (isMethod ? 1 : 0);
        if (rank === 3) return operation;
        if (rank > foundRank) [found, foundRank] = [operation, rank];
      }
      return found;
    },
    paramsOf: (operation) => params.get(operation) ?? [],
    isWord: (segment) => words.has(segment),
    recordOfEvent: (type) =>
      typeof type === 'string' ? (records.get(type.split('.', 1)[0]!.replaceAll('_', '')) ?? '') : '',
    isQueryParam: (name) => queryParams.has(name),
  };
}

function startOf(parts: readonly string[]): string {
  return `${parts.length} ${parts[0] ?? ''}`;
}

function isBelow(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/');
}

/** Links write `myStudents` where paths write `mystudents`. */
function isSegment(part: string, segment: string): boolean {
  return (
    part === segment || part.startsWith('{') || (/^my[A-Z]/.test(segment) && part === segment.toLowerCase())
  );
}

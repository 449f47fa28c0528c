import type { ApiModel, OperationModel } from '../../openapi/model-types.ts';

/** Finds documented operations by path, in any version, and knows the words of their paths. */
export interface Operations {
  /** Non-empty path segments without the version: `['students', '…', 'sections']`. The method breaks ties. */
  match(segments: readonly string[], method?: string): OperationModel | undefined;
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

/** Indexes the operations of a model. */
export function indexOperations(model: ApiModel): Operations {
  const byLength = new Map<number, { operation: OperationModel; parts: readonly string[] }[]>();
  const params = new Map<OperationModel, readonly boolean[]>();
  const words = new Set<string>();
  const queryParams = new Set<string>();
  const records = new Map<string, string>();
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
    const known = byLength.get(parts.length);
    if (known) known.push({ operation, parts });
    else byLength.set(parts.length, [{ operation, parts }]);
  }
  const fits = (parts: readonly string[], segments: readonly string[]) =>
    parts.every((part, at) => part === segments[at] || part.startsWith('{'));

  return {
    match: (segments, method) => {
      let found: OperationModel | undefined;
      for (const { operation, parts } of byLength.get(segments.length) ?? []) {
        if (!fits(parts, segments)) continue;
        if (method === undefined || operation.method === method) return operation;
        found ??= operation;
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

/** Section membership from the Data API; ids in lower case. */
export interface LmsRoster {
  section(
    id: string,
  ): { readonly students: readonly string[]; readonly teachers: readonly string[] } | undefined;
  /** Whether the id belongs to a person of the district. */
  isPerson(id: string): boolean;
  /** A section with at least two students and a teacher; `''` when there is none. */
  firstSection(): string;
  /** A student of the district who is not in this section. @default a made-up id */
  someoneOutside?(sectionId: string): string | undefined;
}

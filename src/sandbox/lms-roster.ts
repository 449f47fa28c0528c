/** Who is in which section, as the Data API has it; ids in lower case. */
export interface LmsRoster {
  section(
    id: string,
  ): { readonly students: readonly string[]; readonly teachers: readonly string[] } | undefined;
  /** Whether the id is that of any person of the district. */
  isPerson(id: string): boolean;
  /** A section with at least two students and a teacher; `''` when there is none. */
  firstSection(): string;
  /** A student of the district who is not in this section; without it a made-up id stands in. */
  someoneOutside?(sectionId: string): string | undefined;
}

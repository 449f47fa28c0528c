import { type ApiName, allProfiles, type Profile } from '../../contracts/profiles.ts';
import { indexOperations, type OperationIndex } from '../traffic/operations.ts';

/** Which API a request is of, and whether it is one of those chosen. */
export interface ChosenApis {
  readonly profiles: readonly Profile[];
  /** Of every documented API: two of them share a prefix, so the chosen ones alone would mistake one for the other. */
  readonly index: OperationIndex;
  /** Why a path is left out, as a clause; undefined if its API is chosen. */
  leftOutReason(path: string): string | undefined;
}

/** @default all */
export function chooseApis(names?: readonly ApiName[]): ChosenApis {
  const chosen: readonly string[] | undefined = names;
  const index = indexOperations(allProfiles);
  return {
    profiles: allProfiles.filter(({ name }) => chosen?.includes(name) ?? true),
    index,
    leftOutReason: (path) => {
      const name = index.profileOf(path)?.name;
      if (!chosen || (name !== undefined && chosen.includes(name))) return undefined;
      return `${name === undefined ? 'it is of no documented API' : `it is of ${name}`}, and --api chooses ${chosen.join(', ')}`;
    },
  };
}

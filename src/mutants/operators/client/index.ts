import { endingFaults } from './endings.ts';
import type { ClientFault } from './fault.ts';
import { requestFaults } from './requests.ts';
import { responseFaults } from './responses.ts';

/**
 * Every operator at every request, wait, page and end of every scenario. Which of them a conforming client comes to, its run
 * shows: any other place is not a mutant.
 */
export const clientFaults: readonly ClientFault[] = [...requestFaults, ...responseFaults, ...endingFaults];

import type { Step } from '../../../src/exchange.ts';
import { idOf, listOf, recordOf, type Sent } from '../../support/testing.ts';

/** Hand-made traffic for the tests of this category. */

export const one = { id: idOf(1) };
export const two = { id: idOf(2) };
export const list: Sent = { path: '/students?limit=2', body: listOf(one, two) };
export const record: Sent = { path: `/students/${one.id}`, body: recordOf(one) };
export const error = { error: 'Resource not found' };
export const htmlPage = '<html><pre>Cannot GET /v2.0/students</pre></html>';

/** A changed exchange. */
export const but = (sent: Sent, change: Partial<Sent>): Sent => ({ ...sent, ...change });

/** The step of an exchange. */
export const meant = (claim: string, name: string, role?: string): { step: Step } => ({
  step: { claim: `errors/${claim}`, case: name, ...(role === undefined ? {} : { role }) },
});

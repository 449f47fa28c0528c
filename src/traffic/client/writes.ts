import type { ReadExchange } from '../read-exchange.ts';

/** Whether a request creates an assignment in LMS Connect. */
export function createsAssignment({ method, pathname }: ReadExchange): boolean {
  return method === 'POST' && /\/sections\/[^/]+\/assignments\/?$/.test(pathname);
}

/** Whether a request updates a submission in LMS Connect, which is how a grade is sent. */
export function updatesSubmission({ method, pathname }: ReadExchange): boolean {
  return method === 'PATCH' && /\/submissions\/[^/]+$/.test(pathname);
}

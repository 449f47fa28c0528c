import { isObject } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** Whether a request creates an assignment in LMS Connect. */
export function createsAssignment({ method, pathname }: ReadExchange): boolean {
  return method === 'POST' && /\/sections\/[^/]+\/assignments\/?$/.test(pathname);
}

/** Whether a response has the id of the assignment that its request created. */
export function confirmsAssignment(exchange: ReadExchange): boolean {
  const { status, json } = exchange;
  const data = isObject(json) ? json.data : undefined;
  return (
    createsAssignment(exchange) &&
    status >= 200 &&
    status < 300 &&
    isObject(data) &&
    typeof data.id === 'string'
  );
}

/** Whether a request updates a submission in LMS Connect, which is how a grade is sent. */
export function updatesSubmission({ method, pathname }: ReadExchange): boolean {
  return method === 'PATCH' && /\/submissions\/[^/]+$/.test(pathname);
}

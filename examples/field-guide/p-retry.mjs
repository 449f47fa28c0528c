import pRetry, { AbortError } from 'p-retry';
import { bounds, headers, runJob, wanted } from './protocol.mjs';

async function fetchOnce(method, url, json) {
  const response = await fetch(url, {
    method,
    headers: json ? { ...headers, 'content-type': 'application/json' } : headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(bounds.answerMs),
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  const answer = { status: response.status, body: await response.text() };
  if (response.ok) return answer;
  const error = Object.assign(new Error(response.statusText), { answer });
  throw wanted.statuses.includes(response.status) ? error : new AbortError(error);
}

await runJob((method, url, json) =>
  pRetry(() => fetchOnce(method, url, json), {
    // It is unaware of methods: exclude non-idempotent ones.
    retries: method === 'GET' ? wanted.retries : 0,
    minTimeout: wanted.firstWaitMs,
    factor: 2,
  }).catch((error) => {
    if (!error.answer) throw error;
    return error.answer;
  }),
);

import ky, { HTTPError } from 'ky';
import { bounds, headers, runJob, wanted } from './protocol.mjs';

const client = ky.create({
  headers,
  redirect: 'manual',
  timeout: bounds.answerMs,
  retry: {
    limit: wanted.retries,
    statusCodes: wanted.statuses,
    afterStatusCodes: [429],
    maxRetryAfter: bounds.maxWaitMs,
    delay: (attempt) => wanted.firstWaitMs * 2 ** (attempt - 1),
    retryOnTimeout: true,
  },
});

await runJob(async (method, url, json) => {
  try {
    const sent = client(url, { method, ...(json ? { json } : {}) });
    // Its body methods have a timeout, too.
    const body = await sent.text();
    return { status: (await sent).status, body };
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    return { status: error.response.status, body: error.data };
  }
});

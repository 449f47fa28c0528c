import got, { HTTPError } from 'got';
import { bounds, headers, runJob, wanted } from './protocol.mjs';

const client = got.extend({
  headers,
  followRedirect: false,
  timeout: { request: bounds.answerMs },
  retry: { limit: wanted.retries, statusCodes: wanted.statuses, maxRetryAfter: bounds.maxWaitMs },
});

await runJob(async (method, url, json) => {
  try {
    const { statusCode, body } = await client(url, { method, ...(json ? { json } : {}) });
    return { status: statusCode, body };
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    return { status: error.response.statusCode, body: error.response.body };
  }
});

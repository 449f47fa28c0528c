import axios from 'axios';
import axiosRetry, { exponentialDelay, isIdempotentRequestError } from 'axios-retry';
import { bounds, headers, runJob, wanted } from './protocol.mjs';

const client = axios.create({
  headers,
  maxRedirects: 0,
  timeout: bounds.answerMs,
  maxContentLength: bounds.bodyBytes,
});
axiosRetry(client, {
  retries: wanted.retries,
  shouldResetTimeout: true,
  // The first wait is twice the factor.
  retryDelay: (count, error) => exponentialDelay(count, error, wanted.firstWaitMs / 2),
  // The default condition also retries a POST after a lost response.
  retryCondition: (error) =>
    isIdempotentRequestError(error) && (!error.response || wanted.statuses.includes(error.response.status)),
});

await runJob(async (method, url, json) => {
  try {
    const { status, data } = await client({ method, url, ...(json ? { data: json } : {}) });
    return { status, body: data };
  } catch (error) {
    if (!error.response) throw error;
    return { status: error.response.status, body: error.response.data };
  }
});

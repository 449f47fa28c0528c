import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { bounds, headers, origin, runJob, wanted } from './protocol.mjs';

const client = new (Octokit.plugin(retry, throttling))({
  baseUrl: origin,
  // The `auth` option would send "token …".
  request: {
    redirect: 'manual',
    fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(bounds.answerMs) }),
  },
  retry: { retries: wanted.retries, doNotRetry: [400, 401, 403, 404, 405, 410, 413, 422, 451, 501] },
  throttle: {
    onRateLimit: (_retryAfter, _options, _octokit, retryCount) => retryCount < wanted.retries,
    onSecondaryRateLimit: () => false,
  },
});

await runJob(async (method, url, json) => {
  try {
    const { status, data } = await client.request({
      method,
      url,
      headers,
      ...(json ? { data: json } : {}),
      // The plugin retries every method: exclude non-idempotent ones.
      ...(method === 'GET' ? {} : { request: { retries: 0 } }),
    });
    return { status, body: data };
  } catch (error) {
    if (!error.response) throw error;
    return { status: error.response.status, body: error.response.data };
  }
});

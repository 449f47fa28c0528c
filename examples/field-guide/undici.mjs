import { Agent, RetryAgent, request } from 'undici';
import { bounds, headers, runJob, wanted } from './protocol.mjs';

const agent = new Agent({
  headersTimeout: bounds.answerMs,
  bodyTimeout: bounds.answerMs,
  maxResponseSize: bounds.bodyBytes,
});
const dispatcher = new RetryAgent(agent, {
  maxRetries: wanted.retries,
  minTimeout: wanted.firstWaitMs,
  timeoutFactor: 2,
  statusCodes: wanted.statuses,
  throwOnError: false,
});

await runJob(async (method, url, json) => {
  const { statusCode, body } = await request(url, {
    dispatcher,
    method,
    headers: json ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  return { status: statusCode, body: await body.text() };
});

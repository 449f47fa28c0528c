import { SafetyStop } from '../errors.ts';
import { renderEvidence } from '../evidence/store.ts';
import { createLeakScanner } from '../leaks/scanner.ts';
import type { CaptureRun } from './session.ts';
import { bearerOf, type Traffic } from './traffic.ts';

/**
 * Lets the leak scanner, which knows nothing of the redactor, search the evidence for what was in the capture: everything else that
 * is written is made of it. Throws `SafetyStop` for a hit; then nothing may be written.
 */
export function assertNoLeak(traffic: Traffic, runs: readonly CaptureRun[]): void {
  const scanner = createLeakScanner();
  for (const { result } of runs)
    for (const why of Object.values(result.evidence.notProvoked)) scanner.allow(why);
  for (const exchange of [...traffic.exchanges, ...traffic.strays.map((one) => one.exchange)]) {
    const { request, response } = exchange;
    scanner.learnUrl(request.path);
    scanner.learnHeaders(request.headers);
    scanner.learn(bearerOf(exchange), 'token');
    if (request.body !== undefined) scanner.learnBody(request.body);
    if (!response) continue;
    scanner.learnBody(response.body, response.headers['content-type'] ?? '');
    scanner.learnHeaders(response.headers);
  }
  for (const [at, { result }] of runs.entries()) {
    // Both sides are judged by the same redacted exchanges, so they are searched once.
    const evidence = at === 0 ? result.evidence : { ...result.evidence, exchanges: [] };
    const [first] = scanner.scan('evidence.json', renderEvidence(evidence));
    if (!first) continue;
    throw new SafetyStop(
      `The leak scanner found a value of the capture in what was to be written (${first.kind}, line ${first.at} of ${first.file} of the ${result.side} side).`,
      'Nothing was written. This is a bug of the redaction; please report it, without the data.',
    );
  }
}

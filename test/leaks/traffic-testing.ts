import { randomBytes } from 'node:crypto';
import { profiles } from '../../contracts/profiles.ts';
import { model } from '../../generated/model.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import { judgeServer } from '../../src/engine/judge.ts';
import { evidencePieces } from '../../src/evidence/store.ts';
import { type Exchange, jsonOf } from '../../src/exchange.ts';
import { createLeakScanner, type LeakScanner } from '../../src/leaks/scanner.ts';
import { type Provoked, provoke } from '../../src/observe/exercise.ts';
import { tokensIn } from '../../src/observe/observe-server.ts';
import { publishedTexts } from '../../src/published.ts';
import { cheapIds } from '../../src/recordings/recordings-testing.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import { reporters } from '../../src/report/formats/reporters.ts';
import { buildReport } from '../../src/report/model/report.ts';
import type { Evidence } from '../../src/result.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

/** A sandbox run, raw and redacted. */
export interface Traffic {
  readonly provoked: Provoked;
  readonly redacted: readonly Exchange[];
}

/** All except those whose probe uses up a window: 1,200 responses that show no other values. */
const all = new Set(cheapIds);

/** The traffic of the suite on a sandbox of this size. */
export async function runSandbox(seed: number, students: number): Promise<Traffic> {
  const target = openSandboxTarget({ seed, students });
  const provoked = await provoke({
    target,
    apis: profiles.map((one) => one.name),
    ids: all,
    budgetShare: 1,
    signal: new AbortController().signal,
  });
  await target.close();
  const { exchanges } = provoked;
  const tokens = tokensIn(exchanges);
  const redacted = redactExchanges(exchanges, { profiles, tokens, key: randomBytes(32) });
  return { provoked, redacted };
}

/** A scanner that learned what it would learn in a live run. */
export function scannerFor(exchanges: readonly Exchange[]): LeakScanner {
  const nowMs = exchanges[0]?.request.sentAtMs ?? 0;
  const scanner = createLeakScanner({ nowMs, published: publishedTexts() });
  for (const exchange of exchanges) scanner.learnExchange(exchange, 'suite');
  return scanner;
}

/** All output files of a run, by name. */
export function filesOf(
  exchanges: readonly Exchange[],
  { notProvoked, budget }: Provoked,
): Map<string, string> {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'sandbox', profiles },
    notProvoked,
    exchanges,
  };
  const subject = { kind: 'sandbox', name: 'embedded sandbox' } as const;
  const run: RunResult = judgeServer(
    evidence,
    { subject, seed: 1, startedAtMs: 0, durationMs: 0, budget },
    all,
  );
  const report = buildReport(run, {
    tool: { name: 'clever-conformance', version: '0' },
    environment: {},
    failOn: new Set(),
    evidenceFile: { file: 'evidence.json', sha256: '' },
  });
  return new Map([
    ['evidence.json', [...evidencePieces(evidence)].join('')],
    ['report.json', reporters.json(report)],
    ['report.html', reporters.html(report, run)],
    ['junit.xml', reporters.junit(report, run)],
    ['stdout', reporters.text(report, run)],
  ]);
}

/** A leaf that the redaction changed. */
export interface ChangedLeaf {
  readonly name: string;
  readonly raw: string | number;
  readonly kind: 'id' | 'name' | 'text' | 'email' | 'date' | 'number' | 'url' | 'drop' | 'category' | 'other';
}

/** Changed leaves by body, without what the suite itself sent. Equal bodies are listed once. */
export function changedLeaves({ provoked, redacted }: Traffic): ChangedLeaf[][] {
  const sent = provoked.exchanges.map(({ request }) => request.body ?? '').join();
  const own = new Map<unknown, boolean>();
  const isOwn = ({ raw }: ChangedLeaf) => {
    if (!own.has(raw)) own.set(raw, String(raw).length >= 5 && sent.includes(JSON.stringify(raw)));
    return own.get(raw) === true;
  };
  const bodies = new Map<string, ChangedLeaf[]>();
  for (const [at, exchange] of provoked.exchanges.entries()) {
    const body = exchange.response?.body ?? '';
    const after = redacted[at];
    if (!after || bodies.has(body)) continue;
    const leaves: ChangedLeaf[] = [];
    compare(jsonOf(exchange), jsonOf(after), '', leaves);
    bodies.set(
      body,
      leaves.filter((leaf) => !isOwn(leaf)),
    );
  }
  return [...bodies.values()];
}

function compare(raw: unknown, after: unknown, name: string, into: ChangedLeaf[]): void {
  if (Array.isArray(raw)) {
    for (const [at, one] of raw.entries()) compare(one, (after as unknown[])[at], name, into);
  } else if (typeof raw === 'object' && raw !== null) {
    const values = Object.values(after as object);
    for (const [at, [member, one]] of Object.entries(raw).entries()) compare(one, values[at], member, into);
  } else if (
    (typeof raw === 'string' || typeof raw === 'number') &&
    raw !== after &&
    !/^(?:uri|message|error)$/.test(name)
  )
    into.push({ name, raw, kind: listed.has(String(raw)) ? 'category' : kindOf(after) });
}

/** Every value of a documented list of categories. */
const listed: ReadonlySet<string> = new Set(
  Object.values(model.schemas).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => (field.redact === 'category' ? (field.enum ?? []) : [])),
  ),
);

function kindOf(filler: unknown): ChangedLeaf['kind'] {
  const text = String(filler);
  if (text === '') return 'drop';
  if (/^[0-9a-f]{24}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return 'id';
  if (/^\d{4}-\d\d-\d\d|^\d+\/\d+\/\d{4}$/.test(text)) return 'date';
  if (/^-?[\d.]+$/.test(text)) return 'number';
  if (/^(?:user|not-an-email)-/.test(text)) return 'email';
  if (/^https?:\/\/url-|^not-a-url/.test(text)) return 'url';
  const [, kind] = /^(name|text)-[0-9a-f]+$/.exec(text) ?? [];
  return (kind as 'name' | 'text' | undefined) ?? 'other';
}

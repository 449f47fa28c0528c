import type { Side } from '../../contracts/requirement.ts';
import { UsageError } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import type { ClientTraffic } from '../traffic/client/client-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { ClaimForm, Material } from './claim.ts';
import { type Asserted, assertClaim } from './run-claim.ts';
import { undecidedCodes } from './undecided.ts';

/** `x-acme/students-have-an-email`: the part before the slash says whose requirement it is. */
export type ExtraId = `x-${string}/${string}`;

/** A requirement that is not of the catalogue, but of those who run the suite. It is judged beside the catalogue, and is no part of the verdict. */
export interface ExtraClaim {
  readonly id: ExtraId;
  readonly binds: Side;
  /** The claim as a fact, for reports: `every student has an e-mail address`. */
  readonly says: string;
  readonly form: ClaimForm<never, Material>;
}

/** What one of them came to in a run. */
export interface JudgedExtra extends Pick<ExtraClaim, 'id' | 'says'> {
  readonly outcome: Outcome;
}

/** A form, with the claim in words. */
export type ExtraForm<T, Case extends Material> = ClaimForm<T, Case> & { readonly says: string };

/** A requirement of your own for servers. Throws `UsageError` for an id that is not `x-owner/name`. */
export function serverClaim<Case extends Material>(id: ExtraId, form: ExtraForm<Traffic, Case>): ExtraClaim {
  return extraClaim(id, 'server', form);
}

/** The same for clients. */
export function clientClaim<Case extends Material>(
  id: ExtraId,
  form: ExtraForm<ClientTraffic, Case>,
): ExtraClaim {
  return extraClaim(id, 'client', form);
}

function extraClaim<T, Case extends Material>(
  id: ExtraId,
  binds: Side,
  { says, ...form }: ExtraForm<T, Case>,
): ExtraClaim {
  if (!/^x-[a-z0-9-]{1,40}\/[a-z0-9-]{1,80}$/.test(id))
    throw new UsageError(
      `"${id}" is no id of an own requirement.`,
      'Name it x-owner/name, in lower-case letters, digits and hyphens.',
    );
  if (typeof says !== 'string' || typeof form.cases !== 'function' || typeof form.assert !== 'function')
    throw new UsageError(
      `The requirement ${id} is not whole.`,
      'Give `says`, `cases`, `otherwise` and `assert`.',
    );
  return { id, binds, says, form: form as unknown as ClaimForm<never, Material> };
}

/** Throws `UsageError` for a list of own requirements with something else in it, or with two of one id. */
export function requireExtra(claims: readonly unknown[]): readonly ExtraClaim[] {
  const ids = new Set<string>();
  for (const one of claims) {
    if (!isExtraClaim(one))
      throw new UsageError(
        'An own requirement is not one that claim(…) or clientClaim(…) made.',
        'Make it with one of them.',
      );
    if (ids.has(one.id)) throw new UsageError(`Two own requirements are named ${one.id}.`, 'Rename one.');
    ids.add(one.id);
  }
  return claims as readonly ExtraClaim[];
}

function isExtraClaim(value: unknown): value is ExtraClaim {
  return (
    typeof value === 'object' && value !== null && 'form' in value && 'says' in value && 'binds' in value
  );
}

/** What one comes to over traffic. A claim that breaks has decided nothing, and says so where its author looks. */
export function assertExtra({ form }: ExtraClaim, traffic: Traffic | ClientTraffic): Asserted {
  try {
    const asserted = assertClaim({ form: noticing(form) }, traffic as never);
    requireWords(asserted.outcome);
    return asserted;
  } catch (error) {
    const why = `the claim itself broke: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    return { outcome: { outcome: 'cantTell', why, cases: [] }, cases: [] };
  }
}

/** The form with the mistakes noticed that only a compiler would find; an asynchronous assertion would fail after the verdict. */
function noticing(form: ExtraClaim['form']): ExtraClaim['form'] {
  const { control } = form;
  return {
    ...form,
    cases: (traffic) => {
      const cases: unknown = form.cases(traffic);
      if (!Array.isArray(cases)) throw new TypeError('`cases` gives no list');
      if (cases.some((one) => typeof one?.name !== 'string')) throw new TypeError('a case has no name');
      return cases;
    },
    assert: (material, traffic) => refusePromise(form.assert(material, traffic), 'assert'),
    ...(control
      ? { control: (material, traffic) => refusePromise(control(material, traffic), 'control') }
      : {}),
  };
}

function refusePromise(value: unknown, name: string): void {
  if (!(value instanceof Promise)) return;
  value.catch(() => {});
  throw new TypeError(`\`${name}\` is asynchronous`);
}

/** Throws for what reports cannot show: a code that does not exist, a reason or a remark that is no text. */
function requireWords({ why, cases }: Outcome): void {
  const unknown = cases.find(({ reason }) => reason !== undefined && !Object.hasOwn(undecidedCodes, reason));
  if (unknown) throw new TypeError(`undecided() has no code ${String(unknown.reason)}`);
  const words: readonly unknown[] = [
    why ?? '',
    ...cases.flatMap((one) => [
      one.why ?? '',
      ...(one.notes ?? []),
      ...one.findings.flatMap(({ message, expected, actual }) => [message, expected, actual]),
    ]),
  ];
  if (words.some((one) => typeof one !== 'string')) throw new TypeError('a reason or a remark is not a text');
}

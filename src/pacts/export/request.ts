import { choicesOf } from '../../../contracts/choices.ts';
import type { StateName, StateParams } from '../../../contracts/states.ts';
import type { FieldModel } from '../../../openapi/model-types.ts';
import { apiFor } from '../../api.ts';
import { type Members, queryOf } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { arrangementFor } from './arrangement.ts';
import { fromState, reify, type Template } from './matchers.ts';
import type { Sample } from './sample.ts';

type States = readonly (readonly [StateName, StateParams?])[];

/** Token placeholders: `pact verify` replaces the first with a valid token and sends the second unchanged. */
const goodToken = 'CLEVER_TOKEN';
const refusedToken = 'NEVER_GIVEN_OUT';
/** A well-formed id that does not exist. */
const unknownId = 'f'.repeat(24);
const examples: Readonly<Record<string, string>> = {
  id: '60a000000000000000000301',
  district_id: '60a000000000000000000001',
  section_id: '60a000000000000000000201',
  assignment_id: '2f1a6d4e-0000-4000-8000-000000000001',
  user_id: '60a000000000000000000301',
  grader_id: '60a000000000000000000401',
};
/** A due date that stays in the future. */
const farFuture = '2099-06-01T12:00:00.000Z';

/** The request of an interaction, and the states that reproduce the observed status. */
export function exportedRequest(sample: Sample): { readonly states: States; readonly request: Members } {
  const { operation, profile, status, exchange } = sample;
  const { states, path, isRefused } = reproduction(sample);
  const reifiedPath = reify(fromState(profile.prefix + path, examples));
  const body = bodyTemplate(sample);
  const parts = body === undefined ? undefined : reify(body);
  const limit = queryOf(exchange).get('limit');
  const isGood = status === 413 || (limit !== null && /^\d{1,5}$/.test(limit));
  const paging =
    limit !== null && isGood && operation.queryParams.includes('limit') ? { limit: [limit] } : {};
  const query = {
    ...paging,
    ...Object.fromEntries(Object.entries(filtersOf(sample)).map(([name, value]) => [name, [value]])),
  };
  const hasToken = exchange.request.headers.authorization !== undefined;
  const bodyGenerators = parts && Object.keys(parts.generators).length > 0 ? { body: parts.generators } : {};
  const pathGenerator = reifiedPath.generators.$;
  return {
    states,
    request: {
      method: operation.method,
      path: reifiedPath.value,
      ...(Object.keys(query).length > 0 ? { query } : {}),
      headers: {
        ...(hasToken ? { Authorization: [`Bearer ${isRefused ? refusedToken : goodToken}`] } : {}),
        ...(parts ? { 'Content-Type': ['application/json'] } : {}),
      },
      ...(parts ? { body: { content: parts.value, contentType: 'application/json', encoded: false } } : {}),
      generators: {
        ...bodyGenerators,
        ...(pathGenerator && path.includes('{') ? { path: pathGenerator } : {}),
      },
    },
  };
}

/** The parameters that decide what kind of list a response is, rather than which page or whose: a role, or a switch. */
export function filtersOf({ operation, profile, exchange }: Sample): Readonly<Record<string, string>> {
  const { roleFilters } = choicesOf(profile.document);
  const roles = new Set(Object.values(roleFilters).flat());
  const query = queryOf(exchange);
  return Object.fromEntries(
    operation.queryParams.flatMap((name): [string, string][] => {
      const value = query.get(name);
      return value === 'true' || (value !== null && roles.has(value)) ? [[name, value]] : [];
    }),
  );
}

/**
 * How to reproduce a status: by its documented cause if there is one, else by a scripted response. A success needs only
 * the states of the operation.
 */
function reproduction({ operation, profile, status, exchange }: Sample): {
  readonly states: States;
  readonly path: string;
  readonly isRefused?: boolean;
} {
  const { states, path } = arrangementFor(operation);
  if (status < 400) return { states, path };
  const scripted: States = [
    ...states,
    [
      'the next answers are {script}',
      {
        script: [
          { status, body: exchange.response?.body ?? '', ...typeOf(exchange.response?.headers), times: 1 },
        ],
      },
    ],
  ];
  const hasToken = exchange.request.headers.authorization !== undefined;
  const isLms = operation.document.startsWith('lms');
  switch (status) {
    case 401:
      // LMS Connect returns 401 only for a missing token; for any other it is scripted.
      return isLms && hasToken ? { states: scripted, path } : { states, path, isRefused: true };
    case 403:
      return isLms && hasToken ? { states, path, isRefused: true } : { states: scripted, path };
    case 404:
      return path.includes('{id}')
        ? { states: [], path: path.replace('{id}', unknownId) }
        : { states: scripted, path };
    case 413:
      return Number(queryOf(exchange).get('limit')) > profile.limit.max
        ? { states, path }
        : { states: scripted, path };
    case 429:
      return { states: [...states, ['the bucket has {remaining} left', { remaining: 0 }]], path };
    default:
      return { states: scripted, path };
  }
}

function typeOf(headers: Members | undefined): { readonly headers?: Readonly<Record<string, string>> } {
  const type = headers?.['content-type'];
  return typeof type === 'string' ? { headers: { 'Content-Type': type } } : {};
}

/** The body's documented fields: ids come from states, dates become the far future, enum values are kept. */
function bodyTemplate({ operation, profile, exchange }: Sample): Template | undefined {
  const fields = apiFor(profile).schemas[operation.requestBody]?.fields;
  if (!fields || exchange.request.body === undefined) return undefined;
  const value = parsed(exchange.request.body);
  if (!isObject(value)) return undefined;
  const members = Object.entries(fields).flatMap(([name, field]): [string, Template][] => {
    const one = value[name];
    if (one === undefined || one === null) return [];
    const template = requestTemplate(name, field, one);
    return template === undefined ? [] : [[name, template]];
  });
  return Object.fromEntries(members);
}

function requestTemplate(name: string, field: FieldModel, value: unknown): Template | undefined {
  if (name === 'assignee_ids') return [fromState('{user_id}', examples)];
  if (name === 'grader_id') return fromState('{grader_id}', examples);
  if (field.format === 'date-time' || field.format === 'date-or-date-time') return farFuture;
  if (field.type === 'array' && field.items?.enum)
    return Array.isArray(value) ? value.map(String) : undefined;
  if (field.enum || field.type === 'string') return typeof value === 'string' ? value : undefined;
  if (field.type === 'number' || field.type === 'integer')
    return typeof value === 'number' ? value : undefined;
  // Attachments and other nested values are user files, not part of the contract.
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

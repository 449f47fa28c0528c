import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { Handler, ServerFault } from './fault.ts';
import { at, isServed, type Places, schemasOf } from './places.ts';

const writesIn = ({ operations }: Places) => operations.filter((one) => one.method !== 'GET');

/** A fault of a good write, decided before the sandbox sees it. */
function early(operation: OperationModel, operator: string, handler: Handler, detail?: string): ServerFault {
  const fault = at(operation, { operator, theme: 'lms', detail, when: isServed, change: handler });
  const has = detail === undefined ? () => true : hasField(detail);
  return {
    ...fault,
    touches: (asked, answer) => fault.touches(asked, answer) && has(asked),
    isEarly: (asked) => asked.operation === operation && asked.caller === 'own' && has(asked),
  };
}

function hasField(name: string): (asked: Asked) => boolean {
  return ({ body }) => Object.hasOwn(objectIn(body), name);
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The write is taken and undone; what the caller sees is a success. */
const forgotten = (places: Places) =>
  writesIn(places).map((operation) =>
    early(operation, 'forget-write', async ({ asked, forward, ask }) => {
      const { pathname } = asked.url;
      if (operation.method === 'DELETE') {
        const before = await ask({ method: 'GET', path: pathname, body: '' });
        // Deletes nothing, and says that it did.
        return before.status === 200
          ? before.with({ status: 204, text: '', headers: { 'content-type': null } })
          : await forward();
      }
      const before =
        operation.method === 'PATCH' ? await ask({ method: 'GET', path: pathname, body: '' }) : undefined;
      const answer = await forward();
      if (answer.status >= 300) return answer;
      if (before?.status === 200)
        await ask({ method: 'PATCH', path: pathname, body: restoring(asked, before) });
      else if (operation.method === 'POST')
        await ask({ method: 'DELETE', path: `${pathname}/${answer.json?.data?.id}`, body: '' });
      return answer;
    }),
  );

/** The body that sets the fields of a change back. */
function restoring({ body }: Asked, before: Answer): string {
  const names = Object.keys(objectIn(body));
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, before.json?.data?.[name] ?? null])));
}

/** A refused write that takes place all the same. Nothing lists assignments, so one that was created cannot be found. */
const refusedButDone = (places: Places) =>
  writesIn(places)
    .filter(({ method }) => method !== 'POST')
    .flatMap((operation) =>
      [400, 403, 404].map((status) =>
        at(operation, {
          operator: 'refuse-and-write',
          theme: 'lms',
          detail: `${status}`,
          when: (_, answer) => answer.status === status,
          change: async ({ asked, answer, ask }) => {
            const { due_date: _, grader_id: __, ...rest } = objectIn(asked.body);
            await ask({ body: operation.method === 'DELETE' ? '' : JSON.stringify(rest) });
            return answer;
          },
        }),
      ),
    );

/** Fields of a good write that the server loses or does not show. */
const fields = (places: Places) =>
  writesIn(places).flatMap((operation) =>
    Object.keys(schemasOf(operation)[operation.requestBody]?.fields ?? {}).flatMap((name) => [
      early(
        operation,
        'lose-written-field',
        async ({ asked, forward }) => {
          const { [name]: _, ...rest } = objectIn(asked.body);
          const answer = await forward({ body: JSON.stringify(rest) });
          // Without it the write is refused: another fault.
          return answer.status < 300 ? answer : await forward();
        },
        name,
      ),
      showing(operation, name, places),
    ]),
  );

/** Every read shows another value than was written. */
function showing(operation: OperationModel, name: string, { operations }: Places): ServerFault {
  const reads = operations.filter((one) => one.record === operation.record);
  const fault = at(operation, {
    operator: 'show-old-field',
    theme: 'lms',
    detail: name,
    change: ({ answer }) => answer,
  });
  return {
    ...fault,
    touches: (asked, answer) =>
      asked.operation !== undefined && reads.includes(asked.operation) && answer.status === 200,
    open: () => {
      const first = new Map<string, unknown>();
      return ({ answer }) =>
        answer.edited(({ data }) => {
          for (const record of Array.isArray(data) ? data.map((one) => one?.data) : [data]) {
            if (!record || record[name] === undefined) continue;
            const key = String(record.id);
            if (!first.has(key)) first.set(key, record[name]);
            record[name] = first.get(key);
          }
        });
    },
  };
}

/**
 * What LMS Connect writes, for every operation and field. A create that takes place twice is not among them: there is no list of
 * assignments in which it could show.
 */
export function writeFaults(places: Places): readonly ServerFault[] {
  return [forgotten, refusedButDone, fields].flatMap((faultsAt) => faultsAt(places));
}

import type { Api } from '../../api.ts';
import { type Draft, isCollection, isResource } from '../data/schema.ts';
import { isPeople, roleOf } from './ids.ts';
import type { Stored } from './store.ts';
import { type Account, describedIn, type Translator } from './translate.ts';

/** The first half of an event's type: `users` for all people. */
export function subjectOf(tag: string): string {
  return isPeople(tag) ? 'users' : tag;
}

/** An event as a version reports it. */
export function eventOf(
  api: Api,
  translator: Translator,
  { tag, event, others }: Extract<Stored, { tag: string }>,
): Draft {
  const verb = String(event.type).split('.')[1] ?? '';
  const subject = subjectOf(tag);
  const type = api.collections.find((one) => one.name === subject)?.type ?? '';
  const data = event.data as { object: Draft; previous_attributes?: Draft };
  const report = isPeople(tag)
    ? ofUser(
        translator,
        { collection: tag, record: data.object },
        { verb, others, previous: data.previous_attributes },
      )
    : { verb, ...ofOthers(translator, tag, data) };
  const described = (one: Draft) => describedIn(api.schemas, type, one);
  return {
    ...event,
    data: {
      object: described(report.object),
      ...(report.previous ? { previous_attributes: described(report.previous) } : {}),
    },
    type: `${subject}.${report.verb}`,
  };
}

interface Report {
  readonly object: Draft;
  readonly previous?: Draft | undefined;
}

function ofOthers(
  translator: Translator,
  tag: string,
  data: { object: Draft; previous_attributes?: Draft },
): Report {
  if (!isCollection(tag) || !isResource(tag))
    return { object: data.object, previous: data.previous_attributes };
  return {
    object: translator.shared(tag, data.object),
    previous: data.previous_attributes && translator.partial(tag, data.previous_attributes),
  };
}

/** An account that comes or goes changes a user who has another one. */
function ofUser(
  translator: Translator,
  account: Account,
  { verb, others, previous }: { verb: string; others: readonly Account[]; previous: Draft | undefined },
): Report & { readonly verb: string } {
  const { collection } = account;
  if (others.length === 0 || verb === 'updated') {
    const report = { verb, object: translator.user(inOrder([account, ...others])) };
    return previous ? { ...report, previous: translator.partial(collection, previous) } : report;
  }
  const role = roleOf[collection];
  const before = (translator.user([account]).roles as Draft)[role];
  return verb === 'deleted'
    ? { verb: 'updated', object: translator.user(others), previous: { roles: { [role]: before } } }
    : { verb: 'updated', object: translator.user(inOrder([account, ...others])), previous: { roles: {} } };
}

const order = Object.keys(roleOf);

function inOrder(accounts: readonly Account[]): readonly Account[] {
  return accounts.toSorted((a, b) => order.indexOf(a.collection) - order.indexOf(b.collection));
}

import { isObject } from '../text/json.ts';
import type { Entry } from './page-answers.ts';
import type { Asked, ServedRecords } from './scenario.ts';

type Members = Entry['data'];
type Fields = ServedRecords['api']['schemas'][string]['fields'];

/** Changes an object that has fields of a record, by the description of that object. */
export type ChangePart = (part: Members, fields: Fields) => Members;

/** A record with its own fields changed, and those in its parts: for a user also those of its role. */
export function changeParts(record: Members, { records }: Asked, change: ChangePart): Members {
  if (!records) return record;
  const { api, type, parts } = records;
  const fieldsOf = (name: string | undefined): Fields => api.schemas[name ?? '']?.fields ?? {};
  const changeAt = (part: Members, [name, ...rest]: readonly string[], fields: Fields): Members => {
    if (name === undefined) return change(part, fields);
    const inner = part[name];
    return isObject(inner) ? { ...part, [name]: changeAt(inner, rest, fieldsOf(fields[name]?.ref)) } : part;
  };
  return parts.reduce(
    (whole, path) => changeAt(whole, path.split('.'), fieldsOf(type)),
    change(record, fieldsOf(type)),
  );
}

/** Only what the description guarantees, and `more`. */
export function keepGuaranteed(part: Members, fields: Fields, more: readonly string[] = []): Members {
  return Object.fromEntries(
    Object.entries(part).filter(([name]) => fields[name]?.guaranteed || more.includes(name)),
  );
}

/** Sets the fields among these that the description has. */
export function setFields(part: Members, fields: Fields, values: Members): Members {
  return { ...part, ...Object.fromEntries(Object.entries(values).filter(([name]) => name in fields)) };
}

/** A record made of values for its guaranteed fields, its parts included. */
export function recordOf(values: Members, asked: Asked): Members {
  const { parts = [] } = asked.records ?? {};
  const empty = parts.reduceRight<Members>((_, path) => nested(path.split('.')), {});
  return changeParts({ ...empty }, asked, (part, fields) => ({
    ...part,
    ...keepGuaranteed(setFields({}, fields, values), fields),
  }));
}

function nested([name, ...rest]: readonly string[]): Members {
  return name === undefined ? {} : { [name]: nested(rest) };
}

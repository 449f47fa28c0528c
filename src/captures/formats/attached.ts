import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, type Members } from '../../text/json.ts';

/** The bytes of a body that a HAR file names; `undefined` if there is none. */
export type Bodies = (name: string) => Buffer | undefined;

/** As of one decoded body. */
const maxBytes = 32 * 1024 * 1024;

/** Bodies in files next to the HAR file, as Playwright writes them. Only plain names, never links. */
export function bodiesNextTo(path: string): Bodies {
  return (name) => {
    const file = join(dirname(path), name);
    const info = lstatSync(file, { throwIfNoEntry: false });
    return info?.isFile() && info.size <= maxBytes ? readFileSync(file) : undefined;
  };
}

/** An entry with the bodies that it names: `content: {_file: "5f….json"}`. */
export function withBodies(entry: unknown, bodies: Bodies): unknown {
  if (!isObject(entry)) return entry;
  const { request, response } = entry;
  return {
    ...entry,
    ...(isObject(request)
      ? { request: { ...request, ...attached('postData', request.postData, bodies) } }
      : {}),
    ...(isObject(response)
      ? { response: { ...response, ...attached('content', response.content, bodies) } }
      : {}),
  };
}

function attached(member: string, content: unknown, bodies: Bodies): Members {
  if (!isObject(content) || typeof content._file !== 'string' || content.text !== undefined) return {};
  if (!/^[A-Za-z0-9][\w.-]{0,200}$/.test(content._file)) return {};
  const bytes = bodies(content._file);
  return bytes ? { [member]: { ...content, text: bytes.toString('base64'), encoding: 'base64' } } : {};
}

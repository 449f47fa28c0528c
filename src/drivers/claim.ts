import { StringDecoder } from 'node:string_decoder';

/** Characters of all reported ids together: more than a hundred thousand ids, where a scenario has 25. */
const maxReported = 4 * 1024 * 1024;

/** The ids that a client reports: none if it reports too many. */
export interface ReportedIds {
  readonly all: readonly string[];
  readonly isFull: boolean;
  add(id: string): void;
}

export function createReportedIds(): ReportedIds {
  const all: string[] = [];
  let size = 0;
  return {
    all,
    get isFull() {
      return size > maxReported;
    },
    add: (id) => {
      if (size > maxReported) return;
      size += id.length + 1;
      if (size > maxReported) all.length = 0;
      else all.push(id);
    },
  };
}

/** Reads a client's output incrementally. */
export interface ClaimReader {
  out(piece: Buffer): void;
  err(piece: Buffer): void;
  /** Whether the client reported too many ids. */
  readonly isFull: boolean;
  /** Call once, at the end. */
  end(): { readonly ids: readonly string[]; readonly said: string };
}

/** Characters of other output that are kept from its start and its end, where errors usually are. */
const keptLength = 2_000;
/** Longer lines are not records. */
const maxLineLength = 1024 * 1024;

const bareId = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * A line of stdout that is an id, or JSON with an `id` member, reports a record. Of all other output the start and the end
 * are kept. Invalid UTF-8 becomes U+FFFD.
 */
export function createClaimReader(): ClaimReader {
  const ids = createReportedIds();
  const talk = createTalk();
  /** Other output is passed on in chunks, so that a million empty lines do not cost a million calls. */
  const takeLines = (lines: readonly string[]) => {
    const others = lines.filter((line) => {
      const id = idIn(line.trim());
      if (id !== undefined) ids.add(id);
      return id === undefined;
    });
    if (others.length > 0) talk.add(`${others.join('\n')}\n`);
  };
  const decoders = { out: new StringDecoder('utf8'), err: new StringDecoder('utf8') };
  let rest = '';
  return {
    get isFull() {
      return ids.isFull;
    },
    out: (piece) => {
      const lines = (rest + decoders.out.write(piece)).split('\n');
      rest = lines.pop() ?? '';
      takeLines(lines);
      if (rest.length <= maxLineLength) return;
      talk.add(rest);
      rest = '';
    },
    err: (piece) => talk.add(decoders.err.write(piece)),
    end: () => {
      const last = rest + decoders.out.end();
      if (last.trim() !== '') takeLines([last]);
      return { ids: ids.all, said: talk.text() };
    },
  };
}

function idIn(line: string): string | undefined {
  if (bareId.test(line)) return line;
  if (!line.startsWith('{')) return undefined;
  try {
    const { id } = JSON.parse(line) as { readonly id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
  } catch {
    return undefined;
  }
}

function createTalk() {
  let head = '';
  let tail = '';
  return {
    add: (text: string) => {
      const room = keptLength - head.length;
      head += text.slice(0, Math.max(0, room));
      tail = (tail + text.slice(Math.max(0, room))).slice(-keptLength);
    },
    text: () => (head + tail).trim(),
  };
}

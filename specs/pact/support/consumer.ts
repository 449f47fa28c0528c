import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateName, StateParams } from '../../../contracts/states.ts';
import { type CleverClient, createCleverClient, type DataApi } from '../../../src/client/index.ts';
import { createVirtualClock } from '../../../src/clock.ts';
import type { Members } from '../../../src/exchange.ts';
import { regex, type Template } from '../../../src/pacts/export/matchers.ts';
import { renderStable } from '../../../src/pacts/export/stable.ts';
import { loadPact, type PactLibrary } from '../../../src/pacts/verify/core.ts';

/** One request of the reference client and the expected response. */
export interface Interaction {
  readonly description: string;
  readonly given?: readonly (readonly [StateName, StateParams?])[];
  readonly request: {
    /** @default 'GET' */
    readonly method?: string;
    readonly path: Template;
    readonly query?: Readonly<Record<string, Template>>;
    /** `null`: none. @default the placeholder of a valid token */
    readonly authorization?: string | null;
    /** JSON with matchers, or text that is sent unchanged, as `text/plain`. */
    readonly body?: Template | { readonly text: string };
  };
  readonly response: {
    readonly status: number;
    /** In addition to the four rate-limit headers. */
    readonly headers?: Readonly<Record<string, Template>>;
    /** Absent: any body. */
    readonly body?: Template;
  };
}

/** Related interactions, and the client calls that use all of them. */
export interface Conversation {
  readonly title: string;
  readonly interactions: readonly Interaction[];
  readonly talk: (wire: Wire) => Promise<void>;
}

/** What the client gives for a single request. */
export interface Reply {
  readonly data?: { readonly [name: string]: unknown };
  readonly error?: unknown;
  readonly response: Response;
}

/** The client, and its fetch for requests that no client would send on purpose. */
export interface Wire {
  readonly client: CleverClient<DataApi>;
  /** The GET of the Data API, of a path that comes from a document and is not known to the compiler. */
  readonly get: (path: string, init?: object) => Promise<Reply>;
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Token placeholder in pacts; the verifier inserts a valid token. */
export const tokenPlaceholder = 'CLEVER_TOKEN';
/** A token that was never issued: the verifier sends it unchanged, because it must be rejected. */
export const unknownToken = 'never-given-out';

/** Headers of every response, by format: the numbers depend on the server. */
const rateLimitHeaders: Readonly<Record<string, Template>> = {
  'X-RateLimit-Bucket': regex('^\\S+$', 'bearer'),
  'X-RateLimit-Limit': regex('^\\d+(, ?\\d+)*$', '1200'),
  'X-RateLimit-Remaining': regex('^\\d+(, ?\\d+)*$', '1199'),
  'X-RateLimit-Reset': regex('^\\d{10}(, ?\\d{10})*$', '1767614460'),
};

/** Writes the pact of one consumer with one provider, in a private directory. */
export interface PactWriter {
  /** Registers the interactions with the core, runs the client, and fails unless every interaction was used. */
  run(conversation: Conversation): Promise<void>;
  /** The pact so far, in canonical form. */
  text(): string;
  close(): Promise<void>;
}

export async function openPactWriter(provider: string, api?: DataApi): Promise<PactWriter> {
  const { PactV4 } = await loadPact();
  const root = await mkdtemp(join(tmpdir(), 'clever-conformance-pacts-'));
  const parts: Members[] = [];
  return {
    run: async ({ interactions, talk }) => {
      // One file each: the core would reread a growing file; they are merged later.
      const dir = join(root, String(parts.length));
      const pact = new PactV4({ consumer: 'clever-reference-client', provider, dir, logLevel: 'error' });
      const added = interactions.map((one) => add(pact, one));
      await added.at(-1)?.executeTest(({ url }) => talk(openWire(url, api)));
      const [file = ''] = await readdir(dir);
      parts.push(JSON.parse(await readFile(join(dir, file), 'utf8')));
    },
    text: () =>
      renderStable({
        ...parts[0],
        interactions: parts.flatMap((one) => one.interactions as readonly unknown[]),
      }),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

function openWire(url: string, api: DataApi | undefined): Wire {
  const clock = createVirtualClock();
  const client = createCleverClient<DataApi>({
    token: tokenPlaceholder,
    baseUrl: url,
    clock,
    fetch: (request) => clock.hold(fetch(request)),
    jitter: () => 0,
    ...(api ? { api } : {}),
  });
  return {
    client,
    get: client.data.GET as unknown as Wire['get'],
    send: (path, init) => fetch(url + path, init),
  };
}

type Pact = InstanceType<PactLibrary['PactV4']>;
type Registered = ReturnType<
  ReturnType<ReturnType<Pact['addInteraction']>['withRequest']>['willRespondWith']
>;

function add(pact: Pact, { description, given = [], request, response }: Interaction): Registered {
  const interaction = pact.addInteraction();
  for (const [name, params] of given) interaction.given(name, params as never);
  const { method = 'GET', path, query = {}, authorization = `Bearer ${tokenPlaceholder}`, body } = request;
  return interaction
    .uponReceiving(description)
    .withRequest(method as 'GET', path as string, (builder) => {
      builder.query(query as Record<string, string>);
      if (authorization !== null) builder.headers({ Authorization: authorization });
      // With a JSON type the core would parse it, and it is deliberately malformed.
      if (isText(body)) builder.body('text/plain', Buffer.from(body.text));
      else if (body !== undefined) builder.jsonBody(body);
    })
    .willRespondWith(response.status, (builder) => {
      builder.headers({ ...rateLimitHeaders, ...response.headers } as Record<string, string>);
      if (response.body !== undefined) builder.jsonBody(response.body);
    });
}

/** Whether a body is text that is sent unchanged. */
export function isText(body: Interaction['request']['body']): body is { readonly text: string } {
  return typeof body === 'object' && body !== null && 'text' in body;
}

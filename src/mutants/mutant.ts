import type { ApiName } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** A sandbox that violates one requirement and nothing else, to prove that its claim detects it. */
export interface ServerMutant {
  /** `<category>/<the violation>`, for example `pagination/second-page-repeats-one-id`. */
  readonly name: string;
  readonly breaks: ServerRequirementId;
  /** The versions in which it is judged. @default those that are judged by default */
  readonly apis?: readonly ApiName[];
  /** Other requirements of the same category that necessarily fail with it; the mutant explains why. @default none */
  readonly alsoFails?: readonly ServerRequirementId[];
  /** Handles requests between the suite and the sandbox. Create state inside, so that runs do not share it. */
  tamper(sandbox: Sandbox): (request: Request) => Promise<Response>;
}

/** Changes the responses that `when` selects; requests are forwarded unchanged. */
export function answering(
  when: (request: Request, url: URL) => boolean,
  change: (response: Response, request: Request, url: URL) => Response | Promise<Response>,
): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const response = await sandbox.fetch(request);
    return when(request, url) ? await change(response, request, url) : response;
  };
}

/** Changes the JSON body of the responses that `when` selects; headers and status stay. */
export function rewriting(
  when: (request: Request, url: URL, response: Response) => boolean,
  // biome-ignore lint/suspicious/noExplicitAny: a mutant reaches into bodies of any shape
  change: (body: any, request: Request, url: URL) => unknown,
): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const response = await sandbox.fetch(request);
    if (!when(request, url, response)) return response;
    const body: unknown = await response.json();
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(JSON.stringify(change(body, request, url)), { status: response.status, headers });
  };
}

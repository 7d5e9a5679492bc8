import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { browserProblems } from '../request/browser-limits.ts';
import { type BuiltRequest, buildRequest } from '../request/build.ts';
import { type FormState, isSandbox } from './state.ts';

export interface Place {
  /** The address of the page. */
  readonly page: string;
  /** The origin of the sandbox on this machine, where one runs. */
  readonly sandboxUrl?: string | undefined;
  /** Where the owner of the site runs a relay for this API: a path of the site's host. */
  readonly relay?: string | undefined;
  /** The page of the site that authorization servers lead back to. */
  readonly loginUrl?: string | undefined;
  /** The owner of the site offers no sandbox, so only servers answer. */
  readonly serversOnly?: boolean | undefined;
}

/**
 * Ends the parts of what goes to a server. A file may hold any text, so this is nothing that its maker could know:
 * with a known one it would bring fields of its own along.
 */
const BOUNDARY = `form-${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')}`;

/**
 * The request that a form stands for: what samples and preview show and what Send sends. With the sandbox in
 * the page it keeps the real address; with the one of this machine it is that address.
 */
export function requestOf(api: Api, operation: Operation, form: FormState, place: Place): BuiltRequest {
  const meant = form.target === 'local' && place.sandboxUrl ? atSandbox(operation, form, place.sandboxUrl) : operation;
  const { request, problems } = buildRequest(api, meant, form.values, {
    base: place.page,
    ...(isSandbox(form.target) ? {} : { boundary: BOUNDARY }),
  });
  const limits = browserProblems(request, place.page).filter(
    // What answers in the page needs no secure connection.
    ({ code }) => form.target !== 'in-page' || code !== 'insecure-server',
  );
  return { request, problems: [...problems, ...limits] };
}

/** The operation with its chosen server moved to the sandbox; the server's own path stays. */
function atSandbox(operation: Operation, form: FormState, sandboxUrl: string): Operation {
  const servers = operation.servers.map((server, index) =>
    index === form.values.server ? { ...server, url: sandboxUrl + serverPath(server.url) } : server,
  );
  return { ...operation, servers };
}

function serverPath(url: string): string {
  return url.replace(/^[^/]*:\/\/[^/]*/, '').replace(/\/+$/, '');
}

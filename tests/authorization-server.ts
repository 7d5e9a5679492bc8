import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request to an endpoint, with its form or query. */
export interface AuthorizationCall {
  readonly path: string;
  readonly fields: { readonly [name: string]: string };
  readonly headers: IncomingMessage['headers'];
}

export interface AuthorizationServer {
  readonly port: number;
  readonly calls: AuthorizationCall[];
  /** What the token and device endpoints do: answer, refuse pages of other origins, or redirect. */
  cors: 'open' | 'closed';
  redirectTo: string | undefined;
  /** Seconds that a token is good for. */
  expiresIn: number;
  /** Whether a device's reader has agreed. */
  approved: boolean;
  /** The issuer in metadata and answers; its own without one. */
  issuer: string | undefined;
  /** Forgets what was asked and how it was set. */
  reset(): void;
  close(): Promise<void>;
}

/** The secret of the client that has one. */
export const CLIENT_SECRET = 'hush: +%';

/**
 * An authorization server on this machine: authorization code with PKCE, which it checks, refresh tokens that are
 * used up, client credentials and device codes. Its page has a link for each thing that a server may send back.
 *
 * @param origin - what it is reached by
 */
export async function startAuthorizationServer(origin: string): Promise<AuthorizationServer> {
  const codes = new Map<string, { [name: string]: string }>();
  const refreshTokens = new Set<string>();
  let count = 0;

  const issue = (): object => {
    count += 1;
    const refresh = `refresh-${randomUUID()}`;
    refreshTokens.add(refresh);
    const { expiresIn } = state;
    return { access_token: `token-${count}`, token_type: 'Bearer', expires_in: expiresIn, refresh_token: refresh };
  };
  const refuse = (error: string, description?: string): object => ({ error, error_description: description });

  const grants: { readonly [type: string]: (given: AuthorizationCall) => object } = {
    authorization_code({ fields }) {
      const { code = '', code_verifier: verifier = '' } = fields;
      const asked = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const isIt =
        asked?.code_challenge === challenge &&
        asked.redirect_uri === fields.redirect_uri &&
        asked.client_id === fields.client_id;
      return isIt ? issue() : refuse('invalid_grant', 'wrong code or verifier');
    },
    refresh_token: ({ fields }) =>
      refreshTokens.delete(fields.refresh_token ?? '') ? issue() : refuse('invalid_grant', 'used up'),
    client_credentials({ headers }) {
      const [, given = ''] = (headers.authorization ?? '').split(' ');
      const secret = Buffer.from(given, 'base64').toString().split(':')[1] ?? '';
      const decoded = new URLSearchParams(`secret=${secret}`).get('secret');
      return decoded === CLIENT_SECRET
        ? { access_token: 'client-token', token_type: 'bearer' }
        : refuse('invalid_client');
    },
    'urn:ietf:params:oauth:grant-type:device_code': () => (state.approved ? issue() : refuse('authorization_pending')),
  };

  const state: Omit<AuthorizationServer, 'port' | 'close'> = {
    calls: [],
    cors: 'open',
    redirectTo: undefined,
    expiresIn: 3600,
    approved: false,
    issuer: undefined,
    reset() {
      Object.assign(state, {
        cors: 'open',
        redirectTo: undefined,
        expiresIn: 3600,
        approved: false,
        issuer: undefined,
      });
      state.calls.length = 0;
    },
  };

  const answer = (call: AuthorizationCall, outgoing: ServerResponse): void => {
    const json = (status: number, body: object): void => {
      outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    const issuer = state.issuer ?? origin;
    switch (call.path) {
      case '/authorize': {
        const code = randomUUID();
        codes.set(code, { ...call.fields });
        outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end(choicesPage(call.fields, code, issuer));
        return;
      }
      case '/.well-known/openid-configuration':
        json(200, {
          issuer,
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          authorization_response_iss_parameter_supported: true,
          scopes_supported: ['openid', 'profile'],
        });
        return;
      case '/device':
        json(200, {
          device_code: 'device-1',
          user_code: 'WDJB-MJHT',
          verification_uri: `${origin}/activate`,
          expires_in: 600,
          interval: 1,
        });
        return;
      case '/token': {
        if (state.redirectTo !== undefined) {
          outgoing.writeHead(307, { Location: state.redirectTo }).end();
          return;
        }
        const body = grants[call.fields.grant_type ?? '']?.(call) ?? refuse('unsupported_grant_type');
        json('error' in body ? 400 : 200, body);
        return;
      }
      default:
        outgoing.writeHead(404).end();
    }
  };

  const server = createServer((incoming, outgoing) => {
    void readCall(incoming).then((call) => {
      if (state.cors === 'open') {
        outgoing.setHeader('Access-Control-Allow-Origin', '*');
        outgoing.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
      }
      if (incoming.method === 'OPTIONS') {
        outgoing.writeHead(204).end();
        return;
      }
      state.calls.push(call);
      answer(call, outgoing);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

async function readCall(incoming: IncomingMessage): Promise<AuthorizationCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const body = Buffer.concat(chunks).toString();
  return { path, fields: Object.fromEntries(new URLSearchParams(body || query)), headers: incoming.headers };
}

/** A link for each answer that a server, or somebody in its place, may send a reader back with. */
function choicesPage(asked: { readonly [name: string]: string }, code: string, iss: string): string {
  const { state = '', redirect_uri: redirectUri = '' } = asked;
  const answers = {
    allow: { code, state, iss },
    deny: { error: 'access_denied', error_description: 'The <b>reader</b> said no', state, iss },
    'other state': { code, state: 'other', iss },
    'no code': { state, iss },
    'other issuer': { code, state, iss: 'https://evil.example' },
    nothing: {},
  };
  const links = Object.entries(answers).map(
    ([name, fields]) =>
      `<a href="${redirectUri}?${new URLSearchParams(fields).toString().replaceAll('&', '&amp;')}">${name}</a>`,
  );
  return `<!doctype html><title>Authorization server</title>${links.join(' ')}`;
}

import type { Credentials } from '../credentials.ts';
import type { LoginFailure } from './failure.ts';
import type { Metadata } from './metadata.ts';
import type { WayKind } from './ways.ts';

export type LoginStatus =
  | { readonly kind: 'idle' | 'leaving' | 'discovering' | 'exchanging' | 'refreshing' | 'done' }
  | { readonly kind: 'failed'; readonly failure: LoginFailure }
  | {
      readonly kind: 'device';
      readonly userCode: string;
      readonly verificationUrl: string;
      readonly completeUrl?: string;
    };

/** A token that was handed out here. The refresh token lies with the keys. */
export interface Grant {
  /** While the key field holds another one, nothing of this grant applies. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly scopes: readonly string[];
  readonly refreshUrl: string;
  readonly clientId: string;
}

/** How far one scheme's sign-in is. Nothing of it is secret but the token of the grant. */
export interface Login {
  readonly way?: WayKind;
  readonly clientId?: string;
  /** Those that are ticked; those that the operation needs until the reader changes it. */
  readonly scopes?: readonly string[];
  readonly metadata?: Metadata;
  readonly status: LoginStatus;
  readonly grant?: Grant;
  /** The reader has just come back from the authorization server. */
  readonly isBack?: boolean;
}

/** The sign-ins of a page, by the origin that their token is bound to and by scheme; in memory only. */
export interface Logins {
  get(origin: string, scheme: string): Login;
  change(origin: string, scheme: string, part: Partial<Login>): void;
  /** Begins something that Stop, or leaving the page, ends; what ran before for the same token is ended. */
  begin(origin: string, scheme: string): AbortSignal;
  stop(origin: string, scheme: string): void;
  /** Ends everything that runs. */
  leavePage(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

const NONE: Login = { status: { kind: 'idle' } };

export function createLogins(credentials: Credentials): Logins {
  const logins = new Map<string, Login>();
  const running = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  const idOf = (origin: string, scheme: string): string => `${origin} ${scheme}`;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  // A token that was forgotten or typed over takes its grant with it.
  credentials.subscribe(() => {
    for (const [id, login] of logins) {
      const [origin = '', ...scheme] = id.split(' ');
      if (!login.grant || credentials.get(origin, scheme.join(' ')) === login.grant.token) continue;
      const { grant: _, ...rest } = login;
      // First, since forgetting the refresh token leads back here.
      logins.set(id, { ...rest, status: NONE.status });
      credentials.set(refreshOrigin(login.grant), refreshName(origin, scheme.join(' ')), '');
    }
    tell();
  });

  return {
    get: (origin, scheme) => logins.get(idOf(origin, scheme)) ?? NONE,
    change(origin, scheme, part) {
      const id = idOf(origin, scheme);
      logins.set(id, { ...(logins.get(id) ?? NONE), ...part });
      tell();
    },
    begin(origin, scheme) {
      const id = idOf(origin, scheme);
      running.get(id)?.abort();
      const mine = new AbortController();
      running.set(id, mine);
      return mine.signal;
    },
    stop: (origin, scheme) => running.get(idOf(origin, scheme))?.abort(),
    leavePage() {
      for (const one of running.values()) one.abort();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The names that the secrets of a sign-in have among the keys, where Forget and leaving the page find them. They
 * hold a space, which no scheme has.
 */
export function refreshName(origin: string, scheme: string): string {
  return `refresh ${origin} ${scheme}`;
}

export function secretName(scheme: string): string {
  return `secret ${scheme}`;
}

/** What a refresh token is bound to. */
export function refreshOrigin({ refreshUrl }: Pick<Grant, 'refreshUrl'>): string {
  return new URL(refreshUrl).origin;
}

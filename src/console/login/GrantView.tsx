/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { type Grant, type LoginStatus, refreshName, refreshOrigin } from './logins.ts';
import { type Errand, refresh } from './sign-in.ts';

interface GrantViewProps {
  readonly errand: Errand;
  readonly grant: Grant;
  readonly status: LoginStatus;
}

/** The longest that timers take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How long the token lasts, and a new one on a press. Nothing is sent by itself, not even when it has expired. */
export function GrantView({ errand, grant, status }: GrantViewProps): JSX.Element {
  const { session } = useScene();
  const text = usePartText('login');
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const { expiresAt, scopes } = grant;
  useEffect(() => {
    const left = (expiresAt ?? 0) - Date.now();
    if (left <= 0 || left > LONGEST_TIMER) return;
    const timer = setTimeout(() => draw(undefined), left);
    return () => clearTimeout(timer);
  }, [expiresAt]);
  const canRefresh = session.credentials.get(refreshOrigin(grant), refreshName(errand.origin, errand.scheme.id)) !== '';
  const isExpired = expiresAt !== undefined && expiresAt <= Date.now();
  return (
    <div class="console-row login-grant">
      <p class={`console-note ${isExpired ? 'is-error' : ''}`} data-grant="">
        {lifeOf(text, expiresAt, isExpired)}
        {scopes.length > 0 && ` ${fill(text.granted, { scopes: showInvisibles(scopes.join(' ')) })}`}
      </p>
      {canRefresh && (
        <button
          type="button"
          class="console-button"
          aria-disabled={status.kind === 'refreshing'}
          onClick={() => {
            if (status.kind !== 'refreshing') void refresh(errand);
          }}
        >
          {text.refresh}
        </button>
      )}
    </div>
  );
}

function lifeOf(
  text: { readonly expired: string; readonly expires: string; readonly noExpiry: string },
  expiresAt: number | undefined,
  isExpired: boolean,
): string {
  if (expiresAt === undefined) return text.noExpiry;
  if (isExpired) return text.expired;
  const isToday = new Date(expiresAt).toDateString() === new Date().toDateString();
  const style = isToday ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return fill(text.expires, { time: new Intl.DateTimeFormat(document.documentElement.lang, style).format(expiresAt) });
}

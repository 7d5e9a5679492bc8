/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PartMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { LoginFailure } from './failure.ts';
import type { Login } from './logins.ts';
import { loginsOf } from './page-logins.ts';
import type { Errand } from './sign-in.ts';

/** How the sign-in goes, in one sentence, which is announced too. A reader who comes back finds the focus here. */
export function LoginNotice({ errand, login }: { readonly errand: Errand; readonly login: Login }): JSX.Element | null {
  const { announce } = useScene();
  const text = usePartText('login');
  const line = useRef<HTMLParagraphElement>(null);
  const { session, scheme, origin } = errand;
  const { status, isBack } = login;
  const sentence = sentenceOf(text, login, origin);
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  useEffect(() => {
    if (!isBack || !line.current) return;
    line.current.focus();
    line.current.scrollIntoView({ block: 'center' });
    loginsOf(session.credentials).change(origin, scheme.id, { isBack: false });
  }, [isBack]);
  if (!sentence) return null;
  return (
    <p
      ref={line}
      tabIndex={-1}
      class={`console-notice ${status.kind === 'failed' && status.failure.code !== 'stopped' ? 'is-danger' : ''}`}
      dir="auto"
      data-login-notice=""
    >
      {sentence}
    </p>
  );
}

function sentenceOf(text: PartMessages['login'], { status }: Login, origin: string): string {
  switch (status.kind) {
    case 'idle':
      return '';
    case 'device':
      return text.deviceWaits;
    case 'failed':
      return failureText(text, status.failure);
    default:
      return fill(text.status[status.kind], { origin });
  }
}

/** Words of servers are shown as text, with what they hide made visible. */
function failureText(text: PartMessages['login'], failure: LoginFailure): string {
  const { code, ...values } = failure;
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? showInvisibles(value) : value]),
  );
  if (failure.code === 'refused') {
    const known = Object.entries(text.refusal).find(([error]) => error === failure.error)?.[1];
    const reason = known ?? '';
    const told = failure.description ? fill(text.refusedBecause, shown) : fill(text.failure.refused, shown);
    return [told, reason].filter(Boolean).join(' ');
  }
  return fill(text.failure[code], { page: location.origin, ...shown });
}

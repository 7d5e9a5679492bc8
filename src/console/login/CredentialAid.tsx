/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { CredentialAidProps } from '../fields/CredentialAid.tsx';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { isSandbox } from '../state.ts';
import { KeyAdvice } from './KeyAdvice.tsx';
import { LoginPanel } from './LoginPanel.tsx';
import { isLoginScheme } from './ways.ts';

/** What some credentials have beside their field: a note on what browsers can do, advice on what was pasted, a sign-in. */
export function CredentialAid({ scheme, isPlaced, ...advice }: CredentialAidProps): JSX.Element {
  const { session } = useScene();
  const text = usePartText('login');
  const note = (sentence: string): JSX.Element => (
    <p class="console-note" dir="auto">
      {sentence}
    </p>
  );
  const name = showInvisibles(scheme.id);
  return (
    <>
      <KeyAdvice {...advice} />
      {scheme.kind === 'mutualTLS'
        ? note(fill(text.mutualTLS, { name }))
        : !isPlaced && note(fill(text.sharedHeader, { name }))}
      {scheme.kind === 'apiKey' && scheme.in === 'cookie' && note(text.cookie)}
      {scheme.kind === 'http' &&
        !/^(?:basic|bearer)$/i.test(scheme.scheme) &&
        note(fill(text.otherHttp, { scheme: showInvisibles(scheme.scheme) }))}
      {isLoginScheme(scheme) && isPlaced && !isSandbox(session.store.state().target) && <LoginPanel scheme={scheme} />}
    </>
  );
}

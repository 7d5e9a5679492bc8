/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import type { CredentialAidProps } from '../fields/CredentialAid.tsx';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { findPasted } from './pasted.ts';

type KeyAdviceProps = Pick<CredentialAidProps, 'value' | 'prefix' | 'joined' | 'onMend'>;

/** Tells what was pasted along with a key, and takes it out when asked to. */
export function KeyAdvice({ value = '', prefix = '', joined, onMend }: KeyAdviceProps): JSX.Element | null {
  const text = usePartText('login');
  const { announce, focusKey } = useScene();
  const found = findPasted(value, prefix);
  const sentence = found
    ? fill(text.pasted[found.kind], { prefix: prefix.trim() })
    : joined && value
      ? text.pastedLines
      : '';
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  if (!sentence) return null;
  return (
    <p class="console-note is-advice">
      {sentence}{' '}
      {found && (
        <button
          type="button"
          class="console-link"
          onClick={() => {
            onMend?.(found.mended);
            focusKey();
          }}
        >
          {text.takeOut}
        </button>
      )}
    </p>
  );
}

/** @jsxImportSource preact */
import type { ClipboardEventHandler, InputEventHandler, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { useScene } from '../scene.ts';
import type { ControlProps } from './Field.tsx';

interface MaskedInputProps extends ControlProps {
  /** What the field is called. */
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** It is a credential. The password of an API is none: browsers would offer to store it, so a style alone hides it. */
  readonly isCredential?: boolean;
  readonly onInput: InputEventHandler<HTMLInputElement>;
  readonly onPaste?: ClipboardEventHandler<HTMLInputElement>;
  readonly dir?: 'auto';
  readonly 'data-mark'?: 'control';
}

/** A field that others in the room can't read, until the reader has it shown. */
export function MaskedInput({ label, isCredential = false, ...input }: MaskedInputProps): JSX.Element {
  const { text } = useScene();
  const [isShown, setShown] = useState(false);
  const isPassword = isCredential && !isShown;
  return (
    <div class="console-secret">
      <input
        {...input}
        {...(isPassword ? { type: 'password' } : { type: 'text' })}
        class={isShown || isCredential ? '' : 'console-masked'}
        {...(isCredential ? { 'data-secret': '' } : {})}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
      <button
        type="button"
        class="console-button"
        aria-pressed={isShown}
        aria-label={fill(text.showKeyFor, { name: label })}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? text.hideKey : text.showKey}
      </button>
    </div>
  );
}

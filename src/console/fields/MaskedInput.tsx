/** @jsxImportSource preact */
import type { ClipboardEventHandler, JSX } from 'preact';
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
  /** It may have several lines, as a key in PEM has: this many show at once. */
  readonly rows?: number;
  readonly inputMode?: 'decimal';
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onPaste?: ClipboardEventHandler<HTMLInputElement>;
  readonly dir?: 'auto';
  readonly 'data-mark'?: 'control';
}

/** A field that others in the room can't read, until the reader has it shown. */
export function MaskedInput({ label, isCredential = false, rows, onPaste, ...rest }: MaskedInputProps): JSX.Element {
  const { text } = useScene();
  const [isShown, setShown] = useState(false);
  const mask = isShown || isCredential ? '' : 'console-masked';
  const input = { ...rest, autocomplete: 'off', autocapitalize: 'off', spellcheck: false } as const;
  return (
    <div class="console-secret">
      {rows === undefined ? (
        <input
          {...input}
          {...(onPaste ? { onPaste } : {})}
          {...(isCredential ? { 'data-secret': '' } : {})}
          {...(isCredential && !isShown ? { type: 'password' } : { type: 'text' })}
          class={mask}
        />
      ) : (
        <textarea {...input} class={`console-code-input form-text ${mask}`} rows={rows} />
      )}
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

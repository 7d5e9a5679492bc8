/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { useScene } from '../scene.ts';
import { Field } from './Field.tsx';

export interface SecretInputProps {
  readonly label?: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Told with each paste: whether line breaks were taken out of it, which a field of one line does by itself. */
  readonly onJoin?: (joined: boolean) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** A field for a secret: its value is only ever a property of the element, never an attribute. */
export function SecretInput({
  label = '',
  value,
  onType,
  onJoin,
  error,
  hint,
  placeholder,
}: SecretInputProps): JSX.Element {
  const { text } = useScene();
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={label}
      error={error}
      hint={hint ?? ''}
      control={(props) => (
        <div class="console-secret">
          <input
            {...props}
            {...(isShown ? { type: 'text' } : { type: 'password' })}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            data-secret=""
            placeholder={placeholder ?? ''}
            value={value}
            onPaste={({ clipboardData }) => onJoin?.(/[\r\n]/.test(clipboardData?.getData('text').trim() ?? ''))}
            onInput={(event) => onType(event.currentTarget.value)}
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
      )}
    />
  );
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { Field } from './Field.tsx';
import { MaskedInput } from './MaskedInput.tsx';

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
  return (
    <Field
      label={label}
      error={error}
      hint={hint ?? ''}
      control={(props) => (
        <MaskedInput
          {...props}
          label={label}
          isCredential
          placeholder={placeholder ?? ''}
          value={value}
          onPaste={({ clipboardData }) => onJoin?.(/[\r\n]/.test(clipboardData?.getData('text').trim() ?? ''))}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    />
  );
}

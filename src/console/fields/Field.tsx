/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import { useScene } from '../scene.ts';

/** What a control takes from its field. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-required'?: 'true';
}

interface FieldProps {
  /** Names of a description are code; labels of the interface are words. */
  readonly label: string;
  readonly isCode?: boolean;
  readonly type?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly hint?: string;
  /** What keeps the value from being sent. */
  readonly error?: string | undefined;
  /** Where the value differs from the description; it is sent all the same. */
  readonly advice?: string | undefined;
  readonly control: (props: ControlProps) => JSX.Element;
}

export function Field(props: FieldProps): JSX.Element {
  const { text } = useScene();
  const id = useId();
  const { label, isCode, type, required, deprecated, hint, error, advice, control } = props;
  const notes = [
    { kind: 'error', note: error },
    { kind: 'advice', note: advice },
    { kind: 'hint', note: hint },
  ].filter(({ note }) => note);
  return (
    <div class="console-field">
      <div class="console-field-head">
        <label for={id} class={isCode ? 'console-code-name' : ''} dir="auto">
          {showInvisibles(label)}
        </label>
        {type && <span class="console-type">{type}</span>}
        {required && <span class="console-required">{text.required}</span>}
        {deprecated && <span class="console-deprecated">{text.deprecated}</span>}
      </div>
      <div class="console-field-body">
        {control({
          id,
          ...(notes.length > 0 ? { 'aria-describedby': notes.map(({ kind }) => `${id}-${kind}`).join(' ') } : {}),
          ...(error ? { 'aria-invalid': 'true' } : {}),
          ...(required ? { 'aria-required': 'true' } : {}),
        })}
        {notes.map(({ kind, note }) => (
          <p key={kind} id={`${id}-${kind}`} class={`console-note is-${kind}`} dir="auto">
            {showInvisibles(note ?? '')}
          </p>
        ))}
      </div>
    </div>
  );
}

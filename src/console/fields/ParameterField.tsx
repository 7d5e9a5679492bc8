/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { JsonText } from '../../model/json-text.ts';
import type { Parameter } from '../../model/parameter.ts';
import { isSecretParameter } from '../../model/secret-names.ts';
import { useScene } from '../scene.ts';
import { isParameter, problemText, rejectionText } from '../wording.ts';
import { type ControlProps, Field } from './Field.tsx';
import { ParameterForm } from './form-parts.tsx';
import { MaskedInput } from './MaskedInput.tsx';
import {
  type FieldKind,
  fieldKind,
  parameterSchema,
  plainValue,
  shownText,
  takesFields,
  typedValue,
} from './parameter-text.ts';
import { shortText } from './short-text.ts';
import { useAdvice } from './use-advice.ts';

export function ParameterField({ parameter }: { readonly parameter: Parameter }): JSX.Element {
  const scene = useScene();
  const { session, text, formats } = scene;
  const { in: place, name, required } = parameter;
  const schema = parameterSchema(session.api.schemas, parameter);
  const kind = fieldKind(schema);
  const { values, attempted } = session.store.state();
  const value = values.parameters.find((one) => one.in === place && one.name === name)?.value;
  const shown = shownText(kind, value);
  const initial = useRef(value);
  const advise = useAdvice(value !== initial.current);

  const problems = session.built().problems.filter(({ code }) => attempted || code !== 'required-missing');
  const error =
    problemText(text, problems, isParameter(parameter)) ?? rejectionText(text, session, isParameter(parameter));
  const [advice] = advise && !error && value !== undefined ? advise(scene, schema, value, 1) : [];

  const set = (next: JsonText | undefined): void =>
    session.store.dispatch({ kind: 'set-parameter', in: place, name, ...(next === undefined ? {} : { value: next }) });
  const example = parameter.examples.find((one) => one.value !== undefined)?.value;
  if (takesFields(parameter, schema)) return <ParameterForm {...{ parameter, value, example, error }} onEdit={set} />;
  const placeholder =
    schema.default !== undefined
      ? fill(text.defaultValue, { value: plainValue(schema.default) })
      : example === undefined
        ? ''
        : fill(text.exampleValue, { value: plainValue(example) });

  return (
    <Field
      label={name}
      isCode
      type={formats.list(schema.types ?? [])}
      required={required}
      deprecated={parameter.deprecated}
      hint={shortText(parameter.description ?? schema.description)}
      error={error}
      advice={advice?.words}
      control={(props) => (
        <Control
          kind={kind}
          name={name}
          isMasked={isSecretParameter(session.api, parameter)}
          choices={kind === 'boolean' ? ['true', 'false'] : (schema.enum ?? [])}
          none={schema.default === undefined ? text.notSent : placeholder}
          isOptional={!required || value === undefined}
          shown={shown}
          placeholder={placeholder}
          onType={(typed) => set(typedValue(kind, typed))}
          field={props}
        />
      )}
    />
  );
}

interface ControlOptions {
  readonly kind: FieldKind;
  readonly name: string;
  readonly isMasked: boolean;
  readonly choices: readonly string[];
  /** What the choice that leaves the parameter out is called. */
  readonly none: string;
  readonly isOptional: boolean;
  readonly shown: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
  readonly field: ControlProps;
}

function Control(options: ControlOptions): JSX.Element {
  const { kind, name, isMasked, choices, none, isOptional, shown, placeholder, onType, field } = options;
  if (kind === 'choice' || kind === 'boolean') {
    return (
      <select {...field} value={shown} onChange={(event) => onType(event.currentTarget.value)}>
        {isOptional && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {showInvisibles(plainValue(choice))}
          </option>
        ))}
      </select>
    );
  }
  const shared = {
    ...field,
    dir: 'auto' as const,
    value: shown,
    placeholder,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onType(event.currentTarget.value),
  };
  if (isMasked) return <MaskedInput {...shared} label={name} />;
  return (
    <input
      {...shared}
      type="text"
      spellcheck={false}
      autocomplete="off"
      {...(kind === 'number' ? { inputMode: 'decimal' } : {})}
    />
  );
}

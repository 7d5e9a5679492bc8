/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import { type JsonText, parseJson } from '../../model/json-text.ts';
import type { Parameter } from '../../model/parameter.ts';
import { isSecretParameter } from '../../model/secret-names.ts';
import { Field } from '../fields/Field.tsx';
import { shortText } from '../fields/short-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { FormRoot } from './FormRoot.tsx';
import { planField } from './field-plan.ts';
import { memoryOf } from './form-memory.ts';

export interface ParameterFormProps {
  readonly parameter: Parameter;
  readonly value: JsonText | undefined;
  readonly example: JsonText | undefined;
  readonly error: string | undefined;
  readonly onEdit: (value: JsonText | undefined) => void;
}

/** A parameter that takes more than a line: by fields, or as JSON. */
export function ParameterForm({ parameter, value, example, error, onEdit }: ParameterFormProps): JSX.Element {
  const { session } = useScene();
  const words = usePartText('form');
  const [asJson, setJson] = useState(false);
  const began = useRef(value);
  const { name, required, deprecated, description } = parameter;
  const schema = parameter.schema ?? parameter.content?.schema ?? true;
  const plan = planField(session.api.schemas, schema);
  const isBroken = value !== undefined && parseJson(value).kind === 'problem';
  const isGroup = plan.branches.length > 0 || plan.kind === 'array' || plan.kind === 'object';
  const flip = (
    <button type="button" class="console-link" onClick={() => setJson(!asJson)}>
      {asJson ? words.showFields : words.showJson}
    </button>
  );
  if (asJson || isBroken) {
    return (
      <Field
        label={name}
        isCode
        required={required}
        deprecated={deprecated}
        hint={shortText(description ?? plan.schema.description)}
        error={error}
        control={(props) => (
          <>
            <textarea
              {...props}
              class="console-code-input"
              rows={3}
              spellcheck={false}
              autocomplete="off"
              dir="auto"
              value={value ?? ''}
              onInput={({ currentTarget: { value: typed } }) => {
                // A mistake made here is mended here.
                setJson(true);
                onEdit(typed === '' ? undefined : typed);
              }}
            />
            {!isBroken && flip}
          </>
        )}
      />
    );
  }
  return (
    <>
      <FormRoot
        look="parameter"
        label={name}
        isCode
        required={required}
        deprecated={deprecated || undefined}
        description={description}
        error={error}
        text={value}
        schema={schema}
        isSecret={isSecretParameter(session.api, parameter)}
        memory={memoryOf(session, `${parameter.in} ${name}`)}
        isAdvised={value !== began.current}
        example={example}
        actions={isGroup && flip}
        onEdit={onEdit}
      />
      {parameter.allowEmptyValue && (
        <label class="form-check is-parameter">
          <input
            type="checkbox"
            aria-label={`${words.emptyValue} ${showInvisibles(name)}`}
            checked={value === '""'}
            onChange={(event) => onEdit(event.currentTarget.checked ? '""' : undefined)}
          />
          <span aria-hidden="true">{words.emptyValue}</span>
        </label>
      )}
    </>
  );
}

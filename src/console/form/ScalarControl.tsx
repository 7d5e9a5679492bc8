/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { compactJson, type JsonText, parseJson, printJson, quoteJson } from '../../model/json-text.ts';
import type { SchemaObject } from '../../model/schema-object.ts';
import type { ControlProps } from '../fields/Field.tsx';
import { MaskedInput } from '../fields/MaskedInput.tsx';
import { plainValue } from '../fields/parameter-text.ts';
import { shortText } from '../fields/short-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { type DateKind, joinDate, splitDate } from './date-text.ts';
import type { FieldPlan } from './field-plan.ts';
import { isSecretPlace, type Place, useForm } from './form-scope.ts';
import { sourceOf } from './json-edit.ts';

interface ScalarControlProps {
  readonly place: Place;
  readonly plan: FieldPlan;
  readonly field: ControlProps;
  /** What the field is called. */
  readonly name: string;
  /** A line to show while nothing is filled in. */
  readonly placeholder: string;
}

/** The control of a single value. */
export function ScalarControl(props: ScalarControlProps): JSX.Element {
  const { kind, schema } = props.plan;
  switch (kind) {
    case 'constant':
      return <Constant {...props} value={schema.const ?? 'null'} />;
    case 'enum':
      return <Choice {...props} values={schema.enum ?? []} />;
    case 'boolean':
      return <Choice {...props} values={['true', 'false']} />;
    case 'date':
    case 'date-time':
    case 'time':
      return <DateInput {...props} kind={kind} />;
    case 'number':
      return <NumberInput {...props} />;
    case 'text':
      return <TextInput {...props} />;
    default:
      return <JsonInput {...props} />;
  }
}

const SHARED = { 'data-mark': 'control', spellcheck: false, autocomplete: 'off', dir: 'auto' } as const;

function TextInput({ place, plan, field, name, placeholder }: ScalarControlProps): JSX.Element {
  const form = useForm();
  const shown = place.node?.kind === 'string' ? place.node.value : '';
  const type = (event: { readonly currentTarget: { readonly value: string } }): void =>
    place.put(quoteJson(event.currentTarget.value));
  const input = { ...field, ...SHARED, value: shown, placeholder, onInput: type };
  const isSecret = plan.schema.format === 'password' || isSecretPlace(form, place);
  if ((form.isShort || isOneLine(plan.schema)) && !shown.includes('\n')) {
    return isSecret ? <MaskedInput {...input} label={name} /> : <input {...input} type="text" />;
  }
  const rows = Math.max(1, Math.min(8, Math.max(shown.split('\n').length, Math.ceil(shown.length / 60))));
  if (isSecret) return <MaskedInput {...input} label={name} rows={rows} />;
  return <textarea {...input} class="console-code-input form-text" rows={rows} />;
}

const SHORT = 100;

function isOneLine({ format, pattern, maxLength }: SchemaObject): boolean {
  return format !== undefined || pattern !== undefined || Number(maxLength ?? SHORT + 1) <= SHORT;
}

function NumberInput({ place, plan, field, name, placeholder }: ScalarControlProps): JSX.Element {
  const form = useForm();
  const { node } = place;
  const type = (typed: string): void => {
    if (typed === '' && place.clear) place.clear();
    // Until it is a number it goes on as text: the field keeps it, and the advice names it.
    else place.put(parseJson(typed).kind === 'number' ? typed.trim() : quoteJson(typed));
  };
  const input = {
    ...field,
    ...SHARED,
    inputMode: 'decimal',
    value: node?.kind === 'number' ? node.text : node?.kind === 'string' ? node.value : '',
    placeholder,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => type(event.currentTarget.value),
  } as const;
  const isSecret = plan.schema.format === 'password' || isSecretPlace(form, place);
  return isSecret ? <MaskedInput {...input} label={name} /> : <input {...input} type="text" />;
}

const INPUT_TYPES = { date: 'date', 'date-time': 'datetime-local', time: 'time' } as const;

function DateInput({ place, field, placeholder, kind }: ScalarControlProps & { readonly kind: DateKind }): JSX.Element {
  const words = usePartText('form');
  const shown = place.node?.kind === 'string' ? place.node.value : '';
  const split = shown === '' ? { local: '', zone: kind === 'date' ? '' : 'Z' } : splitDate(kind, shown);
  if (!split) {
    return (
      <input
        {...field}
        {...SHARED}
        type="text"
        value={shown}
        placeholder={placeholder}
        onInput={(event) => place.put(quoteJson(event.currentTarget.value))}
      />
    );
  }
  const { local, zone } = split;
  const type = ({ value, validity }: HTMLInputElement): void => {
    // A date that is half filled in says nothing yet.
    if (validity.badInput) return;
    if (value !== '') place.put(quoteJson(joinDate(kind, value, zone)));
    else if (place.clear) place.clear();
    else place.put('""');
  };
  return (
    <span class="form-row">
      <input
        {...field}
        data-mark="control"
        type={INPUT_TYPES[kind]}
        step={kind === 'date' ? 1 : 0.001}
        value={local}
        onInput={(event) => type(event.currentTarget)}
      />
      {zone && <span class="console-type">{zone === 'Z' ? 'UTC' : fill(words.zone, { zone })}</span>}
    </span>
  );
}

/** One of listed values. A value that isn't listed stays among them as long as it is chosen. */
function Choice(props: ScalarControlProps & { readonly values: readonly JsonText[] }): JSX.Element {
  const { text } = useScene();
  const words = usePartText('form');
  const { place, plan, field, placeholder } = props;
  const { node } = place;
  const value = node ? printJson(node) : '';
  const listed = props.values.map(compactJson);
  const values = plan.isNullable && !listed.includes('null') ? [...listed, 'null'] : listed;
  const all = value === '' || values.includes(value) ? values : [value, ...values];
  const { enumDescriptions = [] } = plan.schema;
  const titleOf = (one: JsonText): string => {
    const described = enumDescriptions.find((entry) => compactJson(entry.value) === one);
    // Where two look alike, one is a text and has its quotes.
    const isAlike = all.some((other) => other !== one && plainValue(other) === plainValue(one));
    const plain = one === '""' || isAlike ? one : plainValue(one);
    const said = described?.name ?? shortText(described?.description);
    return said ? `${plain} · ${said}` : plain;
  };
  return (
    <select
      {...field}
      data-mark="control"
      value={value}
      onChange={(event) => {
        const next = event.currentTarget.value;
        if (next !== '') place.put(next);
        else place.clear?.();
      }}
    >
      {(place.clear || !node) && (
        <option value="">{placeholder || (place.clear ? text.notSent : words.chooseValue)}</option>
      )}
      {all.map((one) => (
        <option key={one} value={one}>
          {showInvisibles(titleOf(one))}
        </option>
      ))}
    </select>
  );
}

function Constant(props: ScalarControlProps & { readonly value: JsonText }): JSX.Element {
  const { place, field, value } = props;
  const words = usePartText('form');
  if (!place.node || printJson(place.node) !== compactJson(value)) return <Choice {...props} values={[value]} />;
  return (
    <span class="form-row">
      <output id={field.id} class="console-file" dir="auto">
        {showInvisibles(plainValue(value))}
      </output>
      <span class="console-type">{words.fixed}</span>
    </span>
  );
}

/** A value of any shape, as its source has it. What isn't JSON yet stays in the field alone. */
export function JsonInput({ place, field, name, placeholder }: Omit<ScalarControlProps, 'plan'>): JSX.Element {
  const words = usePartText('form');
  const form = useForm();
  const source = place.node ? sourceOf(form.text, place.node) : '';
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? source;
  const input = {
    ...field,
    ...SHARED,
    rows: Math.min(10, shown.split('\n').length),
    value: shown,
    placeholder,
    onInput: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) => {
      const isJson = parseJson(value).kind !== 'problem';
      setTyped(isJson && value === value.trim() ? undefined : value);
      if (isJson) place.put(value.trim());
      else if (value.trim() === '' && place.clear) place.clear();
    },
  };
  return (
    <>
      {isSecretPlace(form, place) ? (
        <MaskedInput {...input} label={name} />
      ) : (
        <textarea {...input} class="console-code-input form-text" />
      )}
      {typed !== undefined && typed.trim() !== '' && parseJson(typed).kind === 'problem' && (
        <p class="console-note is-advice" role="status">
          {words.notJson}
        </p>
      )}
    </>
  );
}

/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { type JsonText, parseJson } from '../../model/json-text.ts';
import type { SchemaProperty } from '../../model/schema-object.ts';
import { pointerStep } from '../../schema/violation.ts';
import { shortText } from '../fields/short-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { EntryFields } from './EntryFields.tsx';
import { Action } from './FieldFrame.tsx';
import { type FieldPlan, planField, startValue } from './field-plan.ts';
import { type Place, useForm } from './form-scope.ts';
import { addEntry, removeEntry, replaceValue } from './json-edit.ts';
import { ValueField } from './ValueField.tsx';

export interface GroupProps {
  readonly place: Place;
  readonly plan: FieldPlan;
  readonly name: string;
  readonly depth: number;
}

/** The fields of an object: required ones, optional ones that were added, entries with names of their own. */
export function ObjectFields(props: GroupProps & { readonly without?: ReadonlySet<string> }): JSX.Element {
  const { place, plan, name, depth, without } = props;
  const form = useForm();
  const { announce } = useScene();
  const words = usePartText('form');
  const { required = [], properties = [] } = plan.schema;
  const entries = place.node?.kind === 'object' ? place.node.entries : [];
  // A field that was once here stays until the reader removes it, also while nothing is typed in it.
  const shown = useRef(new Set<string>());
  const [, redraw] = useState(0);
  for (const { key } of entries) shown.current.add(key);

  const mine = properties.filter((one) => !without?.has(one.name));
  const isReadOnly = ({ schema }: SchemaProperty): boolean => planField(form.schemas, schema).schema.readOnly ?? false;
  const fillable = mine.filter((one) => !isReadOnly(one));
  const isRequired = (one: SchemaProperty): boolean => required.includes(one.name);
  const isHere = (one: SchemaProperty): boolean => isRequired(one) || shown.current.has(one.name);
  const here = [...fillable.filter(isRequired), ...fillable.filter((one) => !isRequired(one) && isHere(one))];
  const absent = fillable.filter((one) => !isHere(one));
  const kept = mine.filter((one) => isReadOnly(one) && entries.some(({ key }) => key === one.name));
  const twice = here.filter(({ name: key }) => entries.filter((entry) => entry.key === key).length > 1);

  const add = ({ name: key, schema }: SchemaProperty): void => {
    shown.current.add(key);
    const { kind, schema: said } = planField(form.schemas, schema);
    const at = propertyPlace(form, place, startOf(plan), key);
    // What has no empty state of its own begins as something, its default if it has one, since no empty field shows
    // that; anything else waits for what is typed.
    if (kind === 'object' || kind === 'array' || kind === 'constant') {
      const isWhole = kind !== 'constant' && said.default !== undefined && parseJson(said.default).kind === kind;
      at.put(isWhole ? (said.default ?? '') : startValue(form.schemas, schema));
    }
    redraw((count) => count + 1);
    announce(fill(words.added, { name: showInvisibles(key) }));
    form.focus(at.path, 'control');
  };
  const remove = (key: string): void => {
    shown.current.delete(key);
    propertyPlace(form, place, '{}', key).clear?.();
    redraw((count) => count + 1);
    announce(fill(words.removed, { name: showInvisibles(key) }));
    form.focus(place.path, 'add');
  };
  return (
    <>
      {here.map((property) => {
        const { name: key, schema } = property;
        return (
          <ValueField
            key={key}
            place={propertyPlace(form, place, startOf(plan), key)}
            schema={schema}
            depth={depth + 1}
            label={key}
            isCode
            required={isRequired(property)}
            actions={
              !isRequired(property) && (
                <Action
                  mark="remove"
                  label={fill(words.remove, { name: showInvisibles(key) })}
                  act={() => remove(key)}
                />
              )
            }
          />
        );
      })}
      {twice.map(({ name: key }) => (
        <p key={key} class="console-note is-advice" dir="auto">
          {fill(words.twice, { name: showInvisibles(key) })}
        </p>
      ))}
      {kept.length > 0 && (
        <p class="console-note" dir="auto">
          {fill(words.readOnlyKept, { names: kept.map(({ name: key }) => showInvisibles(key)).join(words.listComma) })}
        </p>
      )}
      <EntryFields {...{ place, plan, name, depth }} known={new Set(properties.map(({ name: key }) => key))} />
      {absent.length > 0 && <AddField absent={absent} name={depth === 0 ? '' : name} onAdd={add} />}
    </>
  );

  function startOf({ schema: { const: constant }, schema }: FieldPlan): JsonText {
    return constant ?? startValue(form.schemas, schema);
  }
}

/** @param start - what the object begins as where it isn't there yet */
export function propertyPlace(form: ReturnType<typeof useForm>, parent: Place, start: JsonText, key: string): Place {
  const { node } = parent;
  const index = node?.kind === 'object' ? node.entries.findLastIndex((entry) => entry.key === key) : -1;
  const found = node?.kind === 'object' ? node.entries[index]?.value : undefined;
  return {
    path: parent.path + pointerStep(key),
    node: found,
    put(value) {
      if (found) form.edit(replaceValue(form.text, found, value));
      else if (node?.kind === 'object') form.edit(addEntry(form.text, node, key, value));
      else parent.put(withEntry(start, key, value));
    },
    clear() {
      if (found && node?.kind === 'object') form.edit(removeEntry(form.text, node, index));
    },
  };
}

function withEntry(start: JsonText, key: string, value: JsonText): JsonText {
  const node = parseJson(start);
  if (node.kind !== 'object') return start;
  const known = node.entries.find((entry) => entry.key === key);
  return known ? replaceValue(start, known.value, value) : addEntry(start, node, key, value).replace(/\s*\n\s*/g, '');
}

/** Many fields are easier found by typing. */
const FILTER_FROM = 10;

function AddField(props: {
  readonly absent: readonly SchemaProperty[];
  readonly name: string;
  readonly onAdd: (property: SchemaProperty) => void;
}): JSX.Element {
  const { absent, name, onAdd } = props;
  const { schemas } = useForm();
  const words = usePartText('form');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const count = absent.length;
  const found = absent.filter((one) => one.name.toLowerCase().includes(sought.toLowerCase()));
  return (
    <fieldset
      class="form-add"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        class="console-link"
        data-mark="add"
        aria-expanded={isOpen}
        aria-controls={id}
        {...(name ? { 'aria-label': fill(words.addFieldTo, { name, count }) } : {})}
        onClick={() => setOpen(!isOpen)}
      >
        {fill(words.addField, { count })}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && count >= FILTER_FROM && (
          <input
            type="search"
            aria-label={words.addField.replace(/\s*[（(].*/, '')}
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        )}
        {isOpen && (
          <ul>
            {found.map((property) => {
              const { schema } = planField(schemas, property.schema);
              return (
                <li key={property.name}>
                  <button
                    type="button"
                    onClick={() => {
                      setOpen(false);
                      setSought('');
                      onAdd(property);
                    }}
                  >
                    <code dir="auto">{showInvisibles(property.name)}</code>
                    <span dir="auto">{showInvisibles(shortText(schema.description ?? schema.title))}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </fieldset>
  );
}

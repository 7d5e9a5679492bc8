/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { JsonNode } from '../../model/json-text.ts';
import type { Schema, SchemaObject } from '../../model/schema-object.ts';
import { pointerStep } from '../../schema/violation.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { Action } from './FieldFrame.tsx';
import { startValue } from './field-plan.ts';
import { type Place, useForm } from './form-scope.ts';
import { addEntry, removeEntry, renameEntry, replaceValue } from './json-edit.ts';
import type { GroupProps } from './ObjectFields.tsx';
import { ValueField } from './ValueField.tsx';

/** The entries whose names the reader chooses, and those that the description doesn't know. */
export function EntryFields(props: GroupProps & { readonly known: ReadonlySet<string> }): JSX.Element | null {
  const { place, plan, name, depth, known } = props;
  const form = useForm();
  const { announce } = useScene();
  const words = usePartText('form');
  const { node } = place;
  const object = node?.kind === 'object' ? node : undefined;
  const schema = entrySchema(plan.schema);
  const rows = (object?.entries ?? []).flatMap((entry, index) => (known.has(entry.key) ? [] : [{ entry, index }]));
  if (rows.length === 0 && schema === undefined) return null;
  const shape = schema ?? true;

  const add = (): void => {
    const key = freeName(object?.entries.map((entry) => entry.key) ?? []);
    const value = startValue(form.schemas, shape);
    if (object) form.edit(addEntry(form.text, object, key, value));
    else place.put(`{${JSON.stringify(key)}: ${value}}`);
    announce(fill(words.added, { name: key }));
    form.focus(place.path + pointerStep(key), 'name');
  };
  const remove = (index: number, key: string): void => {
    if (object) form.edit(removeEntry(form.text, object, index));
    announce(fill(words.removed, { name: showInvisibles(key) }));
    form.focus(place.path, 'add');
  };
  return (
    <>
      {known.size > 0 && rows.length > 0 && <p class="console-caption">{words.otherEntries}</p>}
      {rows.map(({ entry: { key, value }, index }) => (
        <ValueField
          key={index}
          place={entryPlace(form, place, key, value)}
          schema={shape}
          depth={depth + 1}
          label={key}
          isCode
          naming={
            <NameInput
              name={key}
              taken={object?.entries.map((one) => one.key) ?? []}
              onRename={(next) => object && form.edit(renameEntry(form.text, object, index, next))}
            />
          }
          actions={
            <Action
              mark="remove"
              label={fill(words.remove, { name: showInvisibles(key) })}
              act={() => remove(index, key)}
            />
          }
        />
      ))}
      {schema !== undefined && (
        <button
          type="button"
          class="console-link"
          data-mark="add"
          {...(depth > 0 ? { 'aria-label': fill(words.addEntryTo, { name }) } : {})}
          onClick={add}
        >
          {words.addEntry}
        </button>
      )}
    </>
  );
}

function NameInput(props: {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
}): JSX.Element {
  const { name, taken, onRename } = props;
  const words = usePartText('form');
  const [refused, setRefused] = useState<string>();
  return (
    <span class="form-name">
      <input
        type="text"
        data-mark="name"
        aria-label={words.entryName}
        {...(refused === undefined ? {} : { 'aria-invalid': 'true' as const })}
        spellcheck={false}
        autocomplete="off"
        dir="auto"
        value={refused ?? name}
        onInput={({ currentTarget: { value } }) => {
          const isTaken = value !== name && taken.includes(value);
          setRefused(isTaken ? value : undefined);
          if (!isTaken) onRename(value);
        }}
      />
      {refused !== undefined && (
        <span class="console-note is-error" role="status">
          {words.entryNameTaken}
        </span>
      )}
    </span>
  );
}

/** What an entry with any name is like. Patterns of names are never run: they come out of a description. */
function entrySchema(schema: SchemaObject): Schema | undefined {
  const { additionalProperties: others, unevaluatedProperties: rest, patternProperties = [], properties = [] } = schema;
  if (typeof others === 'object') return others;
  if (typeof rest === 'object') return rest;
  const [pattern] = patternProperties;
  if (pattern)
    return patternProperties.length === 1 ? pattern.schema : { anyOf: patternProperties.map((one) => one.schema) };
  if (others === true || rest === true) return true;
  return properties.length === 0 && others === undefined && rest === undefined ? true : undefined;
}

function entryPlace(form: ReturnType<typeof useForm>, parent: Place, key: string, node: JsonNode): Place {
  return {
    path: parent.path + pointerStep(key),
    node,
    put: (value) => form.edit(replaceValue(form.text, node, value)),
  };
}

function freeName(taken: readonly string[]): string {
  let number = 1;
  let name = 'name';
  for (; taken.includes(name); name = `name${number}`) number += 1;
  return name;
}

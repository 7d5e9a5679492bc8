/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import type { Schema, SchemaObject } from '../../model/schema-object.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { Action } from './FieldFrame.tsx';
import { startValue } from './field-plan.ts';
import { moveMemory, useForm } from './form-scope.ts';
import { addItem, moveItem, removeItem, replaceValue } from './json-edit.ts';
import type { GroupProps } from './ObjectFields.tsx';
import { ValueField } from './ValueField.tsx';

/** A longer list shows its items by and by. */
const SHOWN = 40;

/** The items of a list, each with its place among the others. */
export function ListFields({ place, plan, name, depth }: GroupProps): JSX.Element {
  const form = useForm();
  const { announce } = useScene();
  const words = usePartText('form');
  const [most, setMost] = useState(SHOWN);
  const list = place.node?.kind === 'array' ? place.node : undefined;
  const items = list?.items ?? [];
  const ids = useRef({ next: 0, all: [] as number[] });
  const { current } = ids;
  while (current.all.length < items.length) current.all.push(current.next++);
  current.all.length = items.length;
  const { schema } = plan;

  const nameOf = (index: number): string => fill(words.itemOf, { number: index + 1, name });
  const add = (): void => {
    const value = startValue(form.schemas, itemSchema(schema, items.length) ?? true);
    if (list) form.edit(addItem(form.text, list, value));
    else place.put(`[${value}]`);
    setMost(Math.max(most, items.length + 1));
    announce(fill(words.added, { name: nameOf(items.length) }));
    form.focus(`${place.path}/${items.length}`, 'control');
  };
  const remove = (index: number): void => {
    if (!list) return;
    current.all.splice(index, 1);
    moveMemory(form.memory, place.path, order(items.length).toSpliced(index, 1));
    form.edit(removeItem(form.text, list, index));
    announce(fill(words.removed, { name: nameOf(index) }));
    if (items.length === 1) form.focus(place.path, 'add');
    else form.focus(`${place.path}/${Math.min(index, items.length - 2)}`, 'remove');
  };
  const move = (from: number, to: number, mark: 'up' | 'down' | 'control'): void => {
    if (!list || to < 0 || to >= items.length) return;
    const moved = order(items.length);
    moved.splice(to, 0, ...moved.splice(from, 1));
    moveMemory(form.memory, place.path, moved);
    current.all.splice(to, 0, ...current.all.splice(from, 1));
    form.edit(moveItem(form.text, list, from, to));
    announce(fill(words.moved, { name: nameOf(from), number: to + 1, count: items.length }));
    form.focus(`${place.path}/${to}`, mark);
  };
  const canAdd = itemSchema(schema, items.length) !== undefined;
  return (
    <>
      {items.length > 0 && (
        <ol class="form-list">
          {items.slice(0, most).map((node, index) => (
            <li
              key={current.all[index]}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                // A choice opens with these keys.
                if (!event.altKey || step === 0 || event.target instanceof HTMLSelectElement) return;
                event.preventDefault();
                event.stopPropagation();
                move(index, index + step, 'control');
              }}
            >
              <ValueField
                place={{
                  path: `${place.path}/${index}`,
                  node,
                  put: (value) => form.edit(replaceValue(form.text, node, value)),
                }}
                schema={itemSchema(schema, index) ?? true}
                depth={depth + 1}
                label={fill(words.item, { number: index + 1 })}
                actions={
                  <>
                    <Action
                      mark="up"
                      label={fill(words.moveUp, { name: nameOf(index) })}
                      isOff={index === 0}
                      act={() => move(index, index - 1, 'up')}
                    />
                    <Action
                      mark="down"
                      label={fill(words.moveDown, { name: nameOf(index) })}
                      isOff={index === items.length - 1}
                      act={() => move(index, index + 1, 'down')}
                    />
                    <Action
                      mark="remove"
                      label={fill(words.remove, { name: nameOf(index) })}
                      act={() => remove(index)}
                    />
                  </>
                }
              />
            </li>
          ))}
        </ol>
      )}
      {items.length === 0 && <p class="console-caption">{words.noItems}</p>}
      {items.length > most && (
        <button type="button" class="console-link" onClick={() => setMost(most + SHOWN)}>
          {fill(words.showItems, { count: Math.min(SHOWN, items.length - most) })}
        </button>
      )}
      {canAdd && (
        <button
          type="button"
          class="console-link"
          data-mark="add"
          aria-label={fill(words.addItemTo, { name })}
          onClick={add}
        >
          {words.addItem}
        </button>
      )}
    </>
  );
}

function order(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** What the item at an index is like; nothing where there must be none. */
function itemSchema({ prefixItems = [], items, unevaluatedItems }: SchemaObject, index: number): Schema | undefined {
  const schema = prefixItems[index] ?? items ?? unevaluatedItems ?? true;
  return schema === false ? undefined : schema;
}

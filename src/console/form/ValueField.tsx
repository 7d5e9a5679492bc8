/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { type JsonNode, type JsonText, quoteJson } from '../../model/json-text.ts';
import type { Schema, Schemas } from '../../model/schema-object.ts';
import type { ControlProps } from '../fields/Field.tsx';
import { plainValue } from '../fields/parameter-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { type Branch, branchOfValue } from './choice.ts';
import { FieldFrame, type FieldHead } from './FieldFrame.tsx';
import { canShow, type FieldPlan, planField, startValue } from './field-plan.ts';
import { memoryKey, type Place, useForm } from './form-scope.ts';
import { sourceOf } from './json-edit.ts';
import { ListFields } from './ListFields.tsx';
import { ObjectFields } from './ObjectFields.tsx';
import { JsonInput, ScalarControl } from './ScalarControl.tsx';

interface ValueFieldProps extends FieldHead {
  readonly place: Place;
  readonly schema: Schema;
  /** How many groups it lies in; what lies deep is folded at first. */
  readonly depth: number;
  /** An example that stands beside the schema. */
  readonly example?: JsonText | undefined;
  /** Members that have fields elsewhere: the files of a form. */
  readonly without?: ReadonlySet<string>;
}

/** The field of any value: its choices, its control or the fields inside it. */
export function ValueField(props: ValueFieldProps): JSX.Element {
  const { place, schema, depth, example, without, ...head } = props;
  const form = useForm();
  const { text } = useScene();
  const words = usePartText('form');
  const { node } = place;
  const [chosen, setChosen] = useState(() => choose(form.schemas, schema, node, []));
  const whole = planField(form.schemas, schema);
  const steps = stepsOf(form.schemas, schema, chosen);
  const plan = steps.at(-1)?.inside ?? whole;
  const isNull = node?.kind === 'null' && plan.kind !== 'json' && plan.kind !== 'enum' && plan.kind !== 'boolean';
  const isGroup = plan.kind === 'object' || plan.kind === 'array';
  const fits = node === undefined || (isNull && whole.isNullable) || canShow(plan, node);
  const [isOpen, setOpen] = useState(depth < 2 || (depth < 4 && node !== undefined));
  const name = showInvisibles(head.label);

  const pick = (level: number, index: number): void => {
    const branches = steps[level]?.plan.branches ?? [];
    const before = chosen[level] ?? 0;
    if (node) form.memory.set(memoryKey(place.path, `${level}/${before}`), sourceOf(form.text, node));
    const kept = form.memory.get(memoryKey(place.path, `${level}/${index}`));
    const branch = branches[index];
    if (!branch) return;
    const next = planField(form.schemas, branch.schema);
    setChosen(choose(form.schemas, schema, undefined, [...chosen.slice(0, level), index]));
    if (kept !== undefined) place.put(kept);
    else if (node) place.put(carry(form.schemas, next, branch, node, form.text));
  };
  const sayNull = (isWanted: boolean): void => {
    const key = memoryKey(place.path, 'null');
    if (isWanted && node) form.memory.set(key, sourceOf(form.text, node));
    place.put(
      isWanted ? 'null' : (form.memory.get(key) ?? startValue(form.schemas, steps.at(-1)?.branch.schema ?? schema)),
    );
  };

  const pickers = steps.flatMap(({ plan: { branches } }, level) =>
    branches.length < 2 ? (
      []
    ) : (
      <select
        key={level}
        class="form-picker"
        aria-label={fill(words.variant, { name })}
        value={String(chosen[level] ?? 0)}
        onChange={(event) => pick(level, Number(event.currentTarget.value))}
      >
        {branches.map(({ title }, index) => (
          <option key={title} value={String(index)}>
            {showInvisibles(title)}
          </option>
        ))}
      </select>
    ),
  );
  const placeholder = placeholderOf(plan, example, text);
  const hasNull = whole.isNullable && plan.kind !== 'json' && plan.kind !== 'enum' && plan.kind !== 'boolean';
  return (
    <FieldFrame
      {...head}
      place={place}
      plan={{ ...plan, schema: described(whole, plan) }}
      isGroup={isGroup && !isNull && fits}
      toggle={isGroup && !isNull && fits && depth > 0 ? { isOpen, flip: () => setOpen(!isOpen) } : undefined}
      note={fits ? undefined : words.notShown}
      control={(field) => (
        <>
          {(pickers.length > 0 || hasNull) && (
            <div class="form-row">
              {pickers}
              {hasNull && (
                <label class="form-check">
                  <input
                    type="checkbox"
                    aria-label={fill(words.sayNull, { name })}
                    checked={node?.kind === 'null'}
                    onChange={(event) => sayNull(event.currentTarget.checked)}
                  />
                  <span aria-hidden="true">{words.nullChoice}</span>
                </label>
              )}
            </div>
          )}
          {isNull && fits ? (
            <input {...field} data-mark="control" type="text" value="null" disabled />
          ) : (
            <Inside {...{ place, plan, field, placeholder, name, depth, fits, without }} key={chosen.join()} />
          )}
        </>
      )}
    />
  );
}

interface InsideProps {
  readonly place: Place;
  readonly plan: FieldPlan;
  readonly field: ControlProps;
  readonly placeholder: string;
  readonly name: string;
  readonly depth: number;
  readonly fits: boolean;
  readonly without: ReadonlySet<string> | undefined;
}

function Inside(props: InsideProps): JSX.Element {
  const { place, plan, field, placeholder, name, depth, fits, without } = props;
  if (!fits) return <JsonInput {...{ place, field, name, placeholder }} />;
  if (plan.kind === 'object')
    return <ObjectFields {...{ place, plan, name, depth }} {...(without ? { without } : {})} />;
  if (plan.kind === 'array') return <ListFields {...{ place, plan, name, depth }} />;
  return <ScalarControl {...{ place, plan, field, placeholder, name }} />;
}

/** One choice after another, from what the schema says to what is filled in. */
interface Step {
  readonly plan: FieldPlan;
  readonly branch: Branch;
  readonly inside: FieldPlan;
}

/** Choices inside choices; a description that goes round in circles ends here. */
const MOST_STEPS = 6;

function stepsOf(schemas: Schemas, schema: Schema, chosen: readonly number[]): Step[] {
  const steps: Step[] = [];
  let plan = planField(schemas, schema);
  while (plan.branches.length > 0 && steps.length < MOST_STEPS) {
    const branch = plan.branches[chosen[steps.length] ?? 0] ?? plan.branches[0];
    if (!branch) break;
    const inside = planField(schemas, branch.schema);
    steps.push({ plan, branch, inside });
    plan = inside;
  }
  return steps;
}

/** The branches that a value has, after those that are chosen already. */
function choose(schemas: Schemas, schema: Schema, node: JsonNode | undefined, before: readonly number[]): number[] {
  const chosen = [...before];
  const value = node?.kind === 'null' ? undefined : node;
  for (;;) {
    const steps = stepsOf(schemas, schema, chosen);
    const open = steps[chosen.length];
    if (!open) return chosen;
    chosen.push(branchOfValue(schemas, open.plan.branches, value));
  }
}

/** What a branch that was never chosen begins with: of the members of the last one, those that it has too. */
function carry(schemas: Schemas, next: FieldPlan, branch: Branch, node: JsonNode, text: JsonText): JsonText {
  const start = startValue(schemas, branch.schema);
  if (next.kind !== 'object' || node.kind !== 'object') return start;
  const properties = next.schema.properties ?? [];
  const entries = node.entries.filter(({ key }) => {
    const known = properties.find(({ name }) => name === key);
    return known !== undefined && planField(schemas, known.schema).kind !== 'constant' && key !== branch.tags?.property;
  });
  const kept = entries.map(({ key, value }) => `${quoteJson(key)}: ${sourceOf(text, value)}`);
  const own = start === '{}' ? [] : [start.slice(1, -1)];
  return `{${[...own, ...kept].join(', ')}}`;
}

/** What is said of the value as a whole comes before what its branch says. */
function described(whole: FieldPlan, plan: FieldPlan): FieldPlan['schema'] {
  const { description, deprecated } = whole.schema;
  return {
    ...plan.schema,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function placeholderOf(
  { schema }: FieldPlan,
  example: JsonText | undefined,
  text: { readonly defaultValue: string; readonly exampleValue: string },
): string {
  if (schema.default !== undefined) return fill(text.defaultValue, { value: plainValue(schema.default) });
  const shown = example ?? schema.examples?.[0];
  return shown === undefined ? '' : fill(text.exampleValue, { value: plainValue(shown) });
}

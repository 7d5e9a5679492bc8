import { compactJson, type JsonText, parseJson, quoteJson } from '../../model/json-text.ts';
import type { Schema, SchemaObject, Schemas } from '../../model/schema-object.ts';
import { shortText } from '../fields/short-text.ts';
import { type FieldPlan, planField, startValue } from '../form/field-plan.ts';
import { type CaretContext, type CaretStep, caretContext, type OpenContainer } from './caret-context.ts';

/** One thing that can be written at the caret. */
export interface Suggestion {
  readonly label: string;
  /** The type of what a name stands for; empty for a value. */
  readonly type: string;
  /** The first sentence of what the description says of it. */
  readonly description: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  /** What to write from `start` to `end` of the text. */
  readonly insert: string;
  /** Where the caret goes, counted from the start of `insert`. */
  readonly caret: number;
}

export interface Suggestions {
  readonly start: number;
  readonly end: number;
  readonly list: readonly Suggestion[];
}

/** What the caret is at: the nearest name that the description knows. */
export interface About {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const MOST = 200;

/**
 * What the description offers where the caret stands: names that aren't there yet, listed values, examples.
 *
 * @param caret - in UTF-16 units
 * @returns an empty list where it has nothing to say
 */
export function suggest(schemas: Schemas, schema: Schema, text: string, caret: number): Suggestions {
  const context = caretContext(text, caret);
  if (!context) return { start: caret, end: caret, list: [] };
  const { start, end, place, typed } = context;
  const plans = plansAt(schemas, schema, context.steps, place === 'name');
  const all =
    place === 'name' ? nameSuggestions(schemas, plans, context, text) : valueSuggestions(schemas, plans, context);
  return { start, end, list: matching(all, typed).slice(0, MOST) };
}

/** What the description says of the member that the caret is in. */
export function aboutCaret(schemas: Schemas, schema: Schema, text: string, caret: number): About | undefined {
  // Right behind a string its member is meant still.
  const context = caretContext(text, caret) ?? caretContext(text, caret - 1);
  if (!context) return undefined;
  const { steps, place } = context;
  if (place === 'name') {
    const name = context.typed + (context.hasColon ? restOfName(text, context, caret) : '');
    return describe(schemas, plansAt(schemas, schema, steps, true), name);
  }
  for (let depth = steps.length - 1; depth >= 0; depth -= 1) {
    const key = steps[depth]?.key;
    const found =
      key !== undefined && describe(schemas, plansAt(schemas, schema, steps.slice(0, depth + 1), true), key);
    if (found) return found;
  }
  return undefined;
}

function restOfName(text: string, { end }: CaretContext, caret: number): string {
  return text.slice(caret, end).replace(/"$/, '');
}

function describe(schemas: Schemas, plans: readonly FieldPlan[], name: string): About | undefined {
  for (const { schema } of plans) {
    const property = schema.properties?.find((one) => one.name === name);
    if (!property) continue;
    const plan = planField(schemas, property.schema);
    return { name, type: typeWords(plan), description: shortText(plan.schema.description ?? plan.schema.title) };
  }
  return undefined;
}

/** @param isParent - stops at the last container instead of going into it */
function plansAt(schemas: Schemas, schema: Schema, steps: readonly CaretStep[], isParent: boolean): FieldPlan[] {
  let here: readonly Schema[] = [schema];
  for (const [depth, step] of steps.entries()) {
    const plans = here.flatMap((one) => alternatives(schemas, one, step.container));
    if (isParent && depth === steps.length - 1) return plans;
    here = plans.flatMap(({ schema: said }) => childSchemas(said, step));
    if (here.length > MOST) here = here.slice(0, MOST);
  }
  return here.flatMap((one) => alternatives(schemas, one, undefined));
}

/** The forms that a value may have: all branches, less those that its single values rule out. */
function alternatives(schemas: Schemas, schema: Schema, container: OpenContainer | undefined, depth = 0): FieldPlan[] {
  const plan = planField(schemas, schema);
  const all =
    plan.branches.length === 0 || depth > 5
      ? [plan]
      : plan.branches.flatMap((branch) => alternatives(schemas, branch.schema, container, depth + 1));
  if (!container) return all;
  const shaped = all.filter(({ kind }) => kind === container.kind || kind === 'json');
  const fitting = shaped.filter(({ schema: said }) => agrees(schemas, said, container));
  return fitting.length > 0 ? fitting : shaped;
}

function agrees(schemas: Schemas, { properties = [] }: SchemaObject, { scalars }: OpenContainer): boolean {
  return [...scalars].every(([name, value]) => {
    const property = properties.find((one) => one.name === name);
    const said = property && planField(schemas, property.schema).schema;
    const allowed = said?.const === undefined ? said?.enum : [said.const];
    return !allowed || allowed.map(compactJson).includes(compactJson(value));
  });
}

function childSchemas(schema: SchemaObject, { container, key, index }: CaretStep): Schema[] {
  if (container.kind === 'array') {
    const item = schema.prefixItems?.[index] ?? schema.items;
    return item === undefined ? [] : [item];
  }
  const property = schema.properties?.find(({ name }) => name === key);
  if (property) return [property.schema];
  const { additionalProperties: others, patternProperties = [] } = schema;
  return typeof others === 'object' ? [others] : patternProperties.map((one) => one.schema);
}

function nameSuggestions(
  schemas: Schemas,
  plans: readonly FieldPlan[],
  { steps, hasColon, end }: CaretContext,
  text: string,
): Suggestion[] {
  const present = new Set(steps.at(-1)?.container.names);
  const found = new Map<string, Suggestion>();
  const isLast = !/^\s*"/.test(text.slice(end));
  for (const { schema } of plans) {
    for (const { name, schema: property } of schema.properties ?? []) {
      const plan = planField(schemas, property);
      if (present.has(name) || found.has(name) || plan.schema.readOnly) continue;
      const isRequired = schema.required?.includes(name) ?? false;
      const value = hasColon ? { written: '', caret: 0 } : valueStart(schemas, plan);
      const before = hasColon ? quoteJson(name) : `${quoteJson(name)}: `;
      found.set(name, {
        label: name,
        type: typeWords(plan),
        description: shortText(plan.schema.description ?? plan.schema.title),
        isRequired,
        isDeprecated: plan.schema.deprecated ?? false,
        insert: before + value.written + (hasColon || isLast ? '' : ','),
        caret: before.length + value.caret,
      });
    }
  }
  const all = [...found.values()];
  return [...all.filter((one) => one.isRequired), ...all.filter((one) => !one.isRequired)];
}

/** What a value begins as, and where the caret goes in it. What is chosen from a list is left to the next suggestion. */
function valueStart(schemas: Schemas, plan: FieldPlan): { written: string; caret: number } {
  if (plan.branches.length > 1) return { written: '', caret: 0 };
  switch (plan.kind) {
    case 'constant': {
      const written = plan.schema.const ?? '';
      return { written, caret: written.length };
    }
    case 'enum':
    case 'boolean':
    case 'number':
    case 'json':
      return { written: '', caret: 0 };
    default: {
      const written = startValue(schemas, plan.branches[0]?.schema ?? plan.schema);
      return { written, caret: written.length > 2 ? written.length - 1 : 1 };
    }
  }
}

function valueSuggestions(schemas: Schemas, plans: readonly FieldPlan[], { isQuoted }: CaretContext): Suggestion[] {
  const found = new Map<JsonText, Suggestion>();
  const add = (value: JsonText, said = '', caret = value.length): void => {
    if (found.has(value) || (isQuoted && value[0] !== '"')) return;
    const plain = parseJson(value);
    const label = plain.kind === 'string' && plain.value !== '' ? plain.value : value;
    found.set(value, {
      ...{ label, type: '', description: said, isRequired: false, isDeprecated: false },
      ...{ insert: value, caret },
    });
  };
  for (const plan of plans) {
    const { schema, kind, isNullable } = plan;
    for (const value of listed(plan)) {
      const said = schema.enumDescriptions?.find((one) => one.value === value);
      add(compactJson(value), said?.name ?? shortText(said?.description));
    }
    if (kind === 'boolean') for (const value of ['true', 'false']) add(value);
    if (kind === 'object' || kind === 'array') {
      const start = startValue(schemas, schema);
      add(start, schema.title ?? '', start.length > 2 ? start.length - 1 : 1);
    }
    if (kind !== 'object' && kind !== 'array') {
      for (const value of [schema.default, ...(schema.examples ?? [])])
        if (value !== undefined) add(compactJson(value));
    }
    if (isNullable) add('null');
  }
  return [...found.values()];
}

function listed({ schema }: FieldPlan): readonly JsonText[] {
  return schema.const === undefined ? (schema.enum ?? []) : [schema.const];
}

/** Those that begin with what is typed, then those that hold it. */
function matching(all: readonly Suggestion[], typed: string): Suggestion[] {
  const sought = typed.toLowerCase();
  const begins = all.filter(({ label }) => label.toLowerCase().startsWith(sought));
  const holds = all.filter(({ label }) => {
    const at = label.toLowerCase().indexOf(sought);
    return at > 0;
  });
  return [...begins, ...holds];
}

function typeWords({ schema, kind }: FieldPlan): string {
  return (schema.types ?? (kind === 'object' || kind === 'array' ? [kind] : [])).join(' | ');
}

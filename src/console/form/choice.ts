import { type JsonNode, quoteJson } from '../../model/json-text.ts';
import type { Discriminator, Schema, SchemaId, SchemaObject, Schemas, SchemaType } from '../../model/schema-object.ts';
import { componentName, discriminatorValues } from '../../schema/discriminator.ts';
import { type MergedSchema, mergeSchema } from '../../schema/merge.ts';
import { referenceOf } from '../../schema/reference-of.ts';
import { validateJson } from '../../schema/validate.ts';

/** One of several forms that a value may have. */
export interface Branch {
  /** Empty where the author gave it none. */
  readonly title: string;
  /** Everything that holds once it is chosen: what stands around the choice, and the branch. */
  readonly schema: Schema;
  /** The values of the discriminator's property that mean this branch. */
  readonly tags?: { readonly property: string; readonly values: readonly string[] };
  /** The type that it is about, where the choice is between types. */
  readonly type?: SchemaType;
}

const known = new WeakMap<MergedSchema, readonly Branch[]>();

/**
 * The forms that a value may have: the branches of its first `oneOf` or `anyOf`, the heirs that its discriminator
 * names, or its types. Choices inside a branch are found when the branch is looked at.
 *
 * @returns empty where there is nothing to choose; a single branch where `null` is the other one
 */
export function branchesOf(schemas: Schemas, merged: MergedSchema): readonly Branch[] {
  const found = known.get(merged) ?? findBranches(schemas, merged);
  known.set(merged, found);
  return found;
}

function findBranches(schemas: Schemas, merged: MergedSchema): readonly Branch[] {
  const parts = [merged.schema, ...merged.more.map(({ schema }) => schema)];
  for (const [index, part] of parts.entries()) {
    for (const kind of ['oneOf', 'anyOf'] as const) {
      const { [kind]: branches, discriminator, ...rest } = part;
      if (!branches || branches.every(saysNothingToFill)) continue;
      const others = parts.toSpliced(index, 1, rest);
      const real = branches.filter((branch) => !isNull(branch));
      return numbered(real.map((branch) => branchOf(others, branch, discriminator)));
    }
    const { discriminator, ...rest } = part;
    if (discriminator && discriminator.mapping.length > 1 && !isSettled(schemas, merged, discriminator)) {
      const heirs = [...new Set(discriminator.mapping.map(({ ref }) => ref))].filter((ref) => ref in schemas);
      if (heirs.length < 2) continue;
      return numbered(heirs.map((ref) => branchOf(parts.toSpliced(index, 1, rest), { ref }, discriminator)));
    }
  }
  return typeBranches(parts);
}

function branchOf(around: readonly SchemaObject[], branch: Schema, discriminator: Discriminator | undefined): Branch {
  const id = referenceOf(branch);
  const values = discriminator && id !== undefined ? discriminatorValues(discriminator, id) : [];
  const property = discriminator?.propertyName ?? '';
  const tag = values.length > 0 ? [tagSchema(property, values)] : [];
  return {
    title: titleOf(branch, id),
    schema: { allOf: [...around, branch, ...tag] },
    ...(values.length > 0 ? { tags: { property, values } } : {}),
  };
}

/** What the discriminator asks of its property once a branch is chosen. */
function tagSchema(property: string, values: readonly string[]): SchemaObject {
  const [only = ''] = values;
  const allowed = values.length === 1 ? { const: quoteJson(only) } : { enum: values.map(quoteJson) };
  return { properties: [{ name: property, schema: allowed }], required: [property] };
}

/** A branch that was chosen says the value itself; asking again would go round in circles. */
function isSettled(schemas: Schemas, { schema }: MergedSchema, { propertyName }: Discriminator): boolean {
  const property = schema.properties?.find(({ name }) => name === propertyName)?.schema;
  if (property === undefined) return false;
  const { schema: said } = mergeSchema(schemas, property);
  return said.const !== undefined || said.enum?.length === 1;
}

function titleOf(branch: Schema, id: SchemaId | undefined): string {
  if (typeof branch === 'boolean') return '';
  if (branch.title !== undefined) return branch.title;
  if (id !== undefined) return componentName(id);
  if (branch.const !== undefined) return branch.const;
  return (branch.types ?? []).join(' / ');
}

function numbered(branches: readonly Branch[]): readonly Branch[] {
  const titles = branches.map(({ title }) => title);
  return branches.map((branch, index) => {
    const isTaken = titles.indexOf(branch.title) !== titles.lastIndexOf(branch.title);
    return branch.title === '' || isTaken ? { ...branch, title: `${branch.title} ${index + 1}`.trim() } : branch;
  });
}

/** `anyOf: [{required: [a]}, {required: [b]}]` asks for fields that are there anyhow. */
function saysNothingToFill(branch: Schema): boolean {
  if (typeof branch === 'boolean') return true;
  return Object.keys(branch).every((key) => ['required', 'not', 'title', 'description', 'source'].includes(key));
}

function isNull(branch: Schema): boolean {
  return typeof branch === 'object' && branch.types?.length === 1 && branch.types[0] === 'null';
}

function typeBranches(parts: readonly SchemaObject[]): readonly Branch[] {
  const [first = {}, ...others] = parts;
  const types = (first.types ?? []).filter((type) => type !== 'null');
  const isListed = parts.some((part) => part.enum !== undefined || part.const !== undefined);
  const kinds = types.filter((type) => type !== 'integer' || !types.includes('number'));
  if (isListed || kinds.length < 2) return [];
  return kinds.map((type) => ({ title: type, type, schema: { allOf: [...others, { ...first, types: [type] }] } }));
}

/** The branch that a value has, as far as its discriminator, its type or what it breaks tells; the first without one. */
export function branchOfValue(schemas: Schemas, branches: readonly Branch[], node: JsonNode | undefined): number {
  if (!node) return 0;
  const tagged = branches.findIndex(({ tags }) => {
    const value =
      node.kind === 'object' ? node.entries.findLast(({ key }) => key === tags?.property)?.value : undefined;
    return value?.kind === 'string' && tags?.values.includes(value.value);
  });
  if (tagged >= 0) return tagged;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { schema }] of branches.entries()) {
    const budget = { left: 50_000 };
    const violations = validateJson(schemas, schema, node, { direction: 'request', limit: 20, budget });
    // What has another type, or another constant, was not meant.
    const weight = violations.reduce((sum, { code, instancePath }) => {
      return sum + (code === 'type' && instancePath === '' ? 1000 : code === 'const' ? 50 : 1);
    }, 0);
    if (weight < least) {
      best = index;
      least = weight;
    }
  }
  return best;
}

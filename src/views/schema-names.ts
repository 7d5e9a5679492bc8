import type { Schema, SchemaId, Schemas } from '../model/schema-object.ts';
import { componentName } from '../schema/discriminator.ts';
import { shortHash, uniqueSlugs } from './slugs.ts';

/** A schema with a page of its own. */
export interface NamedSchema {
  readonly id: SchemaId;
  readonly name: string;
  readonly slug: string;
}

/**
 * Names every schema that others refer to: a page that stops at one has to lead somewhere.
 *
 * @returns in the order of `schemas`
 */
export function nameSchemas(schemas: Schemas): NamedSchema[] {
  const names = Object.entries(schemas).map(([id, schema]) => ({ id, name: schemaName(id, schema) }));
  const slugs = uniqueSlugs(names.map(({ id, name }) => ({ key: id, name, identity: id })));
  return names.map(({ id, name }) => ({ id, name, slug: slugs.get(id) ?? shortHash(id) }));
}

/** Steps of a pointer that say where a schema stands and nothing of what it is. */
const STRUCTURE: ReadonlySet<string> = new Set(
  `paths components schemas responses parameters requestBodies headers callbacks pathItems mediaTypes requestBody
  schema itemSchema content properties items prefixItems allOf anyOf oneOf not additionalProperties patternProperties
  definitions $defs contains if then else dependentSchemas propertyNames contentSchema unevaluatedItems
  unevaluatedProperties encoding webhooks`.split(/\s+/),
);
/** The steps after which a name stands that the author chose for a schema. */
const NAMED_AFTER: ReadonlySet<string> = new Set(['schemas', 'definitions', '$defs', 'properties']);

/**
 * What to call a schema: `#/components/schemas/Pet` → `Pet`; a part of something else goes by its title, a whole
 * file by the file's name, and what has neither by the way to it: `GET /pets 200`.
 */
export function schemaName(id: SchemaId, schema: Schema | undefined): string {
  const hash = id.indexOf('#');
  const [file, pointer] = hash < 0 ? [id, ''] : [id.slice(0, hash), id.slice(hash + 1)];
  const steps = pointer.split('/').slice(1).map(componentName);
  const last = steps.at(-1);
  const before = steps.at(-2) ?? '';
  const isComponent = steps.length === 3 && steps[0] === 'components' && before === 'schemas';
  if (last && (isComponent || before === 'definitions' || before === '$defs')) return last;
  const title = typeof schema === 'object' ? schema.title?.trim() : undefined;
  if (title) return title;
  if (last && (NAMED_AFTER.has(before) || (steps.length === 1 && !STRUCTURE.has(last)))) return last;
  if (last === undefined) return pointer || componentName(file).replace(/\.[^.]*$/, '') || id;
  return wayTo(steps) || last || id;
}

const METHOD = /^(get|put|post|delete|options|head|patch|trace|query)$/;

function wayTo(steps: readonly string[]): string {
  const [place, path = '', method = '', ...rest] = steps;
  const isOperation = place === 'paths' && METHOD.test(method);
  return (isOperation ? [method, path, ...rest] : steps)
    .filter(
      (step, index, all) => !(STRUCTURE.has(step) && all[index - 1] !== 'properties') && all[index - 1] !== 'content',
    )
    .map((step) => (METHOD.test(step) ? step.toUpperCase() : step))
    .join(' ');
}

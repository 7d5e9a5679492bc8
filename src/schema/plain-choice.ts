import type { EnumDescription, Schema, SchemaObject } from '../model/schema-object.ts';

/** A schema whose `oneOf` or `anyOf` was another way to write something simpler. */
export interface PlainSchema {
  readonly schema: SchemaObject;
  /** `null` fits too. */
  readonly isNullable: boolean;
}

/**
 * Reads a choice that is none: `X or null`, as OpenAPI 3.1 writes what was `nullable`, and a list of constants
 * with a title and a description each, which is an `enum` that says what its values mean.
 */
export function withoutPlainChoice(schema: SchemaObject): PlainSchema {
  for (const kind of ['oneOf', 'anyOf'] as const) {
    const { [kind]: branches, ...own } = schema;
    if (!branches || own.discriminator) continue;
    const others = branches.filter((branch) => !isNull(branch));
    const isNullable = others.length < branches.length;
    if (isNullable && own.types && !own.types.includes('null')) continue;
    const [only] = others;
    if (isNullable && others.length === 1 && only !== undefined) {
      return { schema: { ...own, allOf: [...(own.allOf ?? []), only] }, isNullable };
    }
    const listed = others.length > 1 && !own.enum && own.const === undefined ? constants(others) : undefined;
    if (listed) return { schema: { ...own, ...listed, ...(own.types ? { types: own.types } : {}) }, isNullable };
  }
  return { schema, isNullable: false };
}

const BARE: ReadonlySet<string> = new Set(['types', 'const', 'enum', 'source']);

function isNull(schema: Schema): boolean {
  if (typeof schema === 'boolean' || !Object.keys(schema).every((key) => BARE.has(key))) return false;
  const { types = [], enum: values = [] } = schema;
  return schema.const === 'null' || (types.length === 1 && types[0] === 'null') || values.join() === 'null';
}

const DESCRIBED: ReadonlySet<string> = new Set([...BARE, 'title', 'description', 'format']);

function constants(branches: readonly Schema[]): Pick<SchemaObject, 'types' | 'enum' | 'enumDescriptions'> | undefined {
  const types = new Set<NonNullable<SchemaObject['types']>[number]>();
  const values: EnumDescription[] = [];
  for (const branch of branches) {
    if (typeof branch === 'boolean' || !Object.keys(branch).every((key) => DESCRIBED.has(key))) return undefined;
    const value = branch.const ?? (branch.enum?.length === 1 ? branch.enum[0] : undefined);
    if (value === undefined) return undefined;
    for (const type of branch.types ?? []) types.add(type);
    const { title, description } = branch;
    values.push({
      value,
      ...(title === undefined ? {} : { name: title }),
      ...(description === undefined ? {} : { description }),
    });
  }
  return {
    ...(types.size > 0 ? { types: [...types] } : {}),
    enum: values.map((one) => one.value),
    enumDescriptions: values.filter((one) => one.name !== undefined || one.description !== undefined),
  };
}

import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import { compactJson, type JsonText, parseJson, quoteJson } from '../../model/json-text.ts';
import type { Operation } from '../../model/operation.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Schema, Schemas, SchemaType } from '../../model/schema-object.ts';
import { parameterExample } from '../../request/defaults.ts';
import type { ParameterValue } from '../../request/values.ts';
import { mergeSchema } from '../../schema/merge.ts';
import { typeOfValue } from '../../schema/validate-value.ts';
import { UsageError } from '../command.ts';
import { suggest } from '../suggest.ts';

/**
 * Reads what was given with `--param`.
 *
 * @param given - `name=value` each; `in:name=value` where two parameters have one name
 * @returns in the order given
 * @throws UsageError on a name that the operation doesn't have, and on a value that has to be JSON and isn't
 */
export function readParameters(api: Api, operation: Operation, given: readonly string[]): ParameterValue[] {
  const seen = new Set<Parameter>();
  return given.map((text) => {
    const { parameter, value } = splitGiven(operation, text);
    const name = visibleText(parameter.name);
    if (seen.has(parameter)) throw new UsageError(`--param ${name} is given twice.`);
    seen.add(parameter);
    return { in: parameter.in, name: parameter.name, value: readValue(api, parameter, value) };
  });
}

/** A name may hold an equals sign itself, so the longest that fits is meant. */
function splitGiven(operation: Operation, text: string): { parameter: Parameter; value: string } {
  const fits = (parameter: Parameter): string[] =>
    namesOf(operation, parameter).filter((name) => startsWith(text, `${name}=`, parameter.in === 'header'));
  const longest = operation.parameters
    .flatMap((parameter) => fits(parameter).map((name) => ({ parameter, length: name.length })))
    .toSorted((a, b) => b.length - a.length)[0];
  if (longest) return { parameter: longest.parameter, value: text.slice(longest.length + 1) };
  const equals = text.indexOf('=');
  if (equals < 0) throw new UsageError(`--param takes name=value, found "${visibleText(text)}".`);
  const name = text.slice(0, equals);
  const same = operation.parameters.filter((parameter) => parameter.name === name);
  if (same.length > 0) {
    const ways = same.map((parameter) => visibleText(`${parameter.in}:${parameter.name}`)).join(' or ');
    throw new UsageError(`The operation has ${same.length} parameters "${visibleText(name)}": write ${ways}.`);
  }
  const names = operation.parameters.flatMap((parameter) => namesOf(operation, parameter)[0] ?? []);
  throw new UsageError(`The operation has no parameter "${visibleText(name)}".${suggest(name, names, 'parameters')}`);
}

/** What a parameter can be called here, the shortest first: its bare name only where no other has it. */
function namesOf({ parameters }: Operation, { in: place, name }: Parameter): string[] {
  const alone = parameters.filter((other) => other.name === name).length === 1;
  return [...(alone ? [name] : []), `${place}:${name}`];
}

/** Names of headers know no case. */
function startsWith(text: string, start: string, anyCase: boolean): boolean {
  const same = text.slice(0, start.length);
  return anyCase ? same.toLowerCase() === start.toLowerCase() : same === start;
}

/** The text as it is where that may be meant, else JSON. */
function readValue(api: Api, parameter: Parameter, text: string): JsonText {
  const types = typesOf(api.schemas, parameter.schema ?? parameter.content?.schema ?? true);
  const node = parseJson(text);
  if (!types || types.has('string')) {
    const isStructure = (node.kind === 'array' || node.kind === 'object') && (!types || types.has(node.kind));
    return isStructure ? text : quoteJson(text);
  }
  if (node.kind !== 'problem') return text;
  const example = compactJson(parameterExample(api, parameter));
  throw new UsageError(
    `--param ${visibleText(parameter.name)} takes JSON of type ${[...types].join(' or ')}` +
      `${example.length <= 60 ? `, such as ${visibleText(example)}` : ''}, found "${visibleText(text)}".`,
  );
}

/** The types a value can have; nothing where the description leaves that open. */
function typesOf(schemas: Schemas, schema: Schema, depth = 0): ReadonlySet<SchemaType> | undefined {
  const merged = mergeSchema(schemas, schema).schema;
  if (merged.types) return new Set(merged.types);
  const listed = merged.const === undefined ? merged.enum : [merged.const];
  if (listed) {
    const nodes = listed.map((value) => parseJson(value));
    return new Set(nodes.flatMap((node) => (node.kind === 'problem' ? [] : typeOfValue(node))));
  }
  const branches = merged.oneOf ?? merged.anyOf;
  if (branches && depth < 4) {
    const all = branches.map((branch) => typesOf(schemas, branch, depth + 1));
    return all.every((types) => types !== undefined) ? new Set(all.flatMap((types) => [...types])) : undefined;
  }
  if (merged.items !== undefined || merged.prefixItems) return new Set(['array']);
  return merged.properties ? new Set(['object']) : undefined;
}

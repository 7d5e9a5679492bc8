import { printJson } from '../../model/json-text.ts';
import type { EnumDescription } from '../../model/schema-object.ts';
import { child, items, type Spot, scalarText, step, textAt } from '../spot.ts';
import { present } from './context.ts';

/** What tells of each value, by extension: a list in the order of the values, or a map by their text. */
const DESCRIPTIONS = ['x-enumDescriptions', 'x-enum-descriptions'];
const NAMES = ['x-enum-varnames', 'x-enumNames', 'x-enum-names'];

function toldBy(schema: Spot, extensions: readonly string[], value: Spot, index: number): string | undefined {
  for (const extension of extensions) {
    const told = child(schema, extension);
    const found =
      told && (told.node.kind === 'array' ? step(told, String(index)) : step(told, scalarText(value) ?? ''));
    const text = found && scalarText(found);
    if (text) return text;
  }
  return undefined;
}

/** Azure's `x-ms-enum`: a list of objects that hold their value. */
function azureEntry(schema: Spot, value: Spot): Spot | undefined {
  const extension = child(schema, 'x-ms-enum');
  const list = extension && child(extension, 'values');
  return list && items(list).find((entry) => textAt(entry, 'value') === scalarText(value));
}

/** The names and meanings that extensions give to the values of an `enum`; nothing where there are none. */
export function describeEnum(schema: Spot): EnumDescription[] | undefined {
  const values = child(schema, 'enum');
  const described = (values ? items(values) : []).flatMap((value, index): EnumDescription[] => {
    const azure = azureEntry(schema, value);
    const name = toldBy(schema, NAMES, value, index) ?? (azure && textAt(azure, 'name'));
    const description = toldBy(schema, DESCRIPTIONS, value, index) ?? (azure && textAt(azure, 'description'));
    if (name === undefined && description === undefined) return [];
    return [present({ value: printJson(value.node), name, description })];
  });
  return described.length > 0 ? described : undefined;
}

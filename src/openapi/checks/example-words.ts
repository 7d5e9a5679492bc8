import { parsePointer } from '../../model/json-pointer.ts';
import type { SchemaViolation, ViolationCode } from '../../schema/violation.ts';
import { type Spot, step } from '../spot.ts';

type Values = { readonly [name: string]: string };

/** What a schema wants, after the name of what differs. */
const WANTED: { readonly [Code in ViolationCode]: (values: Values) => string } = {
  'not-json': () => 'is no JSON',
  never: () => 'is not allowed here',
  type: ({ expected, value }) => `has to be of the type ${expected}, but it is ${value}`,
  const: ({ expected, found }) => `has to be ${expected}, but it is ${found}`,
  enum: ({ expected, found }) => `has to be one of ${expected}, but it is ${found}`,
  minimum: ({ limit, found }) => `has to be at least ${limit}, but it is ${found}`,
  maximum: ({ limit, found }) => `has to be at most ${limit}, but it is ${found}`,
  'exclusive-minimum': ({ limit, found }) => `has to be greater than ${limit}, but it is ${found}`,
  'exclusive-maximum': ({ limit, found }) => `has to be less than ${limit}, but it is ${found}`,
  'multiple-of': ({ limit, found }) => `has to be a multiple of ${limit}, but it is ${found}`,
  'too-short': ({ limit, count }) => `needs at least ${limit} characters, but it has ${count}`,
  'too-long': ({ limit, count }) => `may have at most ${limit} characters, but it has ${count}`,
  pattern: ({ pattern, found }) => `has to match ${pattern}, but it is ${found}`,
  'too-few-items': ({ limit, count }) => `needs at least ${limit} items, but it has ${count}`,
  'too-many-items': ({ limit, count }) => `may have at most ${limit} items, but it has ${count}`,
  'item-repeated': ({ first, second }) => `may not hold an item twice, but those at ${first} and ${second} are equal`,
  'item-unknown': () => 'is one item more than the schema allows',
  'too-few-contained': ({ limit, count }) => `needs at least ${limit} items of a kind, but it has ${count}`,
  'too-many-contained': ({ limit, count }) => `may have at most ${limit} items of a kind, but it has ${count}`,
  required: ({ name }) => `lacks the property "${name}", which is required`,
  'dependent-required': ({ name, because }) => `lacks the property "${name}", which is required with "${because}"`,
  'too-few-properties': ({ limit, count }) => `needs at least ${limit} properties, but it has ${count}`,
  'too-many-properties': ({ limit, count }) => `may have at most ${limit} properties, but it has ${count}`,
  'property-unknown': ({ name }) => `has the name "${name}", which the schema doesn't allow`,
  'no-branch': ({ count }) => `fits none of the ${count} schemas of which it has to fit one`,
  'several-branches': ({ count }) => `fits ${count} schemas, but only one may fit`,
  not: () => 'fits a schema that is ruled out',
};

const SHOWN = 6;

function joinShort(list: readonly string[]): string {
  const more = list.length - SHOWN;
  return more > 1 ? `${list.slice(0, SHOWN).join(', ')} and ${more} more` : list.join(' or ');
}

/** A path into a value as programmers write it: `messages[0].role`, or `[0].role` where the value is a list. */
function dotted(instancePath: string, value: Spot): string {
  let spot: Spot | undefined = value;
  let path = '';
  for (const token of parsePointer(instancePath) ?? []) {
    path += spot?.node.kind === 'array' ? `[${token}]` : path === '' ? token : `.${token}`;
    spot = spot && step(spot, token);
  }
  return path;
}

/**
 * One difference between a value and its schema as a sentence.
 *
 * @param kind - `example` or `default`
 */
export function violationSentence(violation: SchemaViolation, kind: string, value: Spot): string {
  const { instancePath, code, values } = violation;
  const texts = Object.entries(values).map(([name, found]): [string, string] => [
    name,
    typeof found === 'object' ? joinShort(found) : String(found),
  ]);
  const what = instancePath === '' ? `This ${kind}` : `"${dotted(instancePath, value)}" in this ${kind}`;
  return `${what} ${WANTED[code](Object.fromEntries(texts))}.`;
}

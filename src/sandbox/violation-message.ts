import { fill } from '../i18n/translate.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonFault } from '../model/json-text.ts';
import type { SchemaViolation, ViolationCode } from '../schema/violation.ts';

/** APIs answer in English whatever the language of their documentation; `{what}` is the faulty part. */
const SENTENCES: { readonly [Code in ViolationCode]: string } = {
  'not-json': '{what} is not valid JSON: {fault} at line {line}, column {column}.',
  never: '{what} is not allowed.',
  type: '{what} must be of type {expected}, but {value} was given.',
  const: '{what} must be {expected}, but {found} was given.',
  enum: '{what} must be one of {expected}, but {found} was given.',
  minimum: '{what} must be at least {limit}, but {found} was given.',
  maximum: '{what} must be at most {limit}, but {found} was given.',
  'exclusive-minimum': '{what} must be greater than {limit}, but {found} was given.',
  'exclusive-maximum': '{what} must be less than {limit}, but {found} was given.',
  'multiple-of': '{what} must be a multiple of {limit}, but {found} was given.',
  'too-short': '{what} must have {limit} or more characters, but {count} were given.',
  'too-long': '{what} must have {limit} or fewer characters, but {count} were given.',
  pattern: '{what} must match {pattern}, but {found} was given.',
  'too-few-items': '{what} must have {limit} or more items, but {count} were given.',
  'too-many-items': '{what} must have {limit} or fewer items, but {count} were given.',
  'item-repeated': '{what} must not hold the same item twice, but items {first} and {second} are equal.',
  'item-unknown': '{what} is one item too many.',
  'too-few-contained': '{what} must hold {limit} or more fitting items, but {count} were given.',
  'too-many-contained': '{what} must hold {limit} or fewer fitting items, but {count} were given.',
  required: "{what} has no '{name}', which is required.",
  'dependent-required': "{what} has no '{name}', which is required with '{because}'.",
  'too-few-properties': '{what} must have {limit} or more properties, but {count} were given.',
  'too-many-properties': '{what} must have {limit} or fewer properties, but {count} were given.',
  'property-unknown': "{what} is not known: there is no property '{name}'.",
  'no-branch': '{what} fits none of the {count} forms it may have.',
  'several-branches': '{what} fits {count} forms, but only one may fit.',
  not: '{what} has a form that is ruled out.',
};

const FAULTS: { readonly [Fault in JsonFault]: string } = {
  empty: 'there is nothing',
  'value-expected': 'a value was expected',
  'key-expected': 'a property name in double quotes was expected',
  'colon-expected': "a ':' was expected",
  'comma-expected': "a ',' or a closing bracket was expected",
  'trailing-comma': "nothing follows the ','",
  'string-unterminated': 'a string lacks its closing quote',
  'string-control': 'a string holds a control character without an escape',
  'string-escape': 'a string holds an escape that JSON does not have',
  'number-malformed': 'the number is not written as JSON writes one',
  'after-end': 'something follows the end of the value',
  'too-deep': 'objects and lists are nested too deeply',
};

/** What a violation names, as words of a sentence. */
function wordsOf(code: ViolationCode, key: string, value: SchemaViolation['values'][string]): string {
  if (code === 'not-json' && key === 'fault') return FAULTS[value as JsonFault];
  return typeof value === 'object' ? value.join(' or ') : String(value);
}

/** A path as programmers write it: `/messages/0/role` → `messages[0].role`; `root` alone for the whole. */
export function dottedPath(pointer: string, root = ''): string {
  return (parsePointer(pointer) ?? []).reduce((path, name) => {
    if (path === '') return name;
    return /^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`;
  }, root);
}

/** @param name - what is faulty: a parameter's name or a dotted path; empty for the whole body */
export function violationMessage({ code, values }: SchemaViolation, name: string): string {
  const what = name ? `The value of '${name}'` : 'The body';
  const texts = Object.entries(values).map(([key, value]): [string, string] => [key, wordsOf(code, key, value)]);
  return fill(SENTENCES[code], Object.fromEntries([...texts, ['what', what]]));
}

import { fill } from '../i18n/translate.ts';
import type { SchemaViolation, ViolationCode } from '../schema/violation.ts';

/** APIs answer in English whatever the language of their documentation; `{what}` is the faulty part. */
const SENTENCES: { readonly [Code in ViolationCode]: string } = {
  'not-json': 'The body is not valid JSON: {fault} at line {line}, column {column}.',
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

/** A path as programmers write it: `/messages/0/role` → `messages[0].role`; `root` alone for the whole. */
export function dottedPath(pointer: string, root = ''): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((path, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (path === '') return name;
    return /^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`;
  }, root);
}

/** @param name - what is faulty: a parameter's name or a dotted path; empty for the whole body */
export function violationMessage({ code, values }: SchemaViolation, name: string): string {
  const what = name ? `The value of '${name}'` : 'The body';
  const texts = Object.entries(values).map(([key, value]): [string, string] => [
    key,
    typeof value === 'object' ? value.join(' or ') : String(value),
  ]);
  return fill(SENTENCES[code], Object.fromEntries([...texts, ['what', what]]));
}

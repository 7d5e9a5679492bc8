import type { ConstraintMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { JsonText } from '../model/json-text.ts';
import type { Constraint } from './constraints.ts';

/** One phrase for each thing that a constraint demands. */
export function constraintPhrases(
  constraint: Exclude<Constraint, { kind: 'present' }>,
  text: ConstraintMessages,
): string[] {
  switch (constraint.kind) {
    case 'range':
      return rangePhrases(constraint, text);
    case 'multiple-of':
      return [fill(text.constraintMultipleOf, { value: constraint.of })];
    case 'length':
      return countPhrase(
        constraint,
        text.constraintLengthRange,
        text.constraintLengthMin,
        text.constraintLengthMax,
        text.constraintLengthExact,
      );
    case 'items':
      return countPhrase(
        constraint,
        text.constraintItemsRange,
        text.constraintItemsMin,
        text.constraintItemsMax,
        text.constraintItemsExact,
      );
    case 'contained':
      return countPhrase(
        constraint,
        text.constraintContainedRange,
        text.constraintContainedMin,
        text.constraintContainedMax,
        text.constraintContainedExact,
      );
    case 'properties':
      return countPhrase(
        constraint,
        text.constraintPropertiesRange,
        text.constraintPropertiesMin,
        text.constraintPropertiesMax,
        text.constraintPropertiesExact,
      );
    case 'pattern':
      return [fill(text.constraintPattern, { pattern: constraint.pattern })];
    case 'content':
      return [
        ...(constraint.encoding ? [fill(text.contentEncoding, { encoding: constraint.encoding })] : []),
        ...(constraint.mediaType ? [fill(text.contentMediaType, { type: constraint.mediaType })] : []),
      ];
    case 'unique':
      return [text.constraintUnique];
    case 'closed':
      return [text.constraintClosed];
    case 'open':
      return [text.constraintOpen];
    case 'closed-items':
      return [text.constraintClosedItems];
    case 'open-items':
      return [text.constraintOpenItems];
    case 'together':
      return [
        fill(text.constraintTogether, { name: constraint.name, names: constraint.required.join(text.listComma) }),
      ];
  }
}

function rangePhrases(range: Extract<Constraint, { kind: 'range' }>, text: ConstraintMessages): string[] {
  const { min, max, exclusiveMin, exclusiveMax } = range;
  if (min !== undefined && max !== undefined && !exclusiveMin && !exclusiveMax) {
    return [fill(text.constraintRange, { min, max })];
  }
  return [
    ...(min === undefined ? [] : [fill(exclusiveMin ? text.constraintExclusiveMin : text.constraintMin, { min })]),
    ...(max === undefined ? [] : [fill(exclusiveMax ? text.constraintExclusiveMax : text.constraintMax, { max })]),
  ];
}

function countPhrase(
  { min, max }: { readonly min?: JsonText; readonly max?: JsonText },
  range: string,
  least: string,
  most: string,
  exact: string,
): string[] {
  if (min !== undefined && max !== undefined) return [fill(min === max ? exact : range, { min, max })];
  return [min === undefined ? fill(most, { max: max ?? '' }) : fill(least, { min })];
}

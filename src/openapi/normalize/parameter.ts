import type { Parameter, ParameterIn, ParameterStyle } from '../../model/parameter.ts';
import { child, flagAt, items, type Spot, sourceOf, textAt } from '../spot.ts';
import { type Context, present } from './context.ts';
import { normalizeExamples } from './example.ts';
import { normalizeContent } from './media-type.ts';
import { normalizeSchema } from './schema.ts';

/** The styles of each place, the default first. OpenAPI 3.2, "Style Values". */
export const STYLES: { readonly [place in ParameterIn]: readonly [ParameterStyle, ...ParameterStyle[]] } = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  querystring: ['form'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
};

/** Headers that describe the message as a whole; a parameter that names one is ignored by the standard. */
const NOT_PARAMETERS = ['accept', 'content-type', 'authorization'];

function isPlace(text: string | undefined): text is ParameterIn {
  return text !== undefined && Object.hasOwn(STYLES, text);
}

function readStyle(spot: Spot, place: ParameterIn): ParameterStyle {
  const written = textAt(spot, 'style');
  return STYLES[place].find((style) => style === written) ?? STYLES[place][0];
}

function normalizeParameter(written: Spot, context: Context): Parameter | undefined {
  const spot = context.references.follow(written);
  const name = spot && textAt(spot, 'name');
  const place = spot && textAt(spot, 'in');
  if (!spot || name === undefined || !isPlace(place)) return undefined;
  if (place === 'header' && NOT_PARAMETERS.includes(name.toLowerCase())) return undefined;
  const style = readStyle(spot, place);
  const schema = child(spot, 'schema');
  const [content] = normalizeContent(child(spot, 'content'), context);
  return present({
    name,
    in: place,
    description: textAt(written, 'description') ?? textAt(spot, 'description'),
    required: place === 'path' || flagAt(spot, 'required') === true,
    deprecated: flagAt(spot, 'deprecated') === true,
    style,
    explode: flagAt(spot, 'explode') ?? (style === 'form' || style === 'cookie'),
    allowReserved: flagAt(spot, 'allowReserved') === true,
    allowEmptyValue: flagAt(spot, 'allowEmptyValue') === true,
    schema: schema && normalizeSchema(schema, context),
    content,
    examples: normalizeExamples(spot, undefined, context),
    source: sourceOf(spot),
  });
}

/**
 * The parameters of an operation: the path's in their order, one that the operation declares again in its
 * version, then the operation's others. Name and place together make a parameter.
 */
export function normalizeParameters(
  ofPath: Spot | undefined,
  ofOperation: Spot | undefined,
  context: Context,
): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const list of [ofPath, ofOperation]) {
    const target = list && context.references.follow(list);
    for (const item of target ? items(target) : []) {
      const parameter = normalizeParameter(item, context);
      if (parameter) merged.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...merged.values()];
}

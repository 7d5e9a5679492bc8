import { isIgnoredHeader } from '../../model/ignored-header.ts';
import type { MissingParameter, Operation } from '../../model/operation.ts';
import type { Parameter, ParameterIn, ParameterStyle } from '../../model/parameter.ts';
import { lastName } from '../reference-text.ts';
import { child, flagAt, items, type Spot, sourceOf, textAt, textsOf } from '../spot.ts';
import { type Context, present } from './context.ts';
import { normalizeExamples } from './example.ts';
import { normalizeContent } from './media-type.ts';
import { normalizeSchema } from './schema.ts';

/** The styles of each place, the default first. OpenAPI 3.2, "Style Values". */
export const STYLES: { readonly [place in ParameterIn]: readonly [ParameterStyle, ...ParameterStyle[]] } = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'tabDelimited'],
  querystring: ['form'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
};

/** Styles that 2.0 has in every place, and later versions only in a query. */
export const DELIMITED: readonly ParameterStyle[] = ['spaceDelimited', 'pipeDelimited', 'tabDelimited'];

/** The styles that a parameter may have, its default first. A `collectionFormat` is left where 2.0 allowed more. */
export function stylesFor(spot: Spot, place: ParameterIn): readonly [ParameterStyle, ...ParameterStyle[]] {
  return child(spot, 'collectionFormat') ? [...STYLES[place], ...DELIMITED] : STYLES[place];
}

function isPlace(text: string | undefined): text is ParameterIn {
  return text !== undefined && Object.hasOwn(STYLES, text);
}

function readStyle(spot: Spot, place: ParameterIn): ParameterStyle {
  const written = textAt(spot, 'style');
  const styles = stylesFor(spot, place);
  return styles.find((style) => style === written) ?? styles[0];
}

/** What joins lists within lists in Swagger 2.0: `upgrade` puts it there. */
export function readItemDelimiters(spot: Spot): readonly string[] | undefined {
  const list = child(spot, 'itemDelimiters');
  return list && textsOf(list);
}

function normalizeParameter(written: Spot, context: Context): Parameter | undefined {
  const spot = context.references.follow(written);
  const name = spot && textAt(spot, 'name');
  const place = spot && textAt(spot, 'in');
  if (!spot || name === undefined || !isPlace(place)) return undefined;
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
    itemDelimiters: readItemDelimiters(spot),
    schema: schema && normalizeSchema(schema, context),
    content,
    examples: normalizeExamples(spot, undefined, context),
    shared: flagAt(spot, 'x-curlew-shared'),
    source: sourceOf(spot),
  });
}

/** The names between the braces of a path, in their order; a query or a fragment doesn't belong to it. */
export function templateNames(path: string): string[] {
  const [plain = ''] = path.split(/[?#]/, 1);
  return [...new Set([...plain.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name))];
}

/**
 * What a path asks for and nobody declares: without a value for it no request can be made, so it stands among the
 * parameters as a text of which nothing else is known.
 */
export function undeclaredParameters(path: string, declared: readonly Parameter[]): Parameter[] {
  const names = declared.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  return templateNames(path)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      name,
      in: 'path',
      required: true,
      deprecated: false,
      style: 'simple',
      explode: false,
      allowReserved: false,
      allowEmptyValue: false,
      schema: { types: ['string'] },
      examples: [],
    }));
}

/**
 * The parameters of an operation: the path's in their order, one that the operation declares again in its
 * version, then the operation's others. Name and place together make a parameter. Those that nobody sends
 * stand apart, and so do those whose reference leads nowhere.
 *
 * @param lists - the path's first
 */
export function normalizeParameters(
  lists: readonly (Spot | undefined)[],
  context: Context,
): Pick<Operation, 'parameters' | 'ignoredParameters' | 'missingParameters'> {
  const merged = new Map<string, Parameter>();
  const lost = new Map<string, MissingParameter>();
  for (const list of lists) {
    const target = list && context.references.follow(list);
    for (const item of target ? items(target) : []) {
      const parameter = normalizeParameter(item, context);
      const missing = parameter ? undefined : context.references.lost(item);
      if (parameter) merged.set(`${parameter.in} ${parameter.name}`, parameter);
      if (missing !== undefined) lost.set(missing, { name: lastName(missing), missing });
    }
  }
  const isIgnored = ({ name, in: place }: Parameter): boolean => place === 'header' && isIgnoredHeader(name);
  const all = [...merged.values()];
  const ignored = all.filter(isIgnored);
  return {
    parameters: all.filter((parameter) => !isIgnored(parameter)),
    ...(ignored.length > 0 ? { ignoredParameters: ignored } : {}),
    ...(lost.size > 0 ? { missingParameters: [...lost.values()] } : {}),
  };
}

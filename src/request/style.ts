import type { JsonText } from '../model/json-text.ts';
import type { Parameter, ParameterIn, ParameterStyle } from '../model/parameter.ts';
import { encodeReservedInPath, encodeReservedInQuery, encodeUnreserved } from './percent-encode.ts';
import { parameterProblem } from './problem.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { ValueProblem } from './values.ts';

/** How RFC 6570 expands one style (its appendix A). */
interface Operator {
  readonly first: string;
  readonly separator: string;
  readonly named: boolean;
  /** What follows the name of an empty value. */
  readonly whenEmpty: '' | '=';
}

const OPERATORS: ReadonlyMap<ParameterStyle, Operator> = new Map([
  ['matrix', { first: ';', separator: ';', named: true, whenEmpty: '' }],
  ['label', { first: '.', separator: '.', named: false, whenEmpty: '' }],
  ['simple', { first: '', separator: ',', named: false, whenEmpty: '' }],
  ['form', { first: '', separator: '&', named: true, whenEmpty: '=' }],
  ['cookie', { first: '', separator: '; ', named: true, whenEmpty: '=' }],
]);

/**
 * What the delimited styles put between items. Swagger 2.0 has them in every place (`ssv`, `tsv`, `pipes`), later
 * versions two of them and in a query alone: who asks for one elsewhere is told of it when the file is read.
 */
const DELIMITERS: ReadonlyMap<ParameterStyle, string> = new Map([
  ['spaceDelimited', ' '],
  ['pipeDelimited', '|'],
  ['tabDelimited', '\t'],
]);

/** Which styles stand where ("Style Values"). */
const PLACES: { readonly [place in ParameterIn]: readonly ParameterStyle[] } = {
  path: ['matrix', 'label', 'simple', ...DELIMITERS.keys()],
  query: ['form', ...DELIMITERS.keys()],
  header: ['simple', ...DELIMITERS.keys()],
  cookie: ['form', 'cookie'],
  querystring: [],
};

/**
 * Writes a parameter by its style; see `serializeParameter`, which knows of `content` and `deepObject` too. Only in
 * Swagger 2.0 have lists within lists a form: delimiters of their own.
 */
export function serializeStyled(parameter: Parameter, value: JsonText): string | undefined | ValueProblem {
  const shape = shapeOf(value, parameter.itemDelimiters);
  if (shape === 'not-json') return parameterProblem(parameter, 'not-json', value);
  // Nothing is encoded there, so a semicolon would begin another cookie (RFC 6265, section 4.1.1).
  if (parameter.style === 'cookie' && textsOf(shape).some((text) => text.includes(';')))
    return parameterProblem(parameter, 'cookie-value', value);
  const written = shape === 'nested' ? 'no-form' : expand(parameter, shape, encoderOf(parameter));
  return written === 'no-form' ? parameterProblem(parameter, 'no-form-for-shape', value) : written?.text;
}

type Encode = (text: string) => string;

/** Whether values go out as they are. */
function isRaw(parameter: Parameter): boolean {
  return parameter.in === 'header' || parameter.style === 'cookie';
}

function encoderOf(parameter: Parameter): Encode {
  if (isRaw(parameter)) return (text) => text;
  if (!parameter.allowReserved) return encodeUnreserved;
  return parameter.in === 'path' ? encodeReservedInPath : encodeReservedInQuery;
}

function expand(parameter: Parameter, shape: Shape, encode: Encode): { text: string } | undefined | 'no-form' {
  const { style, explode } = parameter;
  if (!PLACES[parameter.in].includes(style)) return 'no-form';
  const name = isRaw(parameter) ? parameter.name : encodeUnreserved(parameter.name);
  const empty = isEmpty(shape);
  if (empty && parameter.in === 'header') return undefined;
  if (empty && shape.kind !== 'undefined' && parameter.in !== 'path') {
    return parameter.allowEmptyValue ? { text: `${name}=` } : undefined;
  }
  const operator = OPERATORS.get(style);
  if (operator) return { text: operator.first + expandBy(operator, explode, name, empty ? undefined : shape, encode) };
  const delimiter = DELIMITERS.get(style);
  if (delimiter === undefined || explode || (shape.kind !== 'array' && shape.kind !== 'object')) return 'no-form';
  // Kept characters are those of values: what parts them is always encoded where values are.
  const text = textsOf(shape)
    .map(encode)
    .join(parameter.in === 'header' ? delimiter : encodeUnreserved(delimiter));
  return { text: parameter.in === 'query' ? `${name}=${text}` : text };
}

function textsOf(shape: Shape | 'nested'): readonly string[] {
  if (shape === 'nested' || shape.kind === 'undefined') return [];
  if (shape.kind === 'primitive') return [shape.text];
  return shape.kind === 'array' ? shape.items : shape.entries.flat();
}

function isEmpty(shape: Shape): boolean {
  if (shape.kind === 'array') return shape.items.length === 0;
  return shape.kind === 'object' ? shape.entries.length === 0 : shape.kind === 'undefined';
}

function expandBy(
  operator: Operator,
  explode: boolean,
  name: string,
  shape: Shape | undefined,
  encode: Encode,
): string {
  const pair = (key: string, text: string): string => (text === '' ? key + operator.whenEmpty : `${key}=${text}`);
  const labelled = (text: string): string => (operator.named ? pair(name, text) : text);
  if (shape === undefined || shape.kind === 'undefined') return labelled('');
  if (shape.kind === 'primitive') return labelled(encode(shape.text));
  if (!explode) return labelled(textsOf(shape).map(encode).join(','));
  if (shape.kind === 'array') return shape.items.map((item) => labelled(encode(item))).join(operator.separator);
  // A key of an exploded object is a name: `/` in it is encoded even where `allowReserved` lets values keep it.
  const encodeKey: Encode =
    encode === encodeReservedInPath || encode === encodeReservedInQuery ? encodeUnreserved : encode;
  return shape.entries
    .map(([key, text]) => (operator.named ? pair(encodeKey(key), encode(text)) : `${encodeKey(key)}=${encode(text)}`))
    .join(operator.separator);
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api } from '../../model/api.ts';
import type { Parameter } from '../../model/parameter.ts';
import { declaredShapes, memberShapes } from '../../schema/schema-parts.ts';
import { DELIMITED, STYLES, stylesFor } from '../normalize/parameter.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, type Spot, scalarText } from '../spot.ts';
import type { Check } from './check.ts';

function misplacedStyle(parameter: Parameter, spot: Spot): Diagnostic[] {
  const style = child(spot, 'style');
  const written = style && scalarText(style);
  const styles = stylesFor(spot, parameter.in);
  const known = Object.values(STYLES).flat();
  if (!style || written === undefined || !known.some((name) => name === written)) return [];
  if (styles.some((name) => name === written)) return [];
  const message = `A ${parameter.in} parameter can't have the style ${quoteShort(written)}; "${styles[0]}" is taken.`;
  // That one only stands for `tsv` of Swagger 2.0.
  const writable = styles.filter((name) => name !== 'tabDelimited');
  const fix = `Write ${writable.map((name) => `"${name}"`).join(' or ')}, or remove it.`;
  return [diagnose(style, { code: 'style-misplaced', severity: 'warning', message, fix })];
}

function formless(parameter: Parameter, spot: Spot): Diagnostic[] {
  if (child(spot, 'schema') || child(spot, 'content')) return [];
  const message = `The parameter ${quoteShort(parameter.name)} has neither a schema nor a content.`;
  const fix = 'Add `schema:`, for a text `schema: { type: string }`.';
  return [diagnose(spot, { code: 'parameter-schema-missing', severity: 'warning', message, fix })];
}

/**
 * Values that the schema declares and OpenAPI has no form for: README, "How values are written", has the one that is
 * taken. OpenAPI 3.2, "Style Examples".
 */
function openForm({ schemas }: Api, parameter: Parameter, spot: Spot): Diagnostic[] {
  const { in: place, name, style, schema, content } = parameter;
  if (schema === undefined || content || place === 'querystring') return [];
  const shapes = declaredShapes(schemas, schema);
  const members = memberShapes(schemas, schema);
  const hasDeep = members.has('object') || members.has('array');
  const forms: string[] = [];
  if (style === 'deepObject') {
    if (members.has('array')) forms.push(`${name}[x][0]=a`);
    if (members.has('object')) forms.push(`${name}[x][y]=a`);
    if (shapes.has('array')) forms.push(`${name}[0]=a`);
  } else if (hasDeep && place !== 'header' && style !== 'cookie') {
    forms.push(members.has('object') ? '{"x":"a"} for what is within' : '["a"] for what is within');
  }
  if ((style === 'deepObject' || DELIMITED.includes(style)) && shapes.has('plain')) forms.push(`${name}=a`);
  const isRefused = hasDeep && forms.length === 0;
  if (forms.length === 0 && !isRefused) return [];
  const about = `OpenAPI has no form in the style "${style}" for all that the schema of ${quoteShort(name)} declares;`;
  const message = isRefused
    ? `${about} lists and objects within others can't be sent.`
    : `${about} it is written by our choice: ${forms.join(', ')}.`;
  const fix = isRefused
    ? 'Describe it by `content: { application/json: … }`, if the API takes JSON there.'
    : 'Where the API takes another form, describe the parameter by `content`.';
  return [diagnose(child(spot, 'style') ?? spot, { code: 'style-undefined', severity: 'warning', message, fix })];
}

/** How a parameter is written has to fit its place. OpenAPI 3.2, "Style Values". */
export const checkParameterForm: Check = ({ api, references, version }) => {
  // There the structure check says what a parameter needs in each place.
  const own = (parameter: Parameter, spot: Spot): Diagnostic[] => openForm(api, parameter, spot);
  const parts = version === '2.0' ? [misplacedStyle] : [misplacedStyle, formless, own];
  const seen = new Set<string | undefined>();
  return api.operations
    .flatMap((operation) => operation.parameters)
    .flatMap((parameter) => {
      const spot = seen.has(parameter.source) ? undefined : references.at(parameter.source ?? '');
      seen.add(parameter.source);
      return spot ? parts.flatMap((part) => part(parameter, spot)) : [];
    });
};

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
 * Values that the schema declares and OpenAPI has no form for: they are refused, but for those in `deepObject` that
 * README, "How values are written", has a form for. OpenAPI 3.2, "Style Examples".
 */
function openForm({ schemas }: Api, parameter: Parameter, spot: Spot): Diagnostic[] {
  const { in: place, name, style, schema, content } = parameter;
  if (schema === undefined || content || place === 'querystring') return [];
  const shapes = declaredShapes(schemas, schema);
  const members = memberShapes(schemas, schema);
  const at = child(spot, 'style') ?? spot;
  const about = `OpenAPI has no form in the style "${style}" for all that the schema of ${quoteShort(name)} declares`;
  const isSpread = shapes.has('object') || shapes.has('array');
  if (style === 'deepObject' && isSpread) {
    const forms = [
      ...(members.has('array') ? [`${name}[x][0]=a`] : []),
      ...(members.has('object') ? [`${name}[x][y]=a`] : []),
      ...(shapes.has('array') ? [`${name}[0]=a`] : []),
      ...(shapes.has('plain') ? [`${name}=a`] : []),
    ];
    if (forms.length === 0) return [];
    const message = `${about}; it is written by our choice: ${forms.join(', ')}.`;
    const fix = 'Where the API takes another form, describe the parameter by `content`.';
    return [diagnose(at, { code: 'style-undefined', severity: 'warning', message, fix })];
  }
  const isSingle = style === 'deepObject' || DELIMITED.includes(style);
  const lost = [
    ...(members.has('object') || members.has('array') ? ['lists and objects within others'] : []),
    ...(isSingle && shapes.has('plain') ? ['single values'] : []),
  ];
  if (lost.length === 0) return [];
  const message = `${about}; ${lost.join(' and ')} can't be sent.`;
  const fix = 'Describe it by `content: { application/json: … }`, if the API takes JSON there.';
  return [diagnose(at, { code: 'style-undefined', severity: 'warning', message, fix })];
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

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

/** What the schema declares and the style has no form for. OpenAPI 3.2, "Style Examples". */
function openShapes({ schemas }: Api, { in: place, style, schema, content }: Parameter) {
  if (schema === undefined || content || place === 'querystring') return undefined;
  const shapes = declaredShapes(schemas, schema);
  const members = memberShapes(schemas, schema);
  return { shapes, members, isDeep: style === 'deepObject' && (shapes.has('object') || shapes.has('array')) };
}

/** Values that can't be sent. */
function openForm(api: Api, parameter: Parameter, spot: Spot): Diagnostic[] {
  const open = openShapes(api, parameter);
  if (!open || open.isDeep) return [];
  const { shapes, members } = open;
  const { name, style } = parameter;
  const isSingle = style === 'deepObject' || DELIMITED.includes(style);
  const lost = [
    ...(members.has('object') || members.has('array') ? ['lists and objects within others'] : []),
    ...(isSingle && shapes.has('plain') ? ['single values'] : []),
  ];
  if (lost.length === 0) return [];
  const about = `OpenAPI has no form in the style "${style}" for all that the schema of ${quoteShort(name)} declares`;
  const message = `${about}; ${lost.join(' and ')} can't be sent.`;
  const fix = 'Describe it by `content: { application/json: … }`, if the API takes JSON there.';
  return [diagnose(child(spot, 'style') ?? spot, { code: 'style-undefined', severity: 'warning', message, fix })];
}

/** How a parameter in `deepObject` is written where README, "How values are written", has a form of our choice. */
function chosenForms(api: Api, parameter: Parameter): string[] {
  const open = openShapes(api, parameter);
  if (!open?.isDeep) return [];
  const { shapes, members } = open;
  const { name } = parameter;
  return [
    ...(members.has('array') ? [`${name}[x][0]=a`] : []),
    ...(members.has('object') ? [`${name}[x][y]=a`] : []),
    ...(shapes.has('array') ? [`${name}[0]=a`] : []),
    ...(shapes.has('plain') ? [`${name}=a`] : []),
  ];
}

interface Found {
  readonly parameter: Parameter;
  readonly spot: Spot;
}

/** Told once of a description, at the first: services that use such forms do so all over, and most mean these. */
function chosen(api: Api, found: readonly Found[]): Diagnostic[] {
  const all = found.filter(({ parameter }) => chosenForms(api, parameter).length > 0);
  const [first] = all;
  if (!first) return [];
  const { parameter, spot } = first;
  const others = all.length - 1;
  const name = quoteShort(parameter.name);
  const of =
    others === 0
      ? `the schema of ${name} declares`
      : `the schemas of ${name} and ${others} other parameter${others === 1 ? '' : 's'} declare`;
  const about = `OpenAPI has no form in the style "deepObject" for all that ${of}`;
  const message = `${about}; it is written by our choice: ${chosenForms(api, parameter).join(', ')}.`;
  const fix = 'Where the API takes another form, describe the parameter by `content`.';
  return [diagnose(child(spot, 'style') ?? spot, { code: 'style-chosen', severity: 'info', message, fix })];
}

/** How a parameter is written has to fit its place. OpenAPI 3.2, "Style Values". */
export const checkParameterForm: Check = ({ api, references, version }) => {
  // There the structure check says what a parameter needs in each place.
  const own = (parameter: Parameter, spot: Spot): Diagnostic[] => openForm(api, parameter, spot);
  const parts = version === '2.0' ? [misplacedStyle] : [misplacedStyle, formless, own];
  const byNode = new Map<Spot['node'], Found>();
  for (const parameter of api.operations.flatMap((operation) => operation.parameters)) {
    const spot = references.at(parameter.source ?? '');
    if (spot && !byNode.has(spot.node)) byNode.set(spot.node, { parameter, spot });
  }
  const found = [...byNode.values()];
  const single = found.flatMap(({ parameter, spot }) => parts.flatMap((part) => part(parameter, spot)));
  return version === '2.0' ? single : [...single, ...chosen(api, found)];
};

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Parameter } from '../../model/parameter.ts';
import { STYLES, stylesFor } from '../normalize/parameter.ts';
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

/** How a parameter is written has to fit its place. OpenAPI 3.2, "Style Values". */
export const checkParameterForm: Check = ({ api, references, version }) => {
  // There the structure check says what a parameter needs in each place.
  const parts = version === '2.0' ? [misplacedStyle] : [misplacedStyle, formless];
  const seen = new Set<string | undefined>();
  return api.operations
    .flatMap((operation) => operation.parameters)
    .flatMap((parameter) => {
      const spot = seen.has(parameter.source) ? undefined : references.at(parameter.source ?? '');
      seen.add(parameter.source);
      return spot ? parts.flatMap((part) => part(parameter, spot)) : [];
    });
};

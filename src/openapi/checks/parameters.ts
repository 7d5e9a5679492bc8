import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, flagAt, items, placeOf, type Spot, textAt } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

/** Headers that other parts of a description tell; a parameter that names one is ignored by the standard. */
const TOLD_ELSEWHERE = new Map([
  ['accept', 'the media types of the responses tell it'],
  ['content-type', 'the media types of the request body tell it'],
  ['authorization', 'the security schemes tell it'],
  ['content-length', 'what sends the request counts its body'],
  ['transfer-encoding', 'what sends the request chooses it'],
]);

/** Name and place together make a parameter; header names are the same in any case. OpenAPI 3.2, "Parameter Object". */
function repeated(owner: Spot, { references }: CheckInput): Diagnostic[] {
  const list = child(owner, 'parameters');
  const seen = new Map<string, Spot>();
  return (list ? items(list) : []).flatMap((written) => {
    const parameter = references.follow(written);
    const name = parameter && textAt(parameter, 'name');
    const place = parameter && textAt(parameter, 'in');
    if (!parameter || name === undefined || place === undefined) return [];
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, written);
      return [];
    }
    return diagnose(child(written, '$ref') ?? child(written, 'name') ?? written, {
      code: 'parameter-duplicate',
      severity: 'warning',
      message: `The ${place} parameter ${quoteShort(name)} is declared twice here, first in line ${placeOf(before).place.line}; the last one counts.`,
      fix: 'Remove one of them.',
    });
  });
}

function ignoredHeader(parameter: Spot): Diagnostic[] {
  const name = child(parameter, 'name');
  const why =
    textAt(parameter, 'in') === 'header' && TOLD_ELSEWHERE.get((textAt(parameter, 'name') ?? '').toLowerCase());
  if (!name || !why) return [];
  const message = `A parameter for the header ${quoteShort(textAt(parameter, 'name') ?? '')} is ignored: ${why}.`;
  return [diagnose(name, { code: 'header-ignored', severity: 'info', message, fix: 'Remove it.' })];
}

function nameless(parameter: Spot): Diagnostic[] {
  const name = child(parameter, 'name');
  if (!name || textAt(parameter, 'name') !== '') return [];
  const message = 'This parameter has an empty name, so no request can send it.';
  const fix = 'Write the name that the API knows it by, or remove it.';
  return [diagnose(name, { code: 'parameter-name-empty', severity: 'warning', message, fix })];
}

/** What the style tables leave undefined. OpenAPI 3.2, "Style Examples". */
function undefinedStyle(parameter: Spot): Diagnostic[] {
  const style = child(parameter, 'style');
  const name = textAt(parameter, 'style') ?? '';
  const explode = flagAt(parameter, 'explode');
  if (!style) return [];
  if (name === 'deepObject' && explode === false) {
    const spot = child(parameter, 'explode') ?? style;
    const message = 'The style "deepObject" without `explode` has no defined form; it is written as with it.';
    return [diagnose(spot, { code: 'style-undefined', severity: 'warning', message, fix: 'Write `explode: true`.' })];
  }
  if ((name === 'spaceDelimited' || name === 'pipeDelimited') && explode === true) {
    const spot = child(parameter, 'explode') ?? style;
    const message = `The style "${name}" with \`explode\` has no defined form, so none of its lists can be sent.`;
    return [diagnose(spot, { code: 'style-undefined', severity: 'warning', message, fix: 'Write `explode: false`.' })];
  }
  return [];
}

/** A `querystring` parameter is the whole query, so it stands alone and is described by a media type. */
function wholeQuery(parameter: Spot): Diagnostic[] {
  if (textAt(parameter, 'in') !== 'querystring' || child(parameter, 'content')) return [];
  const message = 'A parameter in "querystring" is described by `content`, since it is the whole query.';
  const fix = 'Write its schema below a media type in `content`.';
  return [
    diagnose(child(parameter, 'in') ?? parameter, { code: 'querystring-content', severity: 'warning', message, fix }),
  ];
}

function mixedQuery(owner: Spot, { references }: CheckInput): Diagnostic[] {
  const list = child(owner, 'parameters');
  const places = (list ? items(list) : []).map((item) => {
    const target = references.follow(item);
    return { item, place: target && textAt(target, 'in') };
  });
  const whole = places.filter(({ place }) => place === 'querystring');
  const [first] = whole;
  if (!first || (whole.length === 1 && !places.some(({ place }) => place === 'query'))) return [];
  const message = 'A parameter in "querystring" is the whole query, so no other may be in the query.';
  const fix = 'Move the others into its schema.';
  return [diagnose(first.item, { code: 'querystring-mixed', severity: 'warning', message, fix })];
}

/** What parameters ask of each other and of their place. */
export const checkParameters: Check = (input) => {
  const inventory = takeInventory(input.references);
  const owners = [...inventory.of('path-item'), ...inventory.of('operation')];
  return [
    ...owners.flatMap((owner) => [...repeated(owner, input), ...mixedQuery(owner, input)]),
    ...inventory
      .of('parameter')
      .flatMap((parameter) => [
        ...nameless(parameter),
        ...ignoredHeader(parameter),
        ...undefinedStyle(parameter),
        ...wholeQuery(parameter),
      ]),
  ];
};

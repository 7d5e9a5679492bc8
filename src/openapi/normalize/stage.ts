import type { Operation } from '../../model/operation.ts';
import { child, flagAt, items, type Spot, scalarText, textAt } from '../spot.ts';
import { present } from './context.ts';

/** How far an operation is, by the tools that read it: Scalar, oasdiff, Fern and what many write. */
const STAGES = ['x-scalar-stability', 'x-stability-level', 'x-stability', 'x-fern-availability'];
const FLAGS = ['alpha', 'beta', 'experimental', 'preview'];
/** What goes without saying. */
const SETTLED = /^(?:stable|ga|generally[- ]available)$/i;
/** Why it is deprecated, and what to use in its place. */
const REASONS = [
  ...['x-deprecated-message', 'x-deprecation-message', 'x-deprecated-reason', 'x-deprecated-description'],
  ...['x-speakeasy-deprecation-message', 'x-stainless-deprecation-message'],
];

/** What an author says of an operation in the extensions of other tools: whether it is deprecated, why, and its badges. */
export function normalizeStage(spot: Spot): Pick<Operation, 'deprecated' | 'deprecation' | 'sunset' | 'badges'> {
  const stages = firstTexts(spot, STAGES);
  const badges = [
    ...new Set([
      ...stages.filter((stage) => !SETTLED.test(stage) && stage !== 'deprecated'),
      ...FLAGS.filter((flag) => flagAt(spot, `x-${flag}`) === true),
      ...badgeNames(spot),
    ]),
  ];
  return present({
    deprecated: flagAt(spot, 'deprecated') === true || stages.includes('deprecated'),
    deprecation: firstTexts(spot, REASONS)[0],
    sunset: firstTexts(spot, ['x-sunset'])[0],
    badges: badges.length > 0 ? badges : undefined,
  });
}

function firstTexts(spot: Spot, keys: readonly string[]): string[] {
  return keys.flatMap((key) => textAt(spot, key)?.trim() || []);
}

/** `x-badges`, of Redocly and Scalar: objects with a name; also mere texts. */
function badgeNames(spot: Spot): string[] {
  const list = child(spot, 'x-badges');
  return (list ? items(list) : []).flatMap((badge) => (textAt(badge, 'name') ?? scalarText(badge))?.trim() || []);
}

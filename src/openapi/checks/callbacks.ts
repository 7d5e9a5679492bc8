import { diagnose, quoteShort } from '../report.ts';
import { child, entries, rootSpot, type Spot } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

/** OpenAPI 3.2, "Runtime Expressions". */
const EXPRESSION = /^\$(?:url|method|statusCode|(?:request|response)\.(?:body(?:#.*)?|(?:header|query|path)\..+))$/;

function faultOf(expression: string): string | undefined {
  const bare = expression.replaceAll(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(bare)) return 'has a brace without a partner';
  const parts = expression.startsWith('$')
    ? [expression]
    : [...expression.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const wrong = parts.find((part) => part.startsWith('$') && !EXPRESSION.test(part));
  return wrong === undefined ? undefined : `holds ${quoteShort(wrong)}, which is no runtime expression`;
}

function maps({ references }: CheckInput): Spot[] {
  const components = child(rootSpot(references.main), 'components');
  const owners = takeInventory(references).of('operation');
  return [...owners, ...(components ? [components] : [])].flatMap((owner) => child(owner, 'callbacks') ?? []);
}

/** The key of a callback tells the URL that it goes to. OpenAPI 3.2, "Callback Object". */
export const checkCallbacks: Check = (input) => {
  const seen = new Set<Spot['node']>();
  return maps(input)
    .flatMap((map) => entries(map))
    .flatMap(({ key, value }) => (key.startsWith('x-') ? [] : (input.references.follow(value) ?? [])))
    .flatMap((callback) => {
      if (seen.has(callback.node)) return [];
      seen.add(callback.node);
      return entries(callback).flatMap(({ key, value }) => {
        const fault = key.startsWith('x-') ? undefined : faultOf(key);
        if (fault === undefined) return [];
        const message = `The address ${quoteShort(key)} of this callback ${fault}.`;
        const fix = 'Write an expression such as {$request.body#/callbackUrl}.';
        return diagnose(value, { code: 'callback-expression', severity: 'warning', message, fix, onKey: true });
      });
    });
};

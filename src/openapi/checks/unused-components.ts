import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, rootSpot, type Spot } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

const GROUPS = [
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'links',
  'callbacks',
  'pathItems',
  'mediaTypes',
];

/** The component that a pointer leads to or into: `/components/schemas/Pet`. */
const COMPONENT = /^\/components\/[^/]+\/[^/]+/;

/** Heirs of a schema with a discriminator are found by their names, which no reference tells. */
function isHeir(schema: Spot, { references }: CheckInput): boolean {
  const bases = child(schema, 'allOf');
  return (bases ? items(bases) : []).some((base) => {
    const target = references.follow(base);
    return target !== undefined && child(target, 'discriminator') !== undefined;
  });
}

function usedPointers(input: CheckInput): Set<string> {
  const { references } = input;
  const inventory = takeInventory(references);
  const used = new Set<string>();
  const use = (target: Spot | undefined): void => {
    const name = target?.file === references.main ? COMPONENT.exec(target.pointer)?.[0] : undefined;
    if (name !== undefined) used.add(name);
  };
  for (const target of inventory.targets) use(target);
  for (const discriminator of inventory.of('discriminator')) {
    const mapping = child(discriminator, 'mapping');
    const values = [
      ...(mapping ? entries(mapping).map(({ value }) => value) : []),
      child(discriminator, 'defaultMapping'),
    ];
    for (const value of values) {
      if (value?.node.kind !== 'string') continue;
      used.add(`/components/schemas/${value.node.value}`);
      if (/[/#.]/.test(value.node.value)) use(references.resolve(value));
    }
  }
  return used;
}

/** A component that nothing refers to is shown nowhere, or forgotten. A file of nothing but components is a library. */
export const checkUnusedComponents: Check = (input) => {
  const { references, api, version } = input;
  const components = child(rootSpot(references.main), 'components');
  if (!components || (api.operations.length === 0 && !api.webhooks?.length)) return [];
  const used = usedPointers(input);
  return GROUPS.flatMap((group) => {
    const map = child(components, group);
    return (map ? entries(map) : [])
      .filter(({ key, value }) => !key.startsWith('x-') && !used.has(value.pointer) && !isHeir(value, input))
      .map(({ key, value }) => {
        const place = version === '2.0' ? (group === 'schemas' ? 'definitions' : group) : `components/${group}`;
        const message = `Nothing refers to ${quoteShort(key)} of ${place}.`;
        return diagnose(value, {
          code: 'component-unused',
          severity: 'info',
          message,
          fix: 'Refer to it, or remove it.',
          onKey: true,
        });
      });
  });
};

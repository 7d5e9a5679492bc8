import type { Xml } from '../../model/schema-object.ts';
import { flagAt, type Spot, textAt } from '../spot.ts';
import { present } from './context.ts';

const NODE_TYPES = ['element', 'attribute', 'text', 'cdata', 'none'] as const;

/**
 * How a value looks in XML. `attribute` and `wrapped` are what `nodeType` was before OpenAPI 3.2: an attribute,
 * and an element around the items of a list.
 */
export function normalizeXml(spot: Spot): Xml | undefined {
  const written = textAt(spot, 'nodeType');
  const older = flagAt(spot, 'attribute') ? 'attribute' : flagAt(spot, 'wrapped') ? 'element' : undefined;
  const xml: Xml = present({
    name: textAt(spot, 'name'),
    namespace: textAt(spot, 'namespace'),
    prefix: textAt(spot, 'prefix'),
    nodeType: NODE_TYPES.find((type) => type === written) ?? older,
  });
  return Object.keys(xml).length > 0 ? xml : undefined;
}

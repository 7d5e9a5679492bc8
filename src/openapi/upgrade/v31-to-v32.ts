import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, makeText, type ObjectNode, reader, withEntries } from './node.ts';
import type { Steps } from './steps.ts';

interface Xml32 {
  nodeType?: unknown;
}

const schema = reader<OpenAPIV3_1.BaseSchemaObject>();
const xml = reader<OpenAPIV3_1.XMLObject & Xml32>();

/** `attribute: true` and `wrapped: true` became node types. OpenAPI 3.2.0, section 4.26. */
function upgradeXml(node: ObjectNode): ObjectNode {
  const older = xml.entry(node, 'attribute') ?? xml.entry(node, 'wrapped');
  if (!older) return node;
  const rest = xml.without(node, 'attribute', 'wrapped');
  const type = xml.isTrue(node, 'attribute') ? 'attribute' : xml.isTrue(node, 'wrapped') ? 'element' : undefined;
  if (type === undefined || xml.entry(node, 'nodeType')) return withEntries(node, rest);
  return withEntries(node, [...rest, { ...older, key: 'nodeType', value: makeText(type, older.value) }]);
}

function upgradeSchema(node: ObjectNode): ObjectNode {
  const entry = schema.entry(node, 'xml');
  if (!entry || !isObject(entry.value)) return node;
  const value = upgradeXml(entry.value);
  if (value === entry.value) return node;
  return withEntries(
    node,
    node.entries.map((one) => (one === entry ? { ...one, value } : one)),
  );
}

/** OpenAPI 3.1 → 3.2. All else of 3.1 stands in 3.2 as it is. */
export const V31_TO_V32: Steps = { schema: upgradeSchema };

import type { OpenAPIV2 } from 'openapi-types';
import type { JsonEntry } from '../../model/json-text.ts';
import { isObject, makeEntry, reader, rename, withEntries } from './node.ts';
import type { Step } from './steps.ts';
import { type Media, makeContent, mediaOf } from './v2-media.ts';
import { makeExamples } from './v2-parameter.ts';

const response = reader<OpenAPIV2.ResponseObject & { content?: unknown }>();
const schemaObject = reader<OpenAPIV2.SchemaObject>();

/** The media types of an answer: those it is said to have, and those it has an example of. */
function mediaWith(written: readonly Media[], examples: readonly JsonEntry[]): Media[] {
  const known = new Set(written.map(({ name }) => name));
  const more = examples.filter(({ key }) => key.includes('/') && !known.has(key));
  return [...written, ...more.map(({ key, value }) => ({ name: key, at: value }))];
}

/** `schema` and `examples` of a response are parts of its media types since OpenAPI 3.0. */
export const upgradeResponse: Step = (node, site) => {
  const schema = response.entry(node, 'schema');
  const examples = response.entry(node, 'examples');
  if ((!schema && !examples) || response.entry(node, 'content')) return node;
  const rows = examples && isObject(examples.value) ? examples.value.entries : [];
  const isFile = schema && isObject(schema.value) && schemaObject.value(schema.value, 'type');
  const fallback =
    isFile && isFile.kind === 'string' && isFile.value === 'file' ? 'application/octet-stream' : 'application/json';
  const nothingSaid = site.scope.produces.length === 0;
  const given = rows.filter(({ key }) => key.includes('/'));
  const media =
    nothingSaid && given.length > 0
      ? mediaWith([], given)
      : mediaWith(mediaOf(site.scope.produces, fallback, schema?.value ?? node), rows);
  // Names are what later versions have here; they mean nothing in 2.0, but something to a reader.
  const named = rows.filter(({ key }) => !key.includes('/'));
  const inner = (name: string): JsonEntry[] => {
    const own = rows.find(({ key }) => key === name);
    return [
      ...(schema ? [schema] : []),
      ...(own ? [rename(own, 'example')] : []),
      ...(examples && named.length > 0 ? [makeExamples(named, examples)] : []),
    ];
  };
  const from = schema ?? examples ?? makeEntry('schema', node, node);
  return withEntries(node, [...response.without(node, 'schema', 'examples'), makeContent(media, inner, from, site)]);
};

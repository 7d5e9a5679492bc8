import type { OpenAPIV2, OpenAPIV3 } from 'openapi-types';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import type { Spot } from '../spot.ts';
import {
  isObject,
  makeArray,
  makeEntry,
  makeFlag,
  makeObject,
  makeText,
  type ObjectNode,
  reader,
  rename,
} from './node.ts';
import type { Site, Step } from './steps.ts';
import { type Media, makeContent, mediaOf } from './v2-media.ts';
import { makeExamples, makeSchema, makeStyle, parameter } from './v2-parameter.ts';

const body = reader<OpenAPIV2.InBodyParameterObject>();
const made = reader<OpenAPIV3.RequestBodyObject>();

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** Whether a parameter is the request's body or a part of it. */
export function isOfBody(node: JsonNode): boolean {
  const place = isObject(node) ? body.text(node, 'in') : undefined;
  return place === 'body' || place === 'formData';
}

/** `x-example` is for every media type, `x-examples` holds values by media type or by name. */
function examplesFor(node: ObjectNode, name: string): JsonEntry[] {
  const lone = body.entry(node, 'x-example');
  const listed = body.entry(node, 'x-examples');
  const entries = listed && isObject(listed.value) ? listed.value.entries : [];
  const ofType = entries.find(({ key }) => key === name);
  const named = entries.filter(({ key }) => !key.includes('/'));
  return [
    ...(ofType ? [rename(ofType, 'example')] : lone ? [rename(lone, 'example')] : []),
    ...(listed && named.length > 0 ? [makeExamples(named, listed)] : []),
  ];
}

/** A body parameter stands for a whole request body since OpenAPI 3.0; anything else is one already. */
export const upgradeBody: Step = (node, site) => {
  if (body.text(node, 'in') !== 'body') return node;
  const schema = body.entry(node, 'schema');
  const media = mediaOf(site.scope.consumes, 'application/json', node);
  const inner = (name: string): JsonEntry[] => [...(schema ? [schema] : []), ...examplesFor(node, name)];
  const from = schema ?? makeEntry('schema', node, node);
  const kept = body.without(node, 'name', 'in', 'schema', 'x-example', 'x-examples');
  return makeObject([...kept, makeContent(media, inner, from, site)], node);
};

interface Whole {
  readonly spot: Spot;
  readonly node: ObjectNode;
}

/** One of several bodies, with its name and words. */
function alternative({ spot, node }: Whole, site: Site): ObjectNode {
  const name = body.entry(node, 'name');
  const description = body.entry(node, 'description');
  const schema = body.entry(node, 'schema');
  const value = schema && site.borrow({ ...spot, node: schema.value });
  return makeObject(
    [
      ...(name ? [rename(name, 'title')] : []),
      ...(description ? [description] : []),
      ...(schema && value ? [makeEntry('allOf', makeArray([value], schema.value), schema.keySpan)] : []),
    ],
    node,
  );
}

/**
 * What 2.0 allows nowhere, as one body: several bodies are alternatives of one schema, and a form beside them is
 * another media type.
 *
 * @param wholes - parameters `in: body`, at least one
 */
export function makeChoice(
  wholes: readonly Whole[],
  form: ObjectNode | undefined,
  site: Site,
  from: ObjectNode,
): ObjectNode {
  const [first, ...others] = wholes;
  const only = others.length === 0 ? first : undefined;
  const own = only && body.entry(only.node, 'schema');
  const schema = only
    ? own && { ...own, value: site.borrow({ ...only.spot, node: own.value }) }
    : makeEntry(
        'schema',
        makeObject(
          [
            makeEntry(
              'anyOf',
              makeArray(
                wholes.map((one) => alternative(one, site)),
                from,
              ),
              from,
            ),
          ],
          from,
        ),
        from,
      );
  const description = only && body.entry(only.node, 'description');
  const isForm = (name: string): boolean => name.startsWith('multipart/') || name.startsWith(URLENCODED);
  const written = mediaOf(site.scope.consumes, '', from).filter(({ name }) => name !== '' && !(form && isForm(name)));
  const media = written.length > 0 ? written : [{ name: 'application/json', at: from }];
  const inner = (name: string): JsonEntry[] => [
    ...(schema ? [schema] : []),
    ...wholes.flatMap(({ node }) => examplesFor(node, name)).slice(0, 1),
  ];
  const content = makeContent(media, inner, schema ?? makeEntry('schema', from, from), site);
  const ofForm = form ? made.map(form, 'content') : [];
  const required =
    wholes.some(({ node }) => body.isTrue(node, 'required')) || (form !== undefined && made.isTrue(form, 'required'));
  return makeObject(
    [
      ...(description ? [description] : []),
      ...(required ? [makeEntry('required', makeFlag(true, from), from)] : []),
      isObject(content.value)
        ? { ...content, value: makeObject([...content.value.entries, ...ofForm], content.value) }
        : content,
    ],
    from,
  );
}

function isFile(node: ObjectNode): boolean {
  return parameter.text(node, 'type') === 'file';
}

/** A form is sent as multipart where it holds a file, whatever else is said. */
function formMedia(parts: readonly ObjectNode[], site: Site, from: JsonNode): Media[] {
  const hasFile = parts.some(isFile);
  const isForm = (name: string): boolean => name.startsWith('multipart/') || (name.startsWith(URLENCODED) && !hasFile);
  const written = mediaOf(site.scope.consumes, '', from).filter(({ name }) => isForm(name));
  return written.length > 0 ? written : [{ name: hasFile ? MULTIPART : URLENCODED, at: from }];
}

function makeProperty(part: ObjectNode): JsonEntry {
  const name = parameter.text(part, 'name') ?? '';
  const words = part.entries.filter(
    ({ key }) =>
      key === 'description' ||
      (key.startsWith('x-') && key !== 'x-example' && key !== 'x-nullable' && !key.startsWith('x-enum')),
  );
  const example = parameter.entry(part, 'x-example');
  const schema = makeSchema(part, [...words, ...(example ? [rename(example, 'example')] : [])]);
  return makeEntry(name, schema?.value ?? makeObject([], part), part);
}

function makeEncoding(part: ObjectNode): JsonEntry[] {
  const style = makeStyle(part, true);
  if (style.length === 0) return [];
  // The style has to be there for the flag beside it to count (OpenAPI 3.1.1, "Encoding Object").
  const named = style.some(({ key }) => key === 'style')
    ? style
    : [makeEntry('style', makeText('form', part), part), ...style];
  return [makeEntry(parameter.text(part, 'name') ?? '', makeObject(named, part), part)];
}

/** The parts of a form as one body. @param parts - `formData` parameters, at least one */
export function makeForm(parts: readonly ObjectNode[], site: Site, from: ObjectNode): ObjectNode {
  // A name counts once: what the operation says of it comes after what its path says.
  const last = [...new Map(parts.map((part) => [parameter.text(part, 'name') ?? '', part])).values()];
  const required = last.flatMap((part) =>
    parameter.isTrue(part, 'required') ? (parameter.value(part, 'name') ?? []) : [],
  );
  const encoding = last.flatMap(makeEncoding);
  const schema = makeObject(
    [
      makeEntry('type', makeText('object', from), from),
      makeEntry('properties', makeObject(last.map(makeProperty), from), from),
      ...(required.length > 0 ? [makeEntry('required', makeArray(required, from), from)] : []),
    ],
    from,
  );
  const inner = [
    makeEntry('schema', schema, from),
    ...(encoding.length > 0 ? [makeEntry('encoding', makeObject(encoding, from), from)] : []),
  ];
  const media = formMedia(last, site, from);
  return makeObject(
    [
      ...(required.length > 0 ? [makeEntry('required', makeFlag(true, from), from)] : []),
      makeContent(media, () => inner, makeEntry('schema', schema, from), site),
    ],
    from,
  );
}

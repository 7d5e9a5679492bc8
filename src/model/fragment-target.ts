import type { Api } from './api.ts';
import { parsePointer } from './json-pointer.ts';
import type { Operation } from './operation.ts';
import type { SchemaId } from './schema-object.ts';
import { joinWords } from './words.ts';

/** What a link within the description of an API leads to. */
export type FragmentTarget =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'schema'; readonly id: SchemaId }
  /** A heading in the description of the API itself, by its words as `joinWords` has them. */
  | { readonly kind: 'heading'; readonly words: string };

interface Index {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly tags: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, SchemaId>;
}

const indexes = new WeakMap<Api, Index>();

function indexOf(api: Api): Index {
  let index = indexes.get(api);
  if (!index) {
    const named = Object.keys(api.schemas).flatMap((id) => {
      const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(id) ?? [];
      return name === undefined ? [] : [[joinWords(name), id] as const];
    });
    index = {
      operations: new Map(
        api.operations.flatMap((operation) => [
          [`${operation.method} ${operation.path}`, operation] as const,
          ...(operation.operationId === undefined ? [] : [[joinWords(operation.operationId), operation] as const]),
        ]),
      ),
      tags: new Map(api.tags.map(({ name }) => [joinWords(name), name])),
      schemas: new Map(named),
    };
    indexes.set(api, index);
  }
  return index;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Finds what a fragment names. Descriptions are written for pages that hold all of an API, and link to what stands
 * elsewhere on them: `#tag/Pets`, `#operation/getPet`, `#section/Errors` (Redoc), `#tag/pets/GET/pets`, `#model/Pet`
 * (Scalar), `#/pets/getPet` (Swagger UI), `#/components/schemas/Pet` (a JSON Pointer), or a heading by its words.
 *
 * @param fragment - without its `#`, as it is written
 * @param headings - of the API's description, as `joinWords` has them
 */
export function fragmentTarget(api: Api, fragment: string, headings: ReadonlySet<string>): FragmentTarget | undefined {
  const { operations, tags, schemas } = indexOf(api);
  const asOperation = (operation: Operation | undefined): FragmentTarget | undefined =>
    operation && { kind: 'operation', operation };
  const asTag = (name: string | undefined): FragmentTarget | undefined =>
    name === undefined ? undefined : { kind: 'tag', name };
  const asSchema = (id: SchemaId | undefined): FragmentTarget | undefined =>
    id === undefined ? undefined : { kind: 'schema', id };
  const asHeading = (words: string): FragmentTarget | undefined =>
    headings.has(words) ? { kind: 'heading', words } : undefined;

  const text = decoded(fragment);
  const [first = '', second = '', ...rest] = text.replace(/^\//, '').split('/');
  const last = joinWords(rest.at(-1) ?? second);
  const pointer = text.startsWith('/') ? (parsePointer(text) ?? []) : [];
  switch (first) {
    case 'section':
    case 'description':
      return asHeading(last);
    case 'operation':
    case 'operations':
      return asOperation(operations.get(last));
    case 'schema':
    case 'schemas':
    case 'model':
    case 'models':
    case 'definitions':
      return asSchema(schemas.get(last));
    case 'components':
      return second === 'schemas' ? asSchema(schemas.get(last)) : undefined;
    case 'paths':
      return asOperation(operations.get(`${pointer[2]?.toUpperCase()} ${pointer[1]}`));
    case 'tag':
      if (rest.length === 0) return asTag(tags.get(joinWords(second)));
      if (rest[0] === 'paths') {
        const [path = '', method = ''] = parsePointer(`/${rest.slice(1).join('/')}`) ?? [];
        return asOperation(operations.get(`${method.toUpperCase()} ${path}`));
      }
      return asOperation(
        operations.get(`${rest[0]?.toUpperCase()} /${rest.slice(1).join('/')}`) ?? operations.get(last),
      );
    default:
      if (second !== '') return tags.has(joinWords(first)) ? asOperation(operations.get(last)) : undefined;
      return asHeading(joinWords(first)) ?? (text.startsWith('/') ? asTag(tags.get(joinWords(first))) : undefined);
  }
}

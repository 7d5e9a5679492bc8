/** What the value of an attribute is; the checks of guides hold names against the descriptions. */
type AttributeKind = 'text' | 'operation' | 'example' | 'client' | 'api' | 'link';

interface Attribute {
  readonly kind: AttributeKind;
  readonly required?: true;
}

/** What a guide can use without an import, with the attributes each takes. */
export const GUIDE_COMPONENTS = {
  AppPage: { api: { kind: 'api' } },
  Card: { title: { kind: 'text', required: true }, href: { kind: 'link', required: true } },
  Cards: {},
  Note: { title: { kind: 'text' } },
  ResponseExample: {
    operation: { kind: 'operation', required: true },
    example: { kind: 'example' },
    api: { kind: 'api' },
  },
  Sample: {
    operation: { kind: 'operation', required: true },
    example: { kind: 'example' },
    client: { kind: 'client' },
    api: { kind: 'api' },
  },
  TryIt: { operation: { kind: 'operation', required: true }, example: { kind: 'example' }, api: { kind: 'api' } },
  Warning: { title: { kind: 'text' } },
} as const satisfies { readonly [component: string]: { readonly [attribute: string]: Attribute } };

type Components = typeof GUIDE_COMPONENTS;

export type GuideComponent = keyof Components;

type Needed<Attributes> = keyof {
  [Name in keyof Attributes as Attributes[Name] extends { required: true } ? Name : never]: unknown;
};

/** What a component gets from a guide. */
export type GuideProps<Name extends GuideComponent> = {
  readonly [Attribute in Needed<Components[Name]>]: string;
} & { readonly [Attribute in keyof Components[Name]]?: string };

/** The attributes of a component by name; nothing when it isn't one of ours. */
export function attributesOf(component: string): ReadonlyMap<string, Attribute> | undefined {
  return Object.hasOwn(GUIDE_COMPONENTS, component)
    ? new Map(Object.entries(GUIDE_COMPONENTS[component as GuideComponent]))
    : undefined;
}

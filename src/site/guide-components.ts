/** What the value of an attribute is; the checks of guides hold names against the descriptions. */
type AttributeKind = 'text' | 'operation' | 'example' | 'client' | 'api' | 'schema' | 'link' | 'image';

interface Attribute {
  readonly kind: AttributeKind;
  readonly required?: true;
  /** The only values it takes. */
  readonly oneOf?: readonly string[];
}

/** The kinds of a badge; the first needs no attribute. */
export const BADGE_KINDS = ['plain', 'new', 'beta', 'deprecated'] as const;

/** What a guide can use without an import, with the attributes each takes. */
export const GUIDE_COMPONENTS = {
  AppPage: { api: { kind: 'api' } },
  Badge: { kind: { kind: 'text', oneOf: BADGE_KINDS } },
  Card: { title: { kind: 'text', required: true }, href: { kind: 'link', required: true } },
  Cards: {},
  CodeTabs: {},
  Danger: { title: { kind: 'text' } },
  Figure: {
    src: { kind: 'image', required: true },
    alt: { kind: 'text', required: true },
    caption: { kind: 'text' },
  },
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
  Schema: { name: { kind: 'schema', required: true }, api: { kind: 'api' } },
  Step: { title: { kind: 'text', required: true } },
  Steps: {},
  Tab: { title: { kind: 'text', required: true } },
  Tabs: { group: { kind: 'text' } },
  Tip: { title: { kind: 'text' } },
  TryIt: { operation: { kind: 'operation', required: true }, example: { kind: 'example' }, api: { kind: 'api' } },
  Warning: { title: { kind: 'text' } },
} as const satisfies { readonly [component: string]: { readonly [attribute: string]: Attribute } };

type Components = typeof GUIDE_COMPONENTS;

export type GuideComponent = keyof Components;

/** What stands in one of these can be nothing else; `code` is a fence. */
export const CONTENTS: ReadonlyMap<string, string> = new Map<GuideComponent, GuideComponent | 'code'>([
  ['CodeTabs', 'code'],
  ['Steps', 'Step'],
  ['Tabs', 'Tab'],
]);

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

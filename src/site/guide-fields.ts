/** What a field holds: `paths` are paths of the site, each by a name. */
interface FieldValues {
  readonly text: string;
  /** `2026-01-31` */
  readonly date: string;
  readonly number: number;
  readonly paths: { readonly [name: string]: string };
}

interface Field {
  readonly kind: keyof FieldValues;
  readonly required?: true;
}

/** What a guide can say above its text. The check of the guides is made from this. */
export const GUIDE_FIELDS = {
  title: { kind: 'text', required: true },
  /** For search engines and previews, one or two sentences. */
  description: { kind: 'text' },
  /** When it was published; guides with a date make the feed. */
  date: { kind: 'date' },
  /** When its text last changed, where that is later. */
  updated: { kind: 'date' },
  /** Place in the navigation; guides without one follow, by file name. */
  order: { kind: 'number' },
  /** A shorter title for the navigation. */
  navTitle: { kind: 'text' },
  /** The state of the original that a translation was made from, as `curlew check` names it. */
  original: { kind: 'text' },
  /** Fragments that an older page had at this address, and the paths they lead to now. */
  moved: { kind: 'paths' },
} as const satisfies { readonly [name: string]: Field };

type Fields = typeof GUIDE_FIELDS;

export type GuideField = keyof Fields;

type Required = { [Name in GuideField]: Fields[Name] extends { required: true } ? Name : never }[GuideField];

/** The values of a guide's fields. */
export type GuideData = { readonly [Name in Required]: FieldValues[Fields[Name]['kind']] } & {
  readonly [Name in Exclude<GuideField, Required>]?: FieldValues[Fields[Name]['kind']];
};

export function isRequired(name: GuideField): boolean {
  return 'required' in GUIDE_FIELDS[name];
}

/** What a guide is called where it is one of a list that leads to it. */
export function navigationTitle({ title, navTitle = title }: GuideData): string {
  return navTitle;
}

/**
 * A guide's source, cut where it isn't Markdown: pieces of text as its author wrote them, addresses, and elements.
 * Plain data that survives JSON.
 */
export type GuidePart = string | GuideLink | GuideElement;

/** An address in the text, where it stands. */
export interface GuideLink {
  readonly href: string;
}

export interface GuideElement {
  /** Of a component or an HTML element; empty for a fragment and for what the guide itself declares. */
  readonly name: string;
  /** Those whose values are known before the page is made. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly GuidePart[];
  /** It stands on lines of its own: what those begin with, and how far its children are set in. */
  readonly block?: { readonly prefix: string; readonly inset: number };
}

import type { WrittenNumber } from './document.ts';

export type Scalar = string | number | boolean | null | WrittenNumber;

/** What is to be found. */
export type Want =
  /** Markdown: all its words, in order. */
  | { readonly kind: 'prose'; readonly text: string }
  /** A value as its author wrote it; `times` where several keywords of one schema say the same number. */
  | { readonly kind: 'value'; readonly value: Scalar; readonly times?: number }
  /** Any one of these. */
  | { readonly kind: 'words'; readonly any: readonly (string | RegExp)[] }
  /** In the text, or where a link leads. */
  | { readonly kind: 'url'; readonly url: string }
  /** That the row itself is there. */
  | { readonly kind: 'row' };

/** One thing that a description says and its reader must see. */
export interface Fact {
  /** For counting: `property.default`, `response.description`. */
  readonly kind: string;
  readonly want: Want;
  /** The parameter, property or header whose row must say it; anywhere on the page without. */
  readonly row?: string;
  /** Whether the overview may say it instead of the operation's page. */
  readonly shared?: boolean;
  /** `file#/pointer`. */
  readonly source: string;
}

/** What belongs on one page. */
export interface Subject {
  readonly kind: 'operation' | 'webhook' | 'api';
  /** `GET /pets`, or `POST newPet` of a webhook. */
  readonly method: string;
  readonly path: string;
  readonly facts: readonly Fact[];
}

export function wantText(want: Want): string {
  switch (want.kind) {
    case 'prose':
      return want.text;
    case 'value':
      return typeof want.value === 'object' && want.value !== null ? want.value.text : JSON.stringify(want.value);
    case 'words':
      return want.any.join(' | ');
    case 'url':
      return want.url;
    case 'row':
      return '(the row)';
  }
}

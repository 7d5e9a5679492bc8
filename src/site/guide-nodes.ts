import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

/** What changes the tree of a guide before it becomes a page. */
export type HastPlugin = Extract<NonNullable<SatteriProcessorOptions['hastPlugins']>[number], { name: string }>;

export interface Text {
  type: 'text';
  value: string;
}

export interface Element {
  type: 'element';
  tagName: string;
  properties: { [name: string]: string | number | boolean | string[] };
  children: (Element | Text)[];
}

export function element(tagName: string, properties: Element['properties'], children: Element['children']): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

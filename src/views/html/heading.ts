import { fill } from '../../i18n/translate.ts';
import type { HtmlContext } from './context.ts';
import { attribute, type Content, type Html, html } from './html.ts';

/** How deep a heading stands. */
export type HeadingLevel = 2 | 3 | 4;

interface HeadingOptions {
  readonly level?: HeadingLevel | undefined;
  readonly dir?: 'auto' | undefined;
  /** What doesn't belong to its name. */
  readonly after?: Content;
}

/** A heading that is the link to itself. */
export function sectionHeading(id: string, name: Content, { level = 2, dir, after }: HeadingOptions = {}): Html {
  const tag = `h${level}`;
  return html`<${tag} id="${id}"${attribute('dir', dir)}><a class="anchor" href="#${id}">${name}</a>${after}</${tag}>`;
}

/** A part of a page under its heading. */
export function titledSection(id: string, name: Content, content: Content, options?: HeadingOptions): Html {
  return html`<section>${sectionHeading(id, name, options)}${content}</section>`;
}

/** The link to a line that opens and closes, inside what it opens. @param name - what stands there */
export function placeLink({ text }: Pick<HtmlContext, 'text'>, id: string, name: string): Html {
  return html`<a class="place-link" href="#${id}" aria-label="${fill(text.linkTo, { name })}"></a>`;
}

import { showInvisibles } from '../../model/invisibles.ts';
import { type Html, html } from './html.ts';

/** A path with its parameters marked; a long one may break after a slash, but for the one that it begins with. */
export function pathLabel(path: string): Html {
  const parts = path.split(/(\{[^{}]*\}|(?!^)\/)/).map((part) => {
    if (part === '/') return html`/<wbr>`;
    return part.startsWith('{') ? html`<var>${showInvisibles(part)}</var>` : showInvisibles(part);
  });
  return html`<code class="path" translate="no">${parts}</code>`;
}
